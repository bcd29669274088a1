// Exact numbers, errors and hostile inputs at the door.

import assert from "node:assert/strict";
import { test } from "node:test";
import { TuoyuError, load } from "tuoyu";

const rules = await load();
const year = { from: "2026-01", to: "2026-12" };

const enrolled = (monthly_fee) => ({
  families: [{
    parents: [{ id: "p1", employer: { childcare_ratio: "0.5", kindergarten_ratio: "0.5" } }],
    children: [{ enrolments: [{ id: "e1", from: "2025-01-01", monthly_fee }] }],
  }],
});

const income = (annual_taxable_income) => ({ families: [{ parents: [{ annual_taxable_income }] }] });

function refused(facts, ask = year) {
  try {
    rules.assess(facts, ask);
  } catch (error) {
    assert.ok(error instanceof TuoyuError, String(error));
    return error;
  }
  return assert.fail("not refused");
}

const reimbursed = (fee) =>
  rules.assess(enrolled(fee), { ...year, rules: "jining/employer-reimbursement" }).outcomes[0].amount;

test("decimals are exact or refused by name", () => {
  // 12 × fee × 0.5
  assert.equal(reimbursed("0.1"), "0.60");
  assert.equal(reimbursed("3.7"), "22.20");
  assert.equal(reimbursed("1999.99"), "11999.94");
  assert.equal(refused(enrolled("0.0000001")).code, "too-many-decimals");
  assert.equal(refused(enrolled("1000000000000000.01")).code, "out-of-range");
  assert.equal(refused(enrolled("1e3")).code, "not-a-decimal");
});

test("a number of JavaScript is no decimal, whole or not", () => {
  const path = "families[0].children[0].enrolments[0].monthly_fee";
  for (const [fee, code] of [[0.1, "number-with-fraction"], [2100, "not-text"], [1e21, "number-with-fraction"]]) {
    const error = refused(enrolled(fee));
    assert.deepEqual([error.code, error.path], [code, path]);
  }
  assert.equal(refused(enrolled(Number.NaN)).code, "invalid-json");
  assert.equal(refused(enrolled(Number.POSITIVE_INFINITY)).code, "invalid-json");
  // In a JSON text a whole integer is its digits.
  assert.equal(rules.assess(JSON.stringify(enrolled(2100)), year).outcomes.length > 0, true);
  assert.equal(refused(income(90000)).code, "not-text");
});

test("counts are integers", () => {
  const order = (birth_order) => ({ families: [{ children: [{ birth_order }] }] });
  assert.ok(rules.assess(order(2), year));
  assert.ok(rules.assess(order("2"), year));
  assert.ok(rules.assess(order(2n), year));
  assert.equal(refused(order(2.5)).code, "number-with-fraction");
  assert.equal(refused(order(21)).code, "out-of-range");
});

test("undefined and null are unknown", () => {
  const answer = (birth_order) => rules.assess({ families: [{ children: [{ birth_order }] }] }, year).outcomes;
  assert.deepEqual(answer(undefined), answer(null));
});

test("an error has every fault, with code, place and help in both languages", () => {
  const error = refused({ institutions: [{ filed: "yes", inclusiv: true }], families: [{ children: [{ birth_date: "2025-02-30" }] }] });
  assert.deepEqual(error.faults.map(({ code, path }) => [code, path]), [
    ["not-yes-no", "institutions[0].filed"],
    ["unknown-field", "institutions[0].inclusiv"],
    ["no-such-day", "families[0].children[0].birth_date"],
  ]);
  assert.equal(error.code, "not-yes-no");
  assert.equal(error.help, "write true or false, or null where it is unknown");
  assert.equal(error.faults[0].help.zh, "写 true 或 false；不清楚时写 null");
});

test("a question that is not well formed is refused by name", () => {
  const facts = { families: [] };
  assert.equal(refused(facts, { from: "2026-13", to: "2026-12" }).code, "not-a-month");
  assert.equal(refused(facts, { from: "2026-12", to: "2026-01" }).code, "window-reversed");
  assert.equal(refused(facts, { ...year, rules: ["jining/none"] }).code, "unknown-rule");
  assert.equal(refused(facts, { ...year, readings: { "fourth-child": "maybe" } }).code, "unknown-option");
  assert.equal(refused(facts, { ...year, rule: "jining/*" }).code, "malformed-argument");
  assert.equal(refused(facts, { ...year, rules: 5 }).path, "rules");
  assert.throws(() => rules.assess(facts), TuoyuError);
});

test("no input traps the engine", () => {
  const circle = {};
  circle.families = [circle, circle];
  // Every level twice: small to hold, and too long to be written out.
  const twice = Array.from({ length: 30 }).reduce((inner) => [inner, inner], "x".repeat(100));
  const deep = "[".repeat(100_000);
  const wrong = [circle, twice, deep, "", "{", "\ud800", "null", "[]", "{\"families\":{}}", new Uint8Array([0xff, 0xfe]), null, 5,
    () => 1, new Map(), { families: "x".repeat(1_000_000) }, "[" + "1,".repeat(300_000) + "1]", { __proto__: null, constructor: 1 }];
  for (const facts of wrong) {
    refused(facts);
  }
  for (const outcome of ["", "null", "{}", { rule: "x" }, { ...rules.assess({}, year).outcomes[0], reasons: 5 }]) {
    assert.throws(() => rules.explain(outcome, "zh"), TuoyuError);
  }
  assert.equal(refused(circle).code, "too-deep");
  assert.equal(refused(new Map()).code, "invalid-json");
  assert.equal(reimbursed("100.00"), "600.00");
});

test("a pack of other bytes is refused", async () => {
  await assert.rejects(load(new Uint8Array([1, 2, 3])), { code: "not-a-pack" });
});

test("hash and receipt name the pack", () => {
  assert.match(rules.hash, /^[0-9a-f]{64}$/);
  assert.equal(rules.assess({}, year).receipt.pack_hash, rules.hash);
  assert.equal(rules.describe().hash, rules.hash);
});

test("what is missing is asked, and an outcome is explained in either language", () => {
  const facts = { families: [{ children: [{ id: "k1", birth_date: "2025-03-10", enrolments: [{ id: "e1", from: "2025-09-10" }] }] }] };
  const ask = { ...year, rules: "jining/family-subsidy" };
  const [question] = rules.questions(facts, ask);
  assert.deepEqual([question.subject, question.fact], ["k1", "child.birth_order"]);
  const [outcome] = rules.assess(facts, ask).outcomes;
  assert.deepEqual(outcome.range, ["0.00", "6000.00"]);
  assert.match(rules.explain(outcome, "zh"), /入托补贴/);
  assert.match(rules.explain(outcome, "en"), /Family childcare subsidy/);
  assert.equal(rules.explain(outcome).part, "head");
});
