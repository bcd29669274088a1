// What was answered, each to be changed.

import { h } from "./dom.js";
import { day } from "./figures.js";
import { things } from "./interview.js";

/** The answers in their order. */
export function summary(view) {
  const { text, answers, change } = view;
  const rows = [...answers.keys()].map((id) => [id, asked(id, view)]).filter(([, label]) => label);
  return h("details", { class: "card answers", part: "answers" }, h("summary", {}, text("answers")),
    rows.length === 0 ? h("p", {}, text("no_answers")) : h("dl", {}, rows.map(([id, label]) => h("div", {},
      h("dt", {}, label),
      h("dd", {}, said(id, answers.get(id), view), " ",
        h("button", { type: "button", class: "link", "aria-label": text("change_label", label), onclick: () => change(id) }, text("change")))))));
}

/** The question of an answer; nothing where it is no longer asked. */
function asked(id, view) {
  const { text, language, pack, name, many } = view;
  if (id.includes("|")) {
    const [subject, fact] = id.split("|");
    const label = pack.facts.get(fact)?.words[language];
    return label && (many ? `${label} (${name(subject)})` : label);
  }
  const step = things(view).find((one) => one.id === id);
  if (!step) return null;
  const subject = step.subject ? name(step.subject) : "";
  const key = { children: "children", classes: "classes", parents: "parents", institution: "my_institution" }[id]
    ?? { "yes-no": "attends", institution: "which_institution", class: "which_class" }[step.kind];
  return text(key, subject);
}

function said(id, value, { text, language, pack, institutions }) {
  const fact = pack.facts.get(id.split("|")[1]);
  const options = fact?.options ?? (id === "parents" ? pack.facts.get("parent.role")?.options : undefined) ?? [];
  const word = (one) => options.find((option) => option.id === one)?.words[language]
    ?? institutions.find((known) => known.id === one)?.name ?? day(language, String(one));
  if (value === null) return id.endsWith("institution") ? text("not_listed") : text("unknown");
  if (typeof value === "boolean") return text(value ? "yes" : "no");
  return Array.isArray(value) ? value.map(word).join(language === "zh" ? "、" : ", ") || "—" : word(value);
}
