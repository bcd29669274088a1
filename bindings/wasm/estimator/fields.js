// What an answer is given with: buttons for a choice, a field for a number or a day. What is typed stays a text.

import { h } from "./dom.js";

/** Buttons, one for each answer; `pressed` is the answer that was given before. */
export function choices(options, given, answer) {
  return h("div", { class: "choices", part: "choices" }, options.map(({ value, words }) =>
    h("button", { type: "button", class: "choice", part: "choice", "aria-pressed": String(same(value, given)), onclick: () => answer(value) }, words)));
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** A form with one field. */
export function field({ kind, id, given, decimals, unit, label, described, next, answer }) {
  const input = h("input", {
    id, class: "input", part: "input", name: "answer", autocomplete: "off", required: true, "aria-describedby": described,
    type: kind === "date" ? "date" : "text",
    inputmode: kind === "number" ? (decimals > 0 ? "decimal" : "numeric") : null,
    maxlength: kind === "number" ? 24 : kind === "date" ? null : 120,
    value: typeof given === "string" ? given : null,
  });
  const take = (event) => {
    event.preventDefault();
    const typed = plain(input.value.trim());
    if (typed !== "") answer(typed);
    else input.focus();
  };
  return h("form", { class: "field", novalidate: true, onsubmit: take },
    h("label", { class: "hidden", for: id }, label),
    h("div", { class: "entry" }, input, unit ? h("span", { class: "unit", "aria-hidden": "true" }, unit) : null),
    h("button", { type: "submit", class: "primary", part: "button" }, next));
}

/** Digits as Chinese keyboards write them. */
const plain = (typed) => typed.normalize("NFKC").replace(/(?<=\d),(?=\d{3})/g, "").replace("。", ".");

/** Several of a list. */
export function several(options, given, next, answer) {
  const boxes = options.map(({ value, words }) => {
    const box = h("input", { type: "checkbox", value, checked: Array.isArray(given) && given.includes(value) });
    return [box, h("label", { class: "check" }, box, h("span", {}, words))];
  });
  const take = (event) => {
    event.preventDefault();
    answer(boxes.filter(([box]) => box.checked).map(([box]) => box.value));
  };
  return h("form", { class: "several", onsubmit: take }, boxes.map(([, label]) => label),
    h("button", { type: "submit", class: "primary", part: "button" }, next));
}

/** A list that is searched by name. */
export function searched({ options, label, empty, id, given, answer }) {
  const list = h("div", { class: "choices found", "aria-live": "polite" });
  const input = h("input", { id, class: "input", part: "input", type: "search", autocomplete: "off", oninput: () => show() });
  const most = 8;
  function show() {
    const words = input.value.trim().normalize("NFKC").toLowerCase();
    const fits = options.filter((option) => option.words.normalize("NFKC").toLowerCase().includes(words));
    list.replaceChildren(fits.length === 0 ? h("p", {}, empty) : choices(fits.slice(0, most), given, answer));
  }
  show();
  return h("div", { class: "search" }, h("label", { for: id }, label), input, list);
}
