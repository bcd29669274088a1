// The entry of Node: the same, with files read from the disk.

import { readFile } from "node:fs/promises";
import start, { Engine } from "./engine.js";
import { answer } from "./error.js";
import { Rules } from "./rules.js";

export { TuoyuError } from "./error.js";
export { Rules } from "./rules.js";

let started;

/** The engine with the pack that comes with it, or with the bytes of another compiled pack. */
export async function load(pack) {
  started ??= read("engine_bg.wasm").then((bytes) => start({ module_or_path: bytes }));
  const [bytes] = await Promise.all([pack ?? read("jining.tuoyu"), started]);
  return new Rules(answer(() => new Engine(new Uint8Array(bytes))));
}

const read = (name) => readFile(new URL(`./${name}`, import.meta.url));
