// Decimals, months and days as people read them. A decimal stays a text: it never becomes a number of JavaScript.

import { text } from "./texts.js";

/** `12000.00` as `12,000.00`. */
export function grouped(decimal) {
  const [whole, fraction] = decimal.split(".");
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

/** An amount in its unit. */
export function amount(language, decimal, unit) {
  return text(language, unit === "day" ? "days" : "yuan", grouped(decimal));
}

/** An amount, or the range in which it lies, or null where there is neither. */
export function figure(language, { amount: settled, range, unit, at_least: floor }) {
  if (settled !== null && settled !== undefined) {
    const shown = amount(language, settled, unit);
    return floor ? text(language, "at_least", shown) : shown;
  }
  if (!range) return null;
  const [least, most] = range.map((end) => amount(language, end, unit));
  return least === most ? least : text(language, "range", least, most);
}

/** `2026-03` as `2026年3月` or `March 2026`. */
export function month(language, token) {
  const [year, number] = token.split("-");
  if (language === "zh") return `${year}年${Number(number)}月`;
  return new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" }).format(Date.UTC(+year, number - 1));
}

/** Two months, or one. */
export function months(language, from, to) {
  return from === to ? month(language, from) : text(language, "window", month(language, from), month(language, to));
}

/** `2026-03-05` in words; anything else as it is. */
export function day(language, token) {
  if (!/^\d{4}-\d\d-\d\d$/.test(token)) return token;
  const [year, number, date] = token.split("-").map(Number);
  if (language === "zh") return `${year}年${number}月${date}日`;
  return new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" }).format(Date.UTC(year, number - 1, date));
}

/** Every month of a window. */
export function each(from, to) {
  const place = (token) => token.slice(0, 4) * 12 + (token.slice(5) - 1);
  const list = [];
  for (let at = place(from); at <= place(to); at += 1) {
    list.push(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`);
  }
  return list;
}
