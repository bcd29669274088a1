// Functions in an order in which alike stand near each other: what compresses a file looks no further back than 32 KB.

const WINDOW = 32 * 1024;
// How many bytes have to be the same to count, and how much a function's own length tells against it: found by trying.
const RUN = 6;
const LENGTH = 0.8;
const SLACK = 5;

/** The file with names by which `wasm-opt --reorder-functions-by-name` puts its functions into that order. */
export function named(wasm) {
  const { imported, bodies } = functions(wasm);
  const digits = String(bodies.length).length;
  const names = [];
  alike(bodies).forEach((body, place) => (names[body] = String(place).padStart(digits, "0")));
  const entries = names.flatMap((name, body) => [...leb(imported + body), ...leb(name.length), ...Buffer.from(name)]);
  const list = [...leb(names.length), ...entries];
  const section = [...leb(4), ...Buffer.from("name"), 1, ...leb(list.length), ...list];
  return Buffer.concat([wasm, Buffer.from([0, ...leb(section.length), ...section])]);
}

/** The places of bodies, each after the one among the rest that has most in common with what stands before it. */
function alike(bodies) {
  const runs = bodies.map((body) => new Set(Array.from({ length: Math.max(body.length - RUN, 0) }, (_, at) => hash(body, at))));
  const holders = new Map();
  runs.forEach((all, body) => all.forEach((run) => (holders.get(run) ?? holders.set(run, []).get(run)).push(body)));
  // What only one holds is in common with nothing.
  runs.forEach((all) => all.forEach((run) => holders.get(run).length > 1 || all.delete(run)));
  const common = new Float64Array(bodies.length);
  const held = new Map();
  const count = (body, step) => {
    for (const run of runs[body]) {
      const before = held.get(run) ?? 0;
      held.set(run, before + step);
      if (before === 0 || before + step === 0) {
        const weight = step / Math.sqrt(holders.get(run).length);
        for (const other of holders.get(run)) common[other] += weight;
      }
    }
  };
  const left = new Set(bodies.keys());
  const order = [];
  let [first, length] = [0, 0];
  let next = bodies.reduce((largest, body, place) => (body.length > bodies[largest].length ? place : largest), 0);
  while (left.size > 0) {
    left.delete(next);
    order.push(next);
    count(next, 1);
    length += bodies[next].length;
    while (length > WINDOW && first + 1 < order.length) {
      count(order[first], -1);
      length -= bodies[order[first]].length;
      first += 1;
    }
    let most = -Infinity;
    for (const body of left) {
      const share = common[body] / (runs[body].size ** LENGTH + SLACK);
      if (share > most) [most, next] = [share, body];
    }
  }
  return order;
}

function hash(body, at) {
  let sum = 0;
  for (let place = at; place < at + RUN; place += 1) sum = (Math.imul(sum, 0x01000193) ^ body[place]) | 0;
  return sum;
}

/** How many functions are imported, and the bodies of the others. */
function functions(wasm) {
  let at = 8;
  const number = () => {
    let [value, shift, byte] = [0, 0, 0x80];
    for (; byte & 0x80; shift += 7) {
      byte = wasm[at++];
      value |= (byte & 0x7f) << shift;
    }
    return value >>> 0;
  };
  const text = () => {
    const length = number();
    at += length;
  };
  const limits = () => (wasm[at++] & 1 ? [number(), number()] : [number()]);
  let imported = 0;
  const bodies = [];
  while (at < wasm.length) {
    const [kind, length] = [wasm[at++], number()];
    const end = at + length;
    if (kind === 2) {
      for (let left = number(); left > 0; left -= 1) {
        text();
        text();
        const what = wasm[at++];
        if (what === 0) {
          imported += 1;
          number();
        } else if (what === 3) at += 2;
        else {
          if (what === 1) at += 1;
          limits();
        }
      }
    } else if (kind === 10) {
      for (let left = number(); left > 0; left -= 1) {
        const length = number();
        bodies.push(wasm.subarray(at, (at += length)));
      }
    }
    at = end;
  }
  return { imported, bodies };
}

function leb(value) {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value > 0);
  return bytes;
}
