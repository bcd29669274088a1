// One outcome as a card: what, how much, month by month, who pays, how to claim, why, in whose words.

import { h } from "./dom.js";
import { day, each, figure, grouped, month, months } from "./figures.js";

const SILENT = new Set(["not-applicable", "not-in-force"]);

/** Whether an outcome says nothing to this reader. */
export const isSilent = (outcome) => SILENT.has(outcome.state);

/** A card. */
export function outcomeCard(outcome, view) {
  const { text, language, pack, name, rules } = view;
  const rule = pack.rules.get(outcome.rule);
  const shown = headline(outcome, view);
  return h("article", { class: `card outcome is-${outcome.state}`, part: "outcome" },
    h("header", {},
      h(view.audience === "institutions" ? "h4" : "h3", { class: "name" }, rule?.title[language] ?? outcome.rule),
      h("p", { class: "whose" }, name(outcome.subject)),
      h("span", { class: "badge" }, text(`state_${outcome.state}`))),
    shown ? h("p", { class: "figure" }, shown) : null,
    outcome.discretionary ? h("p", { class: "note" }, text("discretionary")) : null,
    payer(outcome, view),
    measured(outcome, view),
    steps(outcome, view),
    parts(outcome, view),
    timeline(outcome, view),
    claim(outcome, view),
    changes(outcome, view),
    h("details", {}, h("summary", {}, text("reasons")), branches(rules.explain(outcome).children, language)),
    sources(outcome.sources, view));
}

function headline(outcome, { language }) {
  if (outcome.kind === "entitlement") return figure(language, outcome);
  if (outcome.kind === "lookup" && outcome.value) return words(outcome.value, language);
  return null;
}

/** Words in both languages, a list of them, or a text. */
function words(value, language) {
  if (Array.isArray(value)) return value.map((one) => words(one, language)).join(language === "zh" ? "；" : "; ");
  if (value !== null && typeof value === "object") return value[language] ?? value.zh ?? "";
  return value === null || value === undefined ? "" : String(value);
}

function payer(outcome, { text }) {
  if (outcome.kind !== "entitlement" || !outcome.payee || outcome.form !== "payment") return null;
  const role = (id) => text(`role_${id}`);
  const who = outcome.payer ? text("from_to_pays", role(outcome.payer), role(outcome.payee)) : text("from_nobody", role(outcome.payee));
  const place = outcome.payer_place ? text("place", outcome.payer_place) : "family-subsidy-payer" in outcome.readings ? text("place_open") : null;
  return h("p", { class: "payer" }, who, place ? ` (${place})` : "");
}

/** A number against its bound. */
function measured(outcome, { text }) {
  const bound = outcome.bound ?? outcome.target;
  if (outcome.value === null || outcome.value === undefined || typeof outcome.value !== "string" || !bound) return null;
  return h("p", {}, text("value_bound", grouped(outcome.value), text(`relation_${outcome.relation}`), grouped(bound)),
    outcome.excess ? ` (${text("excess", grouped(outcome.excess))})` : "");
}

function steps(outcome, { text, language }) {
  if (!outcome.steps) return null;
  const next = outcome.steps.find((step) => step.id === outcome.next);
  return [
    next?.act ? h("p", { class: "figure next" }, text("next_step", words(next.act, language))) : null,
    h("ol", { class: "steps" }, outcome.steps.map((step) =>
      h("li", { class: `is-${step.state}` }, words(step.act, language), " — ", words(step.body, language),
        step.certificate ? ` (${words(step.certificate, language)})` : "",
        step.due ? `, ${text("due", day(language, step.due))}` : "",
        h("span", { class: "badge" }, text(`state_${step.state}`))))),
  ];
}

/** The lines of a statement: what is in all, and under it month by month for each child or class. */
function parts(outcome, view) {
  if (!outcome.parts?.length) return null;
  const { text, language, name } = view;
  const shown = (part) => (part ? figure(language, { ...part, unit: "CNY" }) ?? text("state_undetermined") : "");
  const inAll = outcome.parts.filter((part) => part.month === null);
  const subjects = [...new Set(inAll.map((part) => part.subject))];
  const own = subjects.filter((subject) => subject !== outcome.subject);
  const item = (id, discretionary) => [text(`item_${id}`), discretionary ? h("small", {}, ` ${text("if_decided")}`) : null];
  const line = (part) => h("tr", {}, h("th", { scope: "row" }, item(part.item, part.discretionary)),
    // What one child or class comes to is what all come to.
    own.length > 1 ? h("td", {}, name(part.subject)) : null, h("td", { class: "number" }, shown(part)));
  const told = own.length > 1 ? inAll : inAll.filter((part) => part.subject === outcome.subject || !subjects.includes(outcome.subject));
  return [
    table(text("whole"), [h("tbody", {}, told.map(line))]),
    h("details", {}, h("summary", {}, text("months")), own.map((subject) => byMonth(subject, own.length > 1 ? name(subject) : text("months")))),
  ];

  function byMonth(subject, caption) {
    const cells = outcome.parts.filter((part) => part.subject === subject && part.month !== null);
    const items = [...new Map(cells.map((part) => [part.item, part.discretionary]))];
    const at = (when, id) => shown(cells.find((part) => part.month === when && part.item === id));
    return table(caption, [
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, text("month")), items.map(([id, discretionary]) => h("th", { scope: "col", class: "number" }, item(id, discretionary))))),
      h("tbody", {}, [...new Set(cells.map((part) => part.month))].map((when) => h("tr", {}, h("th", { scope: "row" }, month(language, when)),
        items.map(([id]) => h("td", { class: "number" }, at(when, id)))))),
    ]);
  }
}

/** A table that is moved sideways where it is too wide, by keys too. */
function table(caption, rows) {
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption }, h("table", {}, h("caption", {}, caption), rows));
}

/** The months of the window as cells, and the same in words. */
function timeline(outcome, view) {
  const { text, language } = view;
  if (!outcome.months || outcome.kind === "lookup" || outcome.kind === "quantity") return null;
  const cells = outcome.months.flatMap((line) => each(line.from, line.to).map((at) => ({ at, state: line.state })));
  const rate = (line) => line.rate && line.per && outcome.kind === "entitlement"
    ? text(`per_${line.per}`, figure(language, { amount: line.rate, unit: outcome.unit })) : "";
  const title = h("h4", {}, text("months"));
  // One state all through is told by the badge, unless it is money.
  if (outcome.months.length === 1 && outcome.kind !== "entitlement") return null;
  return h("div", { class: "timeline", part: "timeline" }, title,
    cells.length > 36 ? null : h("ol", { class: "cells", "aria-hidden": "true" }, cells.map(({ at, state }) =>
      h("li", { class: `cell is-${state}`, title: `${month(language, at)}: ${text(`state_${state}`)}` }, String(Number(at.slice(5)))))),
    h("ul", { class: "stretches" }, outcome.months.map((line) =>
      h("li", { class: `is-${line.state}` }, months(language, line.from, line.to), text("colon"), text(`state_${line.state}`), rate(line) ? `, ${rate(line)}` : ""))));
}

/** What a parent does to get it. */
function claim(outcome, view) {
  const { text, language } = view;
  if (outcome.kind !== "entitlement" || outcome.payee !== "family" || !["granted", "undetermined"].includes(outcome.state)) return null;
  const told = outcome.claim;
  const line = (key) => words(told?.[key], language);
  const lines = ["where", "by", "documents"].filter((key) => told?.[key] && line(key));
  return h("div", { class: "claim", part: "claim" }, h("h4", {}, text("claim")),
    lines.length === 0 ? h("p", {}, text("claim_none"))
      : h("dl", {}, lines.map((key) => [h("dt", {}, text(`claim_${key}`)), h("dd", {}, day(language, line(key)))])),
    told?.sources?.length ? sources(told.sources, view) : null);
}

/** What would change it, and when it changes by itself. */
function changes(outcome, { text, language, pack, change, name, many }) {
  const label = (fact) => pack.facts.get(fact)?.words[language] ?? fact;
  const byTime = new Map(outcome.reasons.filter((reason) => reason.changes_in).map((reason) =>
    [`${reason.changes_in} ${reason.fact}`, text("changes_itself", month(language, reason.changes_in), label(reason.fact))]));
  const lines = [
    ...[...byTime.values()].map((line) => h("li", {}, line)),
    ...outcome.missing.map(({ subject, fact }) => {
      const asked = pack.facts.get(fact)?.ask[language] ?? fact;
      const whose = many ? ` (${name(subject)})` : "";
      return h("li", {}, h("button", { type: "button", class: "link", onclick: () => change(`${subject}|${fact}`) }, text("changes_answer", asked), whose));
    }),
    ...outcome.open.map((one) => h("li", {},
      one.reading ? text("changes_reading", pack.readings.get(one.reading)?.ask[language] ?? one.reading)
        : one.set_elsewhere ? text("changes_elsewhere") : text("changes_calendar"))),
  ];
  return lines.length === 0 ? null : h("div", { class: "changes", part: "changes" }, h("h4", {}, text("changes")), h("ul", {}, lines));
}

const SIGNS = { yes: "✓", no: "✗", unknown: "?", pending: "☐" };

/** The law stands under its own heading. */
const isLaw = (tree) => tree.part === "law" || (tree.children.length > 0 && tree.children.every(isLaw));

/** The engine's own explanation. */
function branches(trees, language) {
  return h("ul", { class: "tree" }, trees.filter((tree) => !isLaw(tree)).map((tree) =>
    h("li", { class: `part-${tree.part}` }, tree.mark ? h("span", { class: `mark is-${tree.mark}`, "aria-hidden": "true" }, `${SIGNS[tree.mark]} `) : null,
      tree.words[language], tree.children.length > 0 ? branches(tree.children, language) : null)));
}

/** The law's own sentences, with where they stand and how sure the text is. */
export function sources(list, { text }) {
  if (list.length === 0) return null;
  return h("details", { class: "law", part: "law" }, h("summary", {}, text("sources")), list.map((source) =>
    h("figure", {},
      source.quote ? h("blockquote", { lang: "zh-CN" }, source.quote) : null,
      h("figcaption", {}, h("span", { lang: "zh-CN" }, `${source.document} ${source.clause}`), ` · ${text(`standing_${source.standing}`)}`))));
}
