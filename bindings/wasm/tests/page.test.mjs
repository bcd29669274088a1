// What must hold of the pages whatever is answered: names and roles, keys, requests, policy, offline, links from strangers.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { browser, serve } from "./site.mjs";
import { give, walk } from "./walk.mjs";

const AXE = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const PAGES = ["", "institutions.html"];
const FAMILY = { "为几个孩子": "1", "入托吗": "是", "哪些家长": ["母亲"], "哪一天出生": "2025-03-10", "第几个孩子": "2", "": "不知道" };

const chromium = await browser();
const site = await serve();
after(async () => {
  await chromium.close();
  site.close();
});

async function open(path = "", options) {
  const opened = await chromium.page(site.address + path, options);
  const element = opened.page.locator("tuoyu-estimator");
  await element.getByRole("heading", { level: 2 }).first().waitFor();
  return { ...opened, element, text: () => element.locator(".main").innerText() };
}

/** What axe finds; it is put into the page by the debugger, which no policy of the page forbids. */
async function violations(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: AXE });
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).slice(0, 3).join(" | ")}`);
}

for (const path of PAGES) {
  for (const scheme of ["light", "dark"]) {
    test(`axe finds nothing in ${path || "the page of families"}, ${scheme}: a question, a field, a result`, async () => {
      const { page, element } = await open(path, { scheme, width: 320, height: 640 });
      assert.deepEqual(await violations(page), []);
      await give(page, path ? "2" : "1");
      assert.deepEqual(await violations(page), []);
      await walk(page, { ...FAMILY, "几个班": "2" });
      await element.locator("details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
      assert.deepEqual(await violations(page), []);
      const { wide, seen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, seen: innerWidth }));
      assert.ok(wide <= seen, `${wide} of ${seen} pixels`);
    });
  }
}

test("names and roles: what a screen reader is told of a question and of a result", async () => {
  const { page, element } = await open();
  assert.match(await element.ariaSnapshot(), /heading "为几个孩子测算？" \[level=2\]/);
  assert.match(await element.ariaSnapshot(), /group "为几个孩子测算？"/);
  assert.match(await element.ariaSnapshot(), /button "1"/);
  await give(page, "1");
  await give(page, "是");
  await give(page, ["母亲"]);
  assert.match(await element.ariaSnapshot(), /textbox "孩子是哪一天出生的？"/);
  await walk(page, FAMILY);
  const told = await element.ariaSnapshot();
  assert.match(told, /heading "测算结果" \[level=2\]/);
  assert.match(told, /heading "入托补贴" \[level=3\]/);
  assert.match(told, /article/);
});

test("a whole conversation with the keyboard alone", async () => {
  const { page, element, text } = await open();
  const press = async (name) => {
    for (let tries = 0; tries < 60; tries += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const inner = document.activeElement?.shadowRoot?.activeElement;
        return inner ? inner.getAttribute("aria-label") ?? (inner.innerText || inner.labels?.[0]?.innerText || "") : "";
      });
      if (focused.trim() === name) return page.keyboard.press(name === "母亲" ? "Space" : "Enter");
    }
    throw new Error(`no “${name}” within reach of the Tab key`);
  };
  await press("1");
  await press("是");
  await press("母亲");
  await press("下一步");
  // The focus is on the new question, so that it is read out.
  await page.waitForFunction(() => document.querySelector("tuoyu-estimator").shadowRoot.activeElement?.id === "ask");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2025-03-10");
  await page.keyboard.press("Enter");
  for (let steps = 0; (await element.locator("#result").count()) === 0; steps += 1) {
    assert.ok(steps < 30);
    await press("不知道");
  }
  assert.match(await text(), /0\.00 元 至 6,000\.00 元/);
  assert.equal(await page.evaluate(() => document.querySelector("tuoyu-estimator").shadowRoot.activeElement?.id), "result");
});

test("no request after load, and nothing leaves the page", async () => {
  const { page, element, wrong, context } = await open();
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  await page.waitForLoadState("networkidle");
  const requests = [];
  context.on("request", (request) => requests.push(request.url()));
  const before = site.asked.length;
  await walk(page, FAMILY);
  await element.getByText("采用的读法").click();
  await element.locator("select[id^=reading-]").first().selectOption({ index: 1 });
  await element.getByRole("button", { name: "English" }).or(element.getByRole("button", { name: "Switch to English" })).first().click();
  await element.getByRole("button", { name: "Share a link" }).click();
  await page.waitForTimeout(300);
  assert.deepEqual(requests, []);
  assert.equal(site.asked.length, before);
  assert.deepEqual(await context.cookies(), []);
  assert.deepEqual(wrong, []);
});

test("the policy is in force, and the pages keep it", async () => {
  for (const path of PAGES) {
    const { page, wrong } = await open(path);
    const html = await page.content();
    assert.match(html, /default-src 'self'; script-src 'self' 'wasm-unsafe-eval'/);
    assert.equal(/<script(?![^>]*\bsrc=)|\son[a-z]+=|javascript:|<style|\sstyle=/i.test(readFileSync(new URL(`../dist/site/${path || "index.html"}`, import.meta.url), "utf8")), false);
    assert.deepEqual(wrong, []);
    // Were it not in force, this would run.
    const ran = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "globalThis.ran = true";
      document.body.append(script);
      setTimeout("globalThis.ran = true");
      await new Promise((later) => setTimeout(later, 100));
      return globalThis.ran === true;
    });
    assert.equal(ran, false);
  }
});

test("after the first load both pages work without a connection", async () => {
  const own = await serve();
  const { page, context } = await chromium.page(own.address);
  const element = page.locator("tuoyu-estimator");
  await element.locator("#ask").waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.ready.then((ready) => ready.active?.state === "activated"));
  await give(page, "1");
  own.close();
  await context.setOffline(true);
  await page.reload();
  // The answer of before is still there.
  await element.getByText("已接着上次的回答继续。").waitFor();
  await walk(page, FAMILY);
  assert.match(await element.locator(".main").innerText(), /测算结果/);
  await page.goto(`${own.address}institutions.html`);
  await element.getByRole("heading", { name: "有几个班？" }).waitFor();
});

test("a link carries the answers in its fragment, and opens what was shared", async () => {
  const { page, element, text } = await open();
  await walk(page, { ...FAMILY, "哪一天开始入托": "2025-09-10" });
  const shown = (told) => told.split("\n").filter((line) => /元/.test(line));
  const before = shown(await text());
  await element.getByRole("button", { name: "分享链接" }).click();
  const link = await element.locator("#link").inputValue();
  assert.equal(new URL(link).search, "");
  assert.equal(new URL(link).origin + new URL(link).pathname, site.address);
  const asked = site.asked.length;
  const other = await chromium.page(link);
  await other.page.locator("tuoyu-estimator").getByRole("heading", { name: "测算结果" }).waitFor();
  assert.deepEqual(shown(await other.page.locator("tuoyu-estimator .main").innerText()), before);
  assert.equal(site.asked.slice(asked).some((path) => path.includes("2025")), false);
});

test("a visit is resumed, and cleared for good", async () => {
  const { page, element } = await open();
  await give(page, "1");
  await give(page, "是");
  await page.reload();
  await element.getByText("已接着上次的回答继续。").waitFor();
  await walk(page, FAMILY);
  await element.getByRole("button", { name: "清除并重新开始" }).click();
  await element.getByRole("heading", { name: "为几个孩子测算？" }).waitFor();
  assert.equal((await page.evaluate(() => JSON.stringify(localStorage))).includes("2025-03-10"), false);
});

const state = (answers, more = {}) => JSON.stringify({ v: 1, a: "families", w: ["2026-01", "2026-12"], r: {}, x: answers, f: false, ...more });

const HOSTILE = {
  "no text of ours": "%",
  "no JSON": "tuoyu=%7B%7B%7B",
  "half a character": "tuoyu=%ED%A0%80",
  "null": "tuoyu=null",
  "another version": `tuoyu=${encodeURIComponent(JSON.stringify({ v: 2 }))}`,
  "markup as a day": `tuoyu=${encodeURIComponent(state([["children", 1], ["k1|child.birth_date", "<img src=x onerror=globalThis.ran=true>"]]))}`,
  "markup as a subject": `tuoyu=${encodeURIComponent(state([["children", 1], ["<img src=x onerror=globalThis.ran=true>|child.birth_date", "2025-01-01"]]))}`,
  "a fact that is none": `tuoyu=${encodeURIComponent(state([["children", 1], ["k1|child.__proto__", "x"], ["k1|constructor.name", "x"]]))}`,
  "members of every object": `tuoyu=${encodeURIComponent('{"v":1,"a":"families","w":["2026-01","2026-12"],"r":{"__proto__":{"polluted":1}},"x":[["__proto__",1],["constructor",{}]],"f":true}')}`,
  "many children": `tuoyu=${encodeURIComponent(state([["children", 100000000]]))}`,
  "numbers for decimals": `tuoyu=${encodeURIComponent(state([["children", 1], ["k1.attends", true], ["e1|enrolment.monthly_fee", 0.1]]))}`,
  "a window without end": `tuoyu=${encodeURIComponent(state([["children", 1]], { w: ["0001-01", "9999-12"] }))}`,
  "a window of a hundred years": `tuoyu=${encodeURIComponent(state([["children", 6], ["parents", ["mother", "father"]]], { w: ["2001-01", "2100-12"], f: true }))}`,
  "a reading that is none": `tuoyu=${encodeURIComponent(state([], { r: { "fourth-child": "maybe", "x": "y" } }))}`,
  "lists in lists": `tuoyu=${encodeURIComponent(state([[["a"], ["b"]], "c", null, 5, ["parents", [["mother"]]]]))}`,
  "far too long": `tuoyu=${"A".repeat(200_000)}`,
  "roles that are none": `tuoyu=${encodeURIComponent(state([["children", 1], ["parents", ["mother", "<b>", "mother"]]], { f: true }))}`,
};

for (const [name, fragment] of Object.entries(HOSTILE)) {
  test(`a fragment from a stranger: ${name}`, async () => {
    const { page, element, wrong } = await open(`#${fragment}`);
    assert.equal(await page.evaluate(() => globalThis.ran === true || {}.polluted === 1), false);
    assert.equal(await element.evaluate((one) => one.shadowRoot.querySelectorAll("img, script, iframe, b").length), 0);
    assert.equal(await element.evaluate((one) => one.assessment !== null), true);
    // The conversation goes on.
    if ((await element.locator("#result").count()) > 0) await element.getByRole("button", { name: "清除并重新开始" }).click();
    await walk(page, FAMILY);
    assert.deepEqual(wrong, []);
  });
}

test("a printed result has no buttons, and everything that was unfolded", async () => {
  const { page, element } = await open();
  await walk(page, FAMILY);
  await page.emulateMedia({ media: "print" });
  const visible = (selector) => element.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
  assert.equal(await visible("button:not(.link)"), 0);
  assert.ok((await visible("article.outcome")) > 0);
  assert.ok(await element.getByText("这是测算，不是审批决定").isVisible());
});

test("attributes, events, slots, parts and properties do what docs/browser.md says", async () => {
  const { page } = await open();
  const told = await page.evaluate(async () => {
    const made = document.createElement("tuoyu-estimator");
    for (const [name, value] of [["rules", "jining/family-subsidy"], ["from", "2026-01"], ["to", "2026-12"], ["lang", "en"], ["forget", ""]]) made.setAttribute(name, value);
    made.innerHTML = '<h1 slot="title">Our city</h1><p slot="footer">Call 12345</p>';
    made.style.setProperty("--tuoyu-accent", "rgb(120, 0, 120)");
    const events = [];
    for (const name of ["tuoyu-ready", "tuoyu-answer", "tuoyu-result", "tuoyu-error"]) document.addEventListener(name, (event) => events.push([name, Object.keys(event.detail)]));
    document.body.append(made);
    await new Promise((ready) => made.addEventListener("tuoyu-ready", ready));
    made.institutions = [{ id: "n9", name: "X", filed: true, inclusive: true }, { id: "bad", filed: "maybe" }];
    const listed = made.institutions.map((one) => one.id);
    const shadow = made.shadowRoot;
    const accent = getComputedStyle(shadow.querySelector(".step")).borderBlockStartColor;
    shadow.querySelector(".choice").click();
    const rules = made.assessment.receipt.rules;
    const slots = [...shadow.querySelectorAll("slot")].map((slot) => slot.name);
    made.clear();
    return { events, listed, accent, rules, slots, cleared: shadow.querySelector("#ask").textContent, kept: Object.keys(localStorage).length };
  });
  assert.deepEqual(told.events.map(([name]) => name), ["tuoyu-ready", "tuoyu-error", "tuoyu-answer"]);
  assert.deepEqual(told.listed, ["n9"]);
  assert.equal(told.accent, "rgb(120, 0, 120)");
  assert.deepEqual(told.rules, ["jining/family-subsidy"]);
  assert.deepEqual(told.slots, ["title", "disclaimer", "footer"]);
  assert.equal(told.cleared, "For how many children?");
});

test("without JavaScript the pages say what they need, and that it is an estimate", async () => {
  const { page } = await chromium.page(site.address, { script: false });
  assert.match(await page.locator("body").innerText(), /需要开启 JavaScript[\s\S]*不是审批决定[\s\S]*not a decision/);
});
