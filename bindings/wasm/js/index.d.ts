import type { Assessment, Outcome } from "./answer.js";
import type { Case } from "./case.js";
import type { ReadingOptions, RuleId } from "./names.js";
import type { PackDescription } from "./pack.js";
import type { Label, Question, Tree } from "./questions.js";

export type * from "./answer.js";
export type {
  Birth, Case, Child, Class, Employer, Enrolment, Family, Institution, Jurisdiction, Parent,
} from "./case.js";
export type * from "./names.js";
export type { PackDescription } from "./pack.js";
export type * from "./questions.js";

/** What is asked of rules. */
export interface Ask {
  /** The first month, `YYYY-MM`. */
  from: string;
  /** The last month, included. */
  to: string;
  /** Ids or patterns in which `*` stands for any characters; all rules where it is left out. */
  rules?: RuleId | (string & {}) | readonly (RuleId | (string & {}))[];
  /** Options of readings that are chosen. */
  readings?: ReadingOptions;
  /** `questions` only: whose missing facts. */
  subject?: string;
}

/** One thing that is wrong with an input. */
export interface Fault {
  /** A code of the closed list. */
  code: string;
  /** Where in the case it stands, such as `families[0].children[0].birth_date`, or the name of the argument. */
  path: string;
  /** Which argument: `case`, or a member of the question. */
  argument: string;
  /** Where the text of the case is no JSON: the bytes. */
  span?: [number, number];
  /** What stands there. */
  found: string;
  /** What would be right, in words of no language. */
  expected: string;
  message: Label;
  help: Label;
}

/** Everything that is wrong with an input, thrown by every door. */
export class TuoyuError extends Error {
  /** The code of the first fault. */
  readonly code: string;
  /** Its place. */
  readonly path: string;
  /** What would be right, in English; `faults` has it in Chinese too. */
  readonly help: string;
  /** All faults, in the order of the input. */
  readonly faults: readonly Fault[];
}

/** A pack of rules, ready to be asked. */
export class Rules {
  private constructor();
  /** The pack's name. */
  readonly name: string;
  /** SHA-256 of the compiled pack; receipts carry it. */
  readonly hash: string;
  /** Evaluates a case: an object, or JSON text. */
  assess(facts: Case | string | Uint8Array, ask: Ask): Assessment;
  /** The missing facts, in the order in which to ask. */
  questions(facts: Case | string | Uint8Array, ask: Ask): Question[];
  /** Why an outcome is as it is, as text. */
  explain(outcome: Outcome | string, language: "zh" | "en"): string;
  /** The same as a tree in both languages. */
  explain(outcome: Outcome | string): Tree;
  /** What the pack holds. */
  describe(): PackDescription;
}

/** The engine with the pack that comes with it, or with the bytes of another compiled pack. */
export function load(pack?: ArrayBuffer | Uint8Array): Promise<Rules>;
