import type { Assessment, Institution, Rules, TuoyuError } from "../index.js";

/** The state that `tuoyu-answer` tells of. Nothing of it leaves the page by itself. */
export interface AnswerDetail {
  /** A step of the estimator, or `subject|fact`. */
  id: string;
  /** The answer; null is “I don’t know”. */
  value: unknown;
}

export interface EstimatorEvents {
  "tuoyu-ready": CustomEvent<{ rules: Rules }>;
  "tuoyu-answer": CustomEvent<AnswerDetail>;
  "tuoyu-result": CustomEvent<{ assessment: Assessment }>;
  "tuoyu-error": CustomEvent<{ error: TuoyuError | Error }>;
}

/** The conversation and its result as one element. */
export class Estimator extends HTMLElement {
  /** The list of institutions to choose from by name, in the shape of a case; the attribute of this name is its address. */
  institutions: readonly Institution[];
  /** The last answer, or null before the first. */
  readonly assessment: Assessment | null;
  /** Forgets every answer and begins again. */
  clear(): void;
  addEventListener<Name extends keyof EstimatorEvents>(name: Name, listener: (event: EstimatorEvents[Name]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(name: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "tuoyu-estimator": Estimator;
  }
}
