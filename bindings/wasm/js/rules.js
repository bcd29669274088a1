// Rules as JavaScript asks them: objects or JSON texts in, objects out.

import { answer } from "./error.js";
import { json } from "./json.js";

const utf8 = new TextEncoder();

/** The bytes of a case or a question, and whether they were made from an object. */
function bytes(value) {
  if (typeof value === "string") return [utf8.encode(value), false];
  if (value instanceof Uint8Array) return [value, false];
  return [utf8.encode(json(value)), true];
}

/** A pack of rules, ready to be asked. It holds no state: the same question has the same answer. */
export class Rules {
  #engine;

  constructor(engine) {
    this.#engine = engine;
  }

  /** The pack's name. */
  get name() {
    return this.#engine.name();
  }

  /** SHA-256 of the compiled pack; receipts carry it. */
  get hash() {
    return this.#engine.hash();
  }

  /** Evaluates a case: `ask` is `{ from, to, rules, readings }`. */
  assess(facts, ask) {
    return JSON.parse(answer(() => this.#engine.assess(...bytes(facts), bytes(ask)[0])));
  }

  /** The missing facts, in the order in which to ask, each with its question; `ask` may name a `subject`. */
  questions(facts, ask) {
    return JSON.parse(answer(() => this.#engine.questions(...bytes(facts), bytes(ask)[0])));
  }

  /** Why an outcome is as it is: text in a language, or without one a tree in both. */
  explain(outcome, language) {
    const text = typeof outcome === "string" ? outcome : json(outcome);
    if (language === undefined) return JSON.parse(answer(() => this.#engine.tree(text)));
    return answer(() => this.#engine.explain(text, language));
  }

  /** What the pack holds: documents, facts, readings, parameters, rules. */
  describe() {
    return JSON.parse(this.#engine.describe());
  }
}
