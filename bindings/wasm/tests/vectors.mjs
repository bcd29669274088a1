// The vectors of `tests/vectors`, and what an engine says otherwise.

import { readFileSync, readdirSync } from "node:fs";

const folder = new URL("../../../tests/vectors/", import.meta.url);

export function vectors() {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
  return files.flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
}

/**
 * Each field that a vector states and that the rules answer otherwise; what is compared is what `core/tests/vectors.rs`
 * compares. It also runs in a page, so it refers to nothing. A case goes in as its text, in which a whole number may stand
 * for a decimal.
 */
export function differences(rules, vector) {
  const sorted = (value) => JSON.stringify(value ?? null, (_, part) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part);
  const same = (one, other) => sorted(one) === sorted(other);
  const holds = (stated, said) => Object.keys(stated).every((key) => same(stated[key], said[key]));
  // Of steps and parts only what is stated; a part that is stated as nothing may be left out.
  const isPart = (stated, said) => ["subject", "month", "item"].every((key) => same(stated[key], said[key]));
  const agrees = (field, stated, said) => {
    if (field === "steps") return stated.length === said?.length && stated.every((step, place) => holds(step, said[place]));
    if (field === "parts") {
      return stated.every((part) => {
        const found = (said ?? []).find((one) => isPart(part, one));
        return found ? holds(part, found) : part.amount === "0.00";
      });
    }
    return typeof stated?.holds === "string" ? said.zh.includes(stated.holds) : same(stated, said);
  };
  const { name, window, readings, expect, totals = [] } = vector;
  const answer = rules.assess(JSON.stringify(vector.case), { ...window, readings });
  const compare = (stated, list, keys) => {
    const found = list.find((one) => keys.every((key) => same(one[key], stated[key]))) ?? {};
    return Object.keys(stated)
      .filter((field) => !agrees(field, stated[field], found[field]))
      .map((field) => `${name}: ${field} is ${JSON.stringify(found[field])}, not ${JSON.stringify(stated[field])}`);
  };
  return [
    ...expect.flatMap((one) => compare(one, answer.outcomes, ["subject", "rule"])),
    ...totals.flatMap((one) => compare(one, answer.totals, ["payer", "payee", "form", "unit", "discretionary"])),
  ];
}
