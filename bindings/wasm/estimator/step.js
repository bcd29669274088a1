// One step of the conversation: what is asked, why, and how to answer it.

import { h } from "./dom.js";
import { choices, field, searched, several } from "./fields.js";
import { figure } from "./figures.js";

/** A step of the estimator's own: who and what there is. */
export function thingStep(step, view) {
  const { text, language, name, institutions, answers, answer } = view;
  const subject = step.subject ? name(step.subject) : "";
  const given = answers.get(step.id);
  const [ask, help] = {
    children: ["children", "children_help"],
    classes: ["classes", "classes_help"],
    parents: ["parents", "parents_help"],
    institution: ["my_institution", "institution_help"],
  }[step.id] ?? { "yes-no": ["attends", "attends_help"], institution: ["which_institution", "institution_help"], class: ["which_class", null] }[step.kind];
  const words = (option) => ({ value: option.id, words: option.words[language] });
  const control = {
    count: () => choices(Array.from({ length: step.most - step.least + 1 }, (_, place) => place + step.least)
      .map((value) => ({ value, words: String(value) })), given, answer),
    "yes-no": () => choices([{ value: true, words: text("yes") }, { value: false, words: text("no") }], given, answer),
    roles: () => several(step.options.map(words), given, text("next"), answer),
    class: () => choices([...step.classes.map((one) => ({ value: one.id, words: className(one, view) })),
      { value: null, words: text("unknown") }], given, answer),
    institution: () => [
      searched({ options: institutions.map((one) => ({ value: one.id, words: one.name ?? one.id })), label: text("search"),
        empty: text("none_found"), id: "search", given, answer }),
      choices([{ value: null, words: text("not_listed") }], given, answer),
    ],
  }[step.kind]();
  return frame(text(ask, subject), help ? text(help) : null, [control].flat(), null, view);
}

/** A class goes by its kind. */
function className(one, { pack, language }) {
  const kind = pack.facts.get("class.kind")?.options.find((option) => option.id === one.kind);
  return kind ? kind.words[language] : one.id;
}

/** A question of the engine. */
export function questionStep(question, view) {
  const { text, language, answers, answer, pack, many, name } = view;
  const { values } = question;
  const given = answers.get(`${question.subject}|${question.fact}`);
  const fact = pack.facts.get(question.fact);
  const labelled = (option) => ({ value: option.id, words: option.words[language] });
  const control = {
    "yes-no": () => choices([{ value: true, words: text("yes") }, { value: false, words: text("no") }], given, answer),
    option: () => choices(values.options.map(labelled), given, answer),
    number: () => values.allowed.length > 0
      ? choices(values.allowed.map(short).map((value) => ({ value, words: value })), given, answer)
      : typed("number"),
    date: () => typed("date"),
    other: () => fact?.options?.length > 0 ? several(fact.options.map(labelled), given, text("next"), answer) : typed("text"),
  }[values.kind]();
  const whose = many ? h("p", { class: "whose" }, name(question.subject)) : null;
  const help = [question.help?.[language], values.kind === "number" && values.allowed.length === 0 ? values.words[language] : null];
  const unknown = h("button", { type: "button", class: "quiet", part: "unknown", onclick: () => answer(null) }, text("unknown"));
  return frame(question.ask[language], help.filter(Boolean).join(" "), [control, unknown], why(question, view), view, whose);

  function typed(kind) {
    const unit = values.unit?.startsWith("CNY") ? (language === "zh" ? "元" : "CNY") : null;
    return field({ kind, id: "answer", given, decimals: values.decimals, unit, label: question.ask[language], described: "help fault",
      next: text("next"), answer });
  }
}

/** `0.5000` as `0.5`. */
const short = (decimal) => decimal.replace(/\.?0+$/, (zeros) => (decimal.includes(".") ? "" : zeros));

/** Why it is asked: every outcome that waits for it, and what it is used for where the engine says. */
function why(question, { text, language, name, pack }) {
  const lines = question.waited.map(({ rule, subject }) => {
    const by = question.asked_by.find((one) => one.rule === rule && one.subject === subject);
    const conditions = (by?.conditions ?? []).map((one) => one.words[language]).join(language === "zh" ? "、" : ", ");
    return h("li", {}, text("of", pack.rules.get(rule)?.title[language] ?? rule, name(subject)), conditions ? ` — ${text("used_for", conditions)}` : "");
  });
  return h("details", { class: "why", part: "why" }, h("summary", {}, text("why")),
    h("p", {}, text("why_text")), h("ul", {}, lines));
}

function frame(ask, help, controls, reason, { text, fault, canGoBack, goBack, finish, canFinish, left }, whose = null) {
  return h("section", { class: "card step", part: "question" },
    whose,
    h("h2", { id: "ask", tabindex: "-1" }, ask),
    h("p", { id: "help", class: "help", hidden: !help }, help ?? ""),
    h("div", { id: "fault", class: "fault", role: "alert" }, (fault ?? []).map((one) => h("p", {}, one))),
    h("div", { role: "group", "aria-labelledby": "ask", "aria-describedby": "help" }, controls),
    reason,
    h("div", { class: "row" },
      canGoBack ? h("button", { type: "button", class: "quiet", part: "back", onclick: goBack }, `← ${text("back")}`) : null,
      canFinish ? h("button", { type: "button", class: "quiet", part: "finish", onclick: finish }, `${text("see_result")} →`) : null),
    left ? h("p", { class: "left" }, left === 1 ? text("one_question") : text("more_questions", left)) : null);
}

/** What is known so far: one line for each payment to come. */
export function soFar(assessment, { text, language, audience }) {
  const payee = audience === "institutions" ? "institution" : "family";
  const lines = assessment.totals.filter((total) => total.payee === payee && total.form !== "leave")
    .map((total) => [total, figure(language, total)]).filter(([, shown]) => shown);
  if (lines.length === 0) return null;
  return h("div", { class: "sofar", part: "so-far", "aria-live": "polite" }, h("p", {}, text("so_far")),
    h("ul", {}, lines.map(([total, shown]) => h("li", {},
      `${text(payee === "institution" && total.form === "payment" ? "institution_payment" : `total_${total.form}`)} `,
      total.payer ? text("of", "", text(`role_${total.payer}`)) : "", " ", h("span", {}, shown)))));
}
