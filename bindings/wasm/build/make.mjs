// The npm package, the estimator and its pages, from a compiled engine; `cargo xtask browser` calls it.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { named } from "./order.mjs";
import { types } from "./types.mjs";

const here = fileURLToPath(new URL("..", import.meta.url));
const top = join(here, "../..");
const dist = join(here, "dist");
const [engine, glue, tuoyu] = process.argv.slice(2).map((path) => join(top, path));

// What every browser of the last years has, and the compiler uses.
const FEATURES = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"]
  .map((name) => `--enable-${name}`);

const run = (program, ...given) => execFileSync(program, given, { cwd: top, stdio: ["ignore", "pipe", "inherit"] });
const told = (...given) => JSON.parse(run(tuoyu, ...given));

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
run(glue, engine, dist);
const made = join(dist, "engine_bg.wasm");
const optimize = (...passes) => run(join(here, "node_modules/.bin/wasm-opt"), ...passes, "--strip-debug", "--strip-producers", ...FEATURES, made, "-o", made);
// What is called from one place alone stays a function of its own: alike, they compress better than in their callers.
const ALONE = "--one-caller-inline-max-function-size=0";
optimize("--flatten", "--rereloop", "-Oz", "-Oz", ALONE, "--low-memory-unused", "--skip-pass=local-cse");
writeFileSync(made, named(readFileSync(made)));
optimize("--reorder-functions-by-name");
run(tuoyu, "pack", "rules-data", "-o", join(dist, "jining.tuoyu"));
cpSync(join(here, "js"), dist, { recursive: true });
cpSync(join(here, "estimator"), join(dist, "estimator"), { recursive: true });

const declarations = await types({
  caseSchema: told("schema", "case"),
  outcomeSchema: told("schema", "outcome"),
  packSchema: told("schema", "pack"),
  pack: told("pack", "rules-data", "--json"),
});
for (const [name, text] of Object.entries(declarations)) writeFileSync(join(dist, name), text);

// The pages stand alone: a city copies one folder.
const site = join(dist, "site");
cpSync(join(here, "site"), site, { recursive: true });
for (const name of readdirSync(dist)) {
  if (name !== "site" && name !== "node.js" && !name.endsWith(".d.ts")) cpSync(join(dist, name), join(site, "tuoyu", name), { recursive: true });
}
writeOffline(site);

/** The list of files that the service worker keeps, and the digest of all of them as its version. */
function writeOffline(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".d.ts") && entry.name !== "offline.js")
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
  const worker = join(folder, "offline.js");
  const text = readFileSync(worker, "utf8")
    .replace('"VERSION"', JSON.stringify(hash.digest("hex").slice(0, 16)))
    .replace('["FILES"]', JSON.stringify(["./", ...files], null, 2));
  writeFileSync(worker, text);
}
