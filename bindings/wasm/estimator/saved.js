// Answers as a text, for a link and for the next visit. What comes back is a stranger's until it has been looked at.

import { caseOf } from "./case.js";

const VERSION = 1;
const LONGEST = 16_384;
const MOST = 400;
const STEP = /^(children|classes|parents|institution|k\d{1,2}\.(attends|institution|class))$/;
const FACT = /^[^|]{1,80}\|[a-z][a-z0-9_.-]{1,80}$/;
// A link asks for no longer than people plan; a hundred years of unknowns would keep a telephone busy.
const LONGEST_WINDOW = 120;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The text of a state. */
export function write({ audience, answers, window, readings, finished }) {
  return JSON.stringify({ v: VERSION, a: audience, w: [window.from, window.to], r: readings, x: [...answers], f: finished });
}

/**
 * A state that was written, and whether anything of it had to be left out; null where it is nothing of ours. Answers that the
 * rules refuse are left out one by one.
 */
export function read(written, { audience, institutions, pack, rules, window }) {
  const told = parsed(written);
  if (told?.v !== VERSION || told.a !== audience || !Array.isArray(told.x)) return null;
  const answers = new Map();
  let ignored = told.x.length > MOST;
  for (const entry of told.x.slice(0, MOST)) {
    const [name, value] = Array.isArray(entry) ? entry : [];
    if (!isAnswer(name, value, pack)) ignored = true;
    else answers.set(name, value);
  }
  const asked = Array.isArray(told.w) && told.w.length === 2 && told.w.every((month) => MONTH.test(month)) && length(...told.w) <= LONGEST_WINDOW ? told.w : null;
  ignored ||= asked === null;
  const state = {
    answers,
    window: asked ? { from: asked[0], to: asked[1] } : window,
    readings: chosen(told.r, pack),
    finished: told.f === true,
  };
  return { state: state, ignored: accepted(state, { audience, institutions, pack, rules, window }) || ignored };
}

/** Leaves out what the rules refuse; says whether anything was. */
function accepted(state, { audience, institutions, pack, rules, window }) {
  const isRefused = (answers) => {
    try {
      rules.assess(caseOf(audience, answers, institutions, pack), state.window);
      return false;
    } catch {
      return true;
    }
  };
  if (!isRefused(state.answers)) return false;
  if (isRefused(new Map())) state.window = window;
  for (const name of [...state.answers.keys()]) {
    if (!isRefused(state.answers)) break;
    const before = new Map([...state.answers].filter(([other]) => !other.includes("|") || place(state.answers, other) <= place(state.answers, name)));
    if (isRefused(before)) state.answers.delete(name);
  }
  if (isRefused(state.answers)) state.answers.clear();
  return true;
}

const place = (answers, name) => [...answers.keys()].indexOf(name);

const length = (from, to) => (to.slice(0, 4) - from.slice(0, 4)) * 12 + (to.slice(5) - from.slice(5)) + 1;

function parsed(written) {
  if (typeof written !== "string" || written.length > LONGEST) return null;
  try {
    return JSON.parse(written);
  } catch {
    return null;
  }
}

function isAnswer(name, value, pack) {
  if (typeof name !== "string") return false;
  const isScalar = value === null || typeof value === "boolean" || (typeof value === "string" && value.length <= 120);
  const isList = Array.isArray(value) && value.length <= 20 && value.every((one) => typeof one === "string" && one.length <= 120);
  if (STEP.test(name)) return isScalar || isList || (Number.isInteger(value) && value >= 0 && value <= 12);
  return FACT.test(name) && pack.facts.has(name.split("|")[1]) && (isScalar || isList);
}

function chosen(readings, pack) {
  if (readings === null || typeof readings !== "object") return {};
  const known = ([id, option]) => pack.readings.get(id)?.options.some((one) => one.id === option);
  return Object.fromEntries(Object.entries(readings).filter(known));
}

const FRAGMENT = "tuoyu=";

/** The link to a page with a state in its fragment, which browsers send to no server. */
export function link(address, written) {
  return `${address.split("#")[0]}#${FRAGMENT}${encodeURIComponent(written)}`;
}

/** What a link holds, or null. */
export function inFragment(hash) {
  const fragment = hash.replace(/^#/, "");
  if (!fragment.startsWith(FRAGMENT) || fragment.length > LONGEST) return null;
  try {
    return decodeURIComponent(fragment.slice(FRAGMENT.length));
  } catch {
    return "";
  }
}

/** What was kept for the next visit; a browser may keep nothing. */
export const kept = {
  read: (name) => guarded(() => localStorage.getItem(name)),
  write: (name, written) => guarded(() => localStorage.setItem(name, written)),
  clear: (name) => guarded(() => localStorage.removeItem(name)),
};

function guarded(act) {
  try {
    return act();
  } catch {
    return null;
  }
}
