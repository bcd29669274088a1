// The entry of browsers and bundlers.

import start, { Engine } from "./engine.js";
import { answer } from "./error.js";
import { Rules } from "./rules.js";

export { TuoyuError } from "./error.js";
export { Rules } from "./rules.js";

let started;

/** The engine with the pack that comes with it, or with the bytes of another compiled pack. */
export async function load(pack) {
  // Written out, so that bundlers find the file.
  started ??= start({ module_or_path: new URL("./engine_bg.wasm", import.meta.url) });
  const [bytes] = await Promise.all([pack ?? embedded(), started]);
  return new Rules(answer(() => new Engine(new Uint8Array(bytes))));
}

async function embedded() {
  const response = await fetch(new URL("./jining.tuoyu", import.meta.url));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.arrayBuffer();
}
