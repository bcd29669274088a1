// Inputs that nobody thought of: cases, questions and outcomes with something in them changed. A trap is a failure, and so
// is an answer that takes the engine's mind.

import assert from "node:assert/strict";
import { test } from "node:test";
import { TuoyuError, load } from "tuoyu";
import { vectors } from "./vectors.mjs";

const rules = await load();
const all = vectors();
const known = all[0];
const told = (vector) => JSON.stringify(rules.assess(JSON.stringify(vector.case), { ...vector.window, readings: vector.readings }));
const before = told(known);

/** Numbers that look random and are the same in every run. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const ODD = [null, true, false, 0, -1, 1, 0.1, 1e21, 2 ** 53, "", "0", "-0", "0.1", "3.7", "0.0000001", "1000000000000000.01", "9".repeat(400), "1e9", "NaN",
  "2026-02-30", "0000-00-00", "9999-99", "2100-12-31", "1900-01-01", "k1", "jurisdiction", "law", "__proto__", "\u0000", "\ud800", "٣", "🦆".repeat(100), [], {}, [[]],
  [{ from: "2026-01-01", to: "2025-01-01", value: true }], [{ value: "1" }, { value: "1" }], { id: "k1" }, [null]];

/** A copy in which one value somewhere is another, gone, or there twice. */
function changed(value, next) {
  if (value === null || typeof value !== "object" || next(5) === 0) return ODD[next(ODD.length)];
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const keys = Object.keys(copy);
  if (keys.length === 0) return ODD[next(ODD.length)];
  const key = keys[next(keys.length)];
  switch (next(8)) {
    case 0:
      if (Array.isArray(copy)) copy.push(copy[key]);
      else delete copy[key];
      break;
    case 1:
      copy[`${key}x`] = copy[key];
      break;
    default:
      copy[key] = changed(copy[key], next);
  }
  return copy;
}

/** The answer, or nothing where it is refused by name. */
function asked(act) {
  try {
    return act();
  } catch (error) {
    if (error instanceof TuoyuError) return undefined;
    throw error;
  }
}

test("changed cases and questions are answered or refused by name", () => {
  const next = numbers(1);
  let answered = 0;
  for (let round = 0; round < 6_000; round += 1) {
    const vector = all[next(all.length)];
    const window = next(4) === 0 ? changed({ ...vector.window, readings: vector.readings ?? {}, rules: ["jining/*"] }, next) : vector.window;
    const facts = changed(vector.case, next);
    const given = next(2) === 0 ? facts : JSON.stringify(facts);
    // A window of a hundred years is right, and slow to answer many times.
    const ask = { rules: "jining/family-subsidy", ...window };
    answered += asked(() => rules.assess(given, ask)) === undefined ? 0 : 1;
    if (round % 5 === 0) asked(() => rules.questions(given, ask));
  }
  assert.ok(answered > 400 && answered < 5_600, `${answered} answered`);
});

test("changed texts are answered or refused by name", () => {
  const next = numbers(2);
  for (let round = 0; round < 6_000; round += 1) {
    const bytes = new TextEncoder().encode(JSON.stringify(all[next(all.length)].case));
    for (let times = next(3); times >= 0; times -= 1) bytes[next(bytes.length)] = next(256);
    asked(() => rules.assess(bytes.slice(0, next(10) === 0 ? next(bytes.length) : bytes.length), { from: "2026-01", to: "2026-12", rules: "jining/city-award" }));
  }
});

test("changed outcomes are explained or refused by name", () => {
  const next = numbers(3);
  let explained = 0;
  const outcomes = all.slice(0, 60).flatMap((vector) => rules.assess(JSON.stringify(vector.case), vector.window).outcomes);
  for (let round = 0; round < 10_000; round += 1) {
    const outcome = changed(outcomes[next(outcomes.length)], next);
    explained += asked(() => rules.explain(outcome, "zh")) === undefined ? 0 : 1;
  }
  assert.ok(explained > 100, `${explained} explained`);
});

test("changed packs are refused, or answer", async () => {
  const { readFileSync } = await import("node:fs");
  const pack = readFileSync(new URL("../dist/jining.tuoyu", import.meta.url));
  const next = numbers(4);
  for (let round = 0; round < 200; round += 1) {
    const copy = Uint8Array.from(pack);
    copy[next(copy.length)] ^= 1 << next(8);
    await load(copy).then((other) => asked(() => other.assess({}, { from: "2026-01", to: "2026-12" })), (error) => assert.ok(error instanceof TuoyuError, String(error)));
  }
});

test("the engine answers as before", () => {
  assert.equal(told(known), before);
});
