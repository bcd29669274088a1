// A conversation with the element, as a person has it: what is asked is answered, by its words.

import assert from "node:assert/strict";

/** Answers until the result stands there; gives the questions in their order. An answer is a choice, or what is typed. */
export async function walk(page, answers) {
  const asked = [];
  for (;;) {
    const heading = page.locator("tuoyu-estimator").getByRole("heading", { level: 2 }).first();
    const words = await heading.innerText();
    if ((await heading.getAttribute("id")) === "result") return asked;
    asked.push(words);
    assert.ok(asked.length < 80, `no end: ${asked.slice(-5)}`);
    const found = Object.entries(answers).find(([part]) => words.includes(part));
    assert.ok(found, `“${words}” is not expected`);
    await give(page, typeof found[1] === "function" ? found[1](asked.filter((one) => one === words).length) : found[1]);
  }
}

/** Gives one answer. */
export async function give(page, answer) {
  const step = page.locator("tuoyu-estimator").locator("section.step");
  if (Array.isArray(answer)) {
    for (const one of answer) await step.getByRole("checkbox", { name: one, exact: true }).check();
    await step.locator("button[type=submit]").click();
    return;
  }
  const choice = step.getByRole("button", { name: answer, exact: true });
  if ((await choice.count()) > 0) {
    await choice.click();
    return;
  }
  const input = step.locator("#answer");
  await input.fill(answer);
  await input.press("Enter");
}
