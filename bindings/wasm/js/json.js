// An object of the host as JSON text, without the silent losses of `JSON.stringify`.

// Deeper, and longer, than any case that the engine takes; it then says so itself.
const DEEPEST = 40;
const LONGEST = 64 * 1024 * 1024;

/**
 * The text of a value. What `JSON.stringify` would turn into `null` or `{}`, and so into “unknown”, is written as it is, such as
 * `NaN` or `[object Map]`, and the engine refuses it where it stands. Members that are `undefined` are left out. An object
 * that holds itself is too deep.
 */
export function json(value) {
  const written = { parts: [], length: 0 };
  return write(value, 0, written) ? written.parts.join("") : "[".repeat(DEEPEST);
}

/** Writes a value; false where it is too deep. What is longer than the engine takes is not written to its end. */
function write(value, depth, written) {
  if (depth > DEEPEST) return false;
  if (value !== null && typeof value?.toJSON === "function") return write(value.toJSON(), depth + 1, written);
  if (Array.isArray(value)) return each(value, "[", "]", depth, written, (item) => [null, item ?? null]);
  if (Object.prototype.toString.call(value) === "[object Object]") {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return each(members, "{", "}", depth, written, (member) => member);
  }
  put(typeof value === "string" ? JSON.stringify(value) : String(value ?? null), written);
  return true;
}

function each(items, open, close, depth, written, member) {
  put(open, written);
  for (const [place, item] of items.entries()) {
    if (written.length > LONGEST) break;
    const [name, value] = member(item);
    put((place > 0 ? "," : "") + (name === null ? "" : `${JSON.stringify(name)}:`), written);
    if (!write(value, depth + 1, written)) return false;
  }
  put(close, written);
  return true;
}

function put(text, written) {
  written.parts.push(text);
  written.length += text.length;
}
