// The package as people get it: packed, installed elsewhere, used in Node, checked by tsc, bundled by Vite, read by Chromium.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { browser, serve } from "./site.mjs";

const here = fileURLToPath(new URL("..", import.meta.url));
const project = mkdtempSync(join(tmpdir(), "tuoyu-"));
const run = (program, given, cwd = project) => execFileSync(program, given, { cwd, encoding: "utf8" });

// Packed and unpacked by npm, without asking a registry.
const packed = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", project], here));
const [{ filename, files }] = Array.isArray(packed) ? packed : Object.values(packed);
writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
run("npm", ["install", "--offline", "--no-audit", "--no-fund", join(project, filename)]);
after(() => rmSync(project, { recursive: true, force: true }));

const FAMILY = `{ families: [{ children: [{ birth_date: "2025-03-10", birth_order: 2, enrolments: [{ from: "2025-09-10" }] }] }] }`;
const ASK = `{ from: "2026-01", to: "2026-12", rules: "jining/family-subsidy" }`;

test("the package holds what its entries name, and neither pages nor tests", () => {
  const names = files.map((file) => file.path);
  const { exports } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
  const entries = JSON.stringify(exports).match(/\.\/dist\/[\w./-]+/g).map((entry) => entry.slice(2));
  assert.deepEqual(entries.filter((entry) => !names.includes(entry)), []);
  assert.deepEqual(names.filter((name) => !name.startsWith("dist/") && name !== "package.json" && !/^README|^LICENSE/.test(name)), []);
  assert.deepEqual(names.filter((name) => /site|test/.test(name)), []);
});

test("it answers in Node", () => {
  writeFileSync(join(project, "node.mjs"), `import { load } from "tuoyu";
const rules = await load();
console.log(rules.assess(${FAMILY}, ${ASK}).outcomes[0].amount);`);
  assert.equal(run("node", ["node.mjs"]), "3600.00\n");
});

test("tsc accepts what is right and refuses what is wrong, under the strictest rules", () => {
  cpSync(join(here, "tests/packaging/use.mts"), join(project, "use.mts"));
  const options = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--skipLibCheck", "false",
    "--module", "nodenext", "--target", "es2022", "--lib", "es2023,dom,dom.iterable", "--types", ""];
  try {
    run(join(here, "node_modules/.bin/tsc"), [...options, "use.mts"]);
  } catch (fault) {
    assert.fail(fault.stdout);
  }
});

test("Vite bundles it, and the bundle answers in a browser", async () => {
  mkdirSync(join(project, "src"));
  writeFileSync(join(project, "index.html"), `<!doctype html><html lang="en"><title>x</title><script type="module" src="/src/main.js"></script><tuoyu-estimator lang="en"></tuoyu-estimator></html>`);
  writeFileSync(join(project, "src/main.js"), `import { load } from "tuoyu";
import "tuoyu/estimator";
const rules = await load();
document.title = rules.assess(${FAMILY}, ${ASK}).outcomes[0].amount;`);
  run(join(here, "node_modules/.bin/vite"), ["build", "--logLevel", "error"]);
  const built = join(project, "dist");
  assert.ok(readdirSync(join(built, "assets")).some((name) => name.endsWith(".wasm")));
  assert.ok(existsSync(join(built, "index.html")));
  const site = await serve({ "/favicon.ico": "" }, built);
  const chromium = await browser();
  try {
    const { page, wrong } = await chromium.page(site.address);
    await page.waitForFunction(() => document.title === "3600.00");
    await page.locator("tuoyu-estimator").getByRole("heading", { name: "For how many children?" }).waitFor();
    // The styles of the element came along.
    assert.equal(await page.locator("tuoyu-estimator .step").evaluate((step) => getComputedStyle(step).borderBlockStartWidth), "4px");
    assert.deepEqual(wrong, []);
  } finally {
    await chromium.close();
    site.close();
  }
});
