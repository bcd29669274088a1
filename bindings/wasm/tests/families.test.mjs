// Whole conversations of families, in Chromium, as they read and answer them.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { browser, serve } from "./site.mjs";
import { give, walk } from "./walk.mjs";

const LISTED = {
  institutions: [
    { id: "n-sun", name: "邹城市向阳托育园", county: "邹城市", registered: true, filed: true, inclusive: true,
      classes: [{ id: "c-sun", kind: "infant" }] },
    { id: "n-river", name: "River Nursery", county: "任城区", registered: true, filed: true, inclusive: false, classes: [] },
  ],
};

const YEAR = new Date().getFullYear();
const chromium = await browser();
const site = await serve();
const listed = await serve({ "/institutions.json": JSON.stringify(LISTED) });
after(async () => {
  await chromium.close();
  site.close();
  listed.close();
});

/** The page with the months of 2026, whenever the test runs. */
async function families(served, options) {
  const opened = await chromium.page(served.address, options);
  await opened.page.locator("tuoyu-estimator").evaluate((element) => {
    element.setAttribute("from", "2026-01");
    element.setAttribute("to", "2026-12");
  });
  const element = opened.page.locator("tuoyu-estimator");
  await element.getByRole("heading", { level: 2 }).first().waitFor();
  return { ...opened, element, card: (title) => element.locator("article.outcome").filter({ has: opened.page.getByRole("heading", { name: title, exact: true }) }) };
}

/** Everything that the element shows. */
const text = (element) => element.locator(".main").innerText();

// A second child, born on 2023-05-31, who is three on the last day of May: January to April at 300.
const SECOND = {
  "为几个孩子": "1", "入托吗": "是", "哪些家长": [], "哪一天出生": "2023-05-31", "第几个孩子": "2", "哪一天开始入托": "2025-09-10",
  "哪一天结束": "不知道", "保育费": "2100",
};

test("a family is paid for a second child until it is three", async () => {
  const { element, page, wrong, card } = await families(site);
  const asked = await walk(page, SECOND);
  // The end of an enrolment is unknown only where it is not asked: absent, it runs on.
  assert.deepEqual(asked.slice(0, 3), ["为几个孩子测算？", "孩子在托育机构入托吗？", "为哪些家长测算？"]);
  // What only the institution knows does not change what a family gets.
  assert.equal(asked.some((one) => one.includes("备案") || one.includes("普惠")), false);
  const subsidy = card("入托补贴");
  assert.match(await subsidy.innerText(), /1,200\.00 元/);
  assert.match(await subsidy.innerText(), /县（市、区）付给家庭/);
  assert.match(await subsidy.innerText(), /自2026年5月起会自动变化（出生日期）/);
  assert.equal(await subsidy.locator(".cell.is-granted").count(), 4);
  // The law's sentence unfolds beneath the number.
  await subsidy.getByText("依据的原文").click();
  assert.match(await subsidy.locator("blockquote").first().innerText(), /二孩每人每月300元/);
  // How to claim, where the text says so and where it does not.
  assert.match(await card("育儿补贴").locator(".claim").innerText(), /到哪里[\s\S]*户籍所在地申请/);
  assert.match(await subsidy.locator(".claim").innerText(), /原文没有写明申领办法/);
  // What is discretionary, which readings were taken and what was not seen in full stand there.
  await element.getByText("采用的读法").click();
  assert.ok(await element.getByLabel("逐月判断以哪一天为准？").isVisible());
  assert.match(await element.getByText("没有见到原文全文的依据").innerText(), /依据/);
  assert.match(await text(element), /这是测算，不是审批决定/);
  assert.deepEqual(wrong, []);
});

test("the same conversation in English", async () => {
  const { element, page, wrong, card } = await families(site);
  await element.getByRole("button", { name: "Switch to English" }).click();
  await walk(page, {
    "For how many children": "1", "attend": "Yes", "Which parents": ["mother"], "born": "2023-05-31", "Which child": "2",
    "which day does the child attend": "2025-09-10", "": "I don’t know",
  });
  const subsidy = card("Family childcare subsidy");
  assert.match(await subsidy.innerText(), /CNY 1,200\.00/);
  assert.match(await subsidy.innerText(), /Paid by the county to the family/);
  assert.match(await subsidy.innerText(), /Changes by itself from May 2026/);
  // What the employer pays is not a right, and not known: a range.
  const employer = card("Employer’s reimbursement of childcare fees");
  assert.match(await text(element), /May be granted; not a right/);
  assert.ok((await employer.count()) <= 1);
  const shown = (await text(element)).replaceAll("English", "").replaceAll("中文", "");
  // Whatever is not of the law's own text is in English.
  const han = shown.split("\n").filter((line) => /\p{Script=Han}/u.test(line));
  assert.deepEqual(han.filter((line) => !/中华人民共和国|国发|国务院|山东省|济政办字|育儿补贴制度|\[|〔/u.test(line)), []);
  assert.deepEqual(wrong, []);
});

test("“I don’t know” leads to a range, and an answer is changed from the result", async () => {
  const { element, page, card } = await families(site);
  await walk(page, { ...SECOND, "哪一天出生": "2025-03-10", "第几个孩子": "不知道" });
  assert.match(await card("入托补贴").innerText(), /0\.00 元 至 6,000\.00 元/);
  await card("入托补贴").getByRole("button", { name: /这是第几个孩子/ }).click();
  await give(page, "3");
  assert.match(await card("入托补贴").innerText(), /6,000\.00 元/);
  await element.getByText("您的回答").click();
  await element.getByRole("button", { name: "修改：孩次" }).click();
  await give(page, "2");
  assert.match(await card("入托补贴").innerText(), /3,600\.00 元/);
});

test("back leads to the answer before, and it can be given anew", async () => {
  const { element, page } = await families(site);
  await give(page, "1");
  await give(page, "否");
  await element.getByRole("button", { name: "上一题" }).click();
  await element.getByRole("heading", { name: "孩子在托育机构入托吗？" }).waitFor();
  assert.equal(await element.getByRole("button", { name: "否", exact: true }).getAttribute("aria-pressed"), "true");
  await give(page, "是");
  await element.getByRole("heading", { name: "为哪些家长测算？" }).waitFor();
});

test("several children are asked about one by one, and added up", async () => {
  const { page, card, element } = await families(site);
  await walk(page, {
    "为几个孩子": "2", "入托吗": "是", "哪些家长": [], "哪一天出生": (time) => ["2024-12-01", "2025-11-05"][time - 1] ?? "不知道",
    "第几个孩子": (time) => ["3", "2"][time - 1], "哪一天开始入托": (time) => ["2025-09-10", "2026-05-06"][time - 1], "": "不知道",
  });
  // 12 × 500, and May to December at 300.
  assert.equal(await card("入托补贴").count(), 2);
  assert.match(await element.locator(".totals").innerText(), /8,400\.00 元/);
});

test("an institution of the city’s list is chosen by name, and what the list says is not asked", async () => {
  const { element, page, wrong } = await families(listed);
  await give(page, "1");
  await give(page, "是");
  await element.getByRole("searchbox", { name: "按名称查找" }).fill("向阳");
  await give(page, "邹城市向阳托育园");
  await element.getByRole("heading", { name: /上哪个班|在哪个班/ }).waitFor();
  await give(page, "乳儿班");
  await walk(page, SECOND);
  assert.match(await text(element), /1,200\.00 元/);
  const { institutions } = await element.evaluate((one) => ({ institutions: one.institutions.length }));
  assert.equal(institutions, 2);
  assert.deepEqual(wrong, []);
});

test("what is not in the list is asked about", async () => {
  const { element, page } = await families(listed);
  await give(page, "1");
  await give(page, "是");
  await element.getByRole("searchbox").fill("没有的");
  await element.getByText("没有找到").waitFor();
  await give(page, "不在名单里");
  await walk(page, SECOND);
  assert.match(await text(element), /1,200\.00 元/);
});

test("a wrong answer is told where it was given, and nothing is lost", async () => {
  const { element, page } = await families(site);
  await walkTo(page, "第几个孩子");
  for (const [typed, told] of [["0", /1 至 20|超出|范围/], ["2.5", /整数|小数/], ["两个", /整数|数字|写/]]) {
    await element.locator("#answer").fill(typed);
    await element.locator("#answer").press("Enter");
    assert.match(await element.getByRole("alert").innerText(), told);
  }
  await give(page, "２");
  assert.equal(await element.getByRole("alert").innerText().catch(() => ""), "");

  async function walkTo(at, part) {
    const heading = () => element.getByRole("heading", { level: 2 }).first().innerText();
    for (let words = await heading(); !words.includes(part); words = await heading()) {
      await give(at, Object.entries(SECOND).find(([key]) => words.includes(key))[1]);
    }
  }
});

test("decimals go in as they are typed", async () => {
  const { page, card, element } = await families(site);
  const fees = { ...SECOND, "第几个孩子": "1", "哪些家长": ["母亲"], "哪一天出生": "2025-03-10", "哪一天开始入托": "2025-09-10",
    "职工": "是", "报销托育费": "0.5", "报销幼儿园费用": "0.5", "扣除多少": "0", "应纳税所得额": "0" };
  await walk(page, { ...fees, "保育费": "0.1" });
  // 12 × 0.1 × 0.5
  assert.match(await card("单位报销托育费").innerText(), /0\.60 元/);
  await element.getByText("您的回答").click();
  await element.getByRole("button", { name: /修改：.*保育费/ }).click();
  for (const typed of ["0.0000001", "1000000000000000.01", "1e3", "+1"]) {
    await element.locator("#answer").fill(typed);
    await element.locator("#answer").press("Enter");
    assert.notEqual(await element.getByRole("alert").innerText(), "", typed);
  }
  await give(page, "3.7");
  assert.match(await card("单位报销托育费").innerText(), /22\.20 元/);
});

test("the year can be changed where the page does not fix it", async () => {
  const { page } = await chromium.page(site.address);
  const element = page.locator("tuoyu-estimator");
  await walk(page, { "为几个孩子": "1", "入托吗": "否", "哪些家长": [], "": "不知道" });
  await element.getByLabel("年份").selectOption(String(YEAR + 1));
  await element.getByText(`${YEAR + 1}年1月至${YEAR + 1}年12月`, { exact: true }).waitFor();
});
