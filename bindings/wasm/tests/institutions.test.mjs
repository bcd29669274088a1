// Whole conversations of institutions, in Chromium.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { browser, serve } from "./site.mjs";
import { walk } from "./walk.mjs";

const chromium = await browser();
const site = await serve();
after(async () => {
  await chromium.close();
  site.close();
});

async function institution(answers, language = "zh") {
  const { page, wrong } = await chromium.page(`${site.address}institutions.html`);
  const element = page.locator("tuoyu-estimator");
  await element.evaluate((one) => {
    one.setAttribute("from", "2026-01");
    one.setAttribute("to", "2026-12");
  });
  await element.locator("#ask").waitFor();
  if (language === "en") await element.getByRole("button", { name: "Switch to English" }).click();
  const asked = await walk(page, answers);
  const card = (title) => element.locator("article.outcome").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
  return { asked, card, element, wrong };
}

const KEPT = { "食品安全": "是", "卫生保健": "是", "儿童膳食": "是", "体格锻炼": "是", "安全防护": "否", "物防": "是", "技防": "是", "安全检查": "是",
  "安保人员": "0", "医疗机构签约": "不知道", "公示信息": "是", "诚信档案": "是" };

test("a filed and inclusive nursery reads its subsidy by class, and its duties", async () => {
  const { asked, card, element, wrong } = await institution({
    ...KEPT, "几个班": "2", "哪一类托育机构": "独立托育机构", "哪种班型": (time) => ["乳儿班", "托小班"][time - 1],
    "多少名婴幼儿": (time) => ["8", "25"][time - 1], "多少名保育人员": (time) => ["2", "5"][time - 1],
    "是否被认定为普惠": "是", "依法登记": "是", "已经备案": "是", "": "不知道",
  });
  // What only a kindergarten is asked is not asked here.
  assert.equal(asked.some((one) => one.includes("幼儿园")), false);
  const statement = await card("机构账单").innerText();
  // 8 × 3000 and 25 × 2000; the city's 8 × 900 + 25 × 600; the county's share is what is left.
  for (const figure of ["24,000.00 元", "50,000.00 元", "74,000.00 元", "22,200.00 元", "51,800.00 元"]) assert.ok(statement.includes(figure), figure);
  // ⌈8/3⌉ = 3 carers are needed and 2 are there; 25 children are more than 15.
  const carers = await card("班级保育人员").allInnerTexts();
  assert.ok(carers.some((one) => /不符合/.test(one) && /现在 2，要求 不低于 3/.test(one)), carers.join());
  const sizes = await card("班级人数").allInnerTexts();
  assert.ok(sizes.some((one) => /现在 25，要求 不超过 15 \(超出 10\)/.test(one)), sizes.join());
  assert.match(await card("安全防护措施").innerText(), /不符合/);
  assert.match(await card("与医疗机构签约").innerText(), /待定/);
  assert.deepEqual(await element.locator("h3.group").allInnerTexts(), ["补助", "应做的事", "还有什么规定"]);
  assert.deepEqual(wrong, []);
});

test("a kindergarten reads its next step, in English", async () => {
  const { card, wrong } = await institution({
    "How many classes": "0", "What kind of childcare place": "nursery class of a kindergarten",
    "what kind of legal person": "social service organization", "Has the education department": "Yes", "certificate been changed": "No", "": "I don’t know",
  }, "en");
  const registration = await card("Registration and filing of a kindergarten nursery").innerText();
  assert.match(registration, /Next step: /);
  assert.match(registration, /still to do/);
  assert.deepEqual(wrong, []);
});
