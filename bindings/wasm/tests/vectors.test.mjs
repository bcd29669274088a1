// Every vector of the repository, unedited: as a JSON text and as an object.

import assert from "node:assert/strict";
import { test } from "node:test";
import { TuoyuError, load } from "tuoyu";
import { differences, vectors } from "./vectors.mjs";

const rules = await load();

test("every vector holds in Node, as the text that it is", () => {
  const all = vectors();
  assert.ok(all.length >= 600, `only ${all.length} vectors`);
  assert.deepEqual(all.flatMap((vector) => differences(rules, vector)), []);
});

test("an object is answered as its text is, unless a decimal in it is a number", () => {
  let asObjects = 0;
  for (const { case: facts, window, readings } of vectors()) {
    const ask = { ...window, readings };
    const answer = rules.assess(JSON.stringify(facts), ask);
    try {
      assert.deepEqual(rules.assess(facts, ask), answer);
      asObjects += 1;
    } catch (error) {
      if (!(error instanceof TuoyuError)) throw error;
      assert.equal(error.code, "not-text");
    }
  }
  assert.ok(asObjects >= 300, `only ${asObjects} vectors have no number in the place of a decimal`);
});
