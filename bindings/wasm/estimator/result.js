// The whole answer: what there is to get, each outcome, how the text was read, what rests on what, what was answered.

import { h } from "./dom.js";
import { figure, months } from "./figures.js";
import { isSilent, outcomeCard } from "./outcome.js";

/** The result of an assessment. */
export function result(assessment, view) {
  const { text, language, window } = view;
  const loud = assessment.outcomes.filter((outcome) => !isSilent(outcome));
  const silent = assessment.outcomes.filter(isSilent);
  return h("section", { class: "result", part: "result" },
    h("h2", { id: "result", tabindex: "-1" }, text("result")),
    h("div", { class: "row window" }, h("p", {}, months(language, window.from, window.to)), years(view)),
    totals(assessment, view),
    groups(loud, view).map(([title, group]) => [
      title ? h("h3", { class: "group" }, title) : null, ordered(group).map((outcome) => outcomeCard(outcome, view))]),
    silent.length === 0 ? null : h("details", { class: "card" }, h("summary", {}, text("others")), h("ul", {}, silent.map((outcome) =>
      h("li", {}, `${view.pack.rules.get(outcome.rule)?.title[language] ?? outcome.rule} (${view.name(outcome.subject)}): ${text(`state_${outcome.state}`)}`)))),
    readings(assessment.outcomes, view),
    unseen(assessment.outcomes, view),
    assumes(loud, view));
}

const PARTS = { entitlement: "subsidy", quantity: "subsidy", procedure: "next", limit: "duties", requirement: "duties", lookup: "more", indicator: "more" };

/** For an institution what it gets, its next step and its duties stand apart; a family reads one list. */
function groups(outcomes, { audience, text }) {
  if (audience !== "institutions") return [[null, outcomes]];
  return ["subsidy", "next", "duties", "more"]
    .map((part) => [text(`part_${part}`), outcomes.filter((outcome) => PARTS[outcome.kind] === part)])
    .filter(([, group]) => group.length > 0);
}

/** What is granted stands before what is open, and that before what is refused. */
function ordered(outcomes) {
  const places = ["granted", "known", "breached", "short", "missed", "pending", "undetermined", "met", "done", "refused"];
  return [...outcomes].sort((one, other) => places.indexOf(one.state) - places.indexOf(other.state));
}

/** Another year, where the page has not fixed the months. */
function years({ text, window, fixed, setWindow }) {
  const year = Number(window.from.slice(0, 4));
  if (fixed || window.from !== `${year}-01` || window.to !== `${year}-12`) return null;
  const options = [year - 1, year, year + 1].map((one) => h("option", { value: one, selected: one === year }, String(one)));
  return h("label", { class: "years" }, `${text("year")} `,
    h("select", { class: "input", onchange: (event) => setWindow({ from: `${event.target.value}-01`, to: `${event.target.value}-12` }) }, options));
}

/** Totals by form; what is only possible stands apart. */
function totals({ totals: all }, view) {
  const { text, language, audience } = view;
  const payee = audience === "institutions" ? "institution" : "family";
  const key = (total) => total.discretionary && total.form === "payment" ? "total_payment_may"
    : payee === "institution" && total.form === "payment" ? "institution_payment" : `total_${total.form}`;
  const lines = all.filter((total) => total.payee === payee && total.form !== "leave").map((total) => [total, figure(language, total)])
    .filter(([, shown]) => shown);
  const leave = all.filter((total) => total.form === "leave").map((total) => [total, figure(language, total)]);
  if (lines.length + leave.length === 0) return payee === "family" ? h("p", { class: "card" }, text("nothing")) : null;
  const forms = ["payment", "saving", "deduction"];
  lines.sort(([one], [other]) => one.discretionary - other.discretionary || forms.indexOf(one.form) - forms.indexOf(other.form));
  return h("dl", { class: "card totals", part: "totals" }, [...lines, ...leave].map(([total, shown]) => h("div", {},
    h("dt", {}, text(key(total)), total.payer && total.form === "payment" ? h("small", {}, ` ${text("from_to_pays", text(`role_${total.payer}`), text(`role_${total.payee}`))}`) : null),
    h("dd", { class: total.amount === null ? "open" : null }, shown))));
}

/** Each reading that was taken, with the other options to try. */
function readings(outcomes, view) {
  const { text, language, pack, chosen, choose } = view;
  const taken = new Map(outcomes.filter((outcome) => !isSilent(outcome)).flatMap((outcome) => Object.entries(outcome.readings)));
  const lines = [...taken].filter(([id]) => pack.readings.has(id)).map(([id, option]) => {
    const reading = pack.readings.get(id);
    const open = reading.default === null ? [h("option", { value: "", selected: option === null }, text("reading_open"))] : [];
    const options = reading.options.map((one) => h("option", { value: one.id, selected: one.id === option }, one.words[language]));
    const pick = (event) => choose({ ...chosen, [id]: event.target.value || null }, `reading-${id}`);
    return h("li", {},
      h("label", { for: `reading-${id}` }, reading.ask[language]),
      h("select", { id: `reading-${id}`, class: "input", onchange: pick }, open, options),
      h("p", { class: "help" }, text("because", reading.because[language])));
  });
  if (lines.length === 0) return null;
  return h("details", { class: "card readings", part: "readings", open: Object.keys(chosen).length > 0 },
    h("summary", {}, text("readings")), h("p", { class: "help" }, text("readings_help")), h("ul", {}, lines));
}

/** Documents whose text was not seen in full. */
function unseen(outcomes, { text }) {
  const weak = new Map(outcomes.flatMap((outcome) => outcome.sources)
    .filter((source) => ["verified-secondary", "from-memory"].includes(source.standing))
    .map((source) => [source.document, source.standing]));
  if (weak.size === 0) return null;
  return h("section", { class: "card", part: "unseen" }, h("h3", {}, text("unseen")), h("p", { class: "help" }, text("unseen_help")),
    h("ul", {}, [...weak].map(([document, standing]) => h("li", {}, h("span", { lang: "zh-CN" }, document), ` — ${text(`standing_${standing}`)}`))));
}

/** What the outcomes take for granted, once each. */
function assumes(outcomes, { text, language, pack }) {
  const lines = new Set(outcomes.flatMap((outcome) => pack.rules.get(outcome.rule)?.assumes.map((one) => one[language]) ?? []));
  if (lines.size === 0) return null;
  return h("details", { class: "card", part: "assumes" }, h("summary", {}, text("assumes")), h("ul", {}, [...lines].map((line) => h("li", {}, line))));
}
