// Questions and trees: the shapes that have no schema.

/** A text in both languages. */
export interface Label {
  zh: string;
  en: string;
}

/** An option with its label. */
export interface OptionWords {
  id: string;
  words: Label;
}

/** A missing fact with everything that a form needs to ask for it. */
export interface Question {
  /** Its place in the order in which to ask, from 1. */
  number: number;
  subject: string;
  subject_words: Label;
  fact: string;
  label: Label;
  ask: Label;
  help: Label | null;
  who: "parent" | "institution" | "employer" | "government";
  values: {
    kind: "yes-no" | "option" | "number" | "date" | "other";
    options: OptionWords[];
    minimum: string | null;
    maximum: string | null;
    decimals: number | null;
    allowed: string[];
    unit: string | null;
    words: Label;
  };
  /** The outcomes that the fact is missing for. */
  asked_by: {
    subject: string;
    subject_words: Label;
    rule: string;
    title: Label;
    conditions: OptionWords[];
    state: string;
    range: [string, string] | null;
    words: Label;
    states: string[];
  }[];
  /** Where each answer leads; empty where the answers are too many to try. */
  answers: {
    value: unknown;
    to: unknown;
    words: Label;
    outcomes: {
      subject: string;
      rule: string;
      state: string;
      amount: string | null;
      range: [string, string] | null;
      words: Label;
    }[];
  }[];
}

/** A text with what stands under it. */
export interface Tree {
  part: "head" | "section" | "point" | "detail" | "law";
  mark: "yes" | "no" | "unknown" | "pending" | null;
  words: Label;
  children: Tree[];
}
