// Which step comes next: the estimator's own (who and what there is), then the engine's questions, until nothing that is
// still unknown can change the answer.

import { childIds, classIds, key } from "./case.js";

/** The steps about things, in their order, each with whether it has been answered. */
export function things({ audience, answers, institutions, asked, pack }) {
  const steps = [];
  const step = (id, kind, more = {}) => steps.push({ id, kind, ...more });
  if (audience === "institutions") {
    if (institutions.length > 0) step("institution", "institution", { subject: "n1" });
    if (!institutions.some((one) => one.id === answers.get("institution"))) step("classes", "count", { least: 0, most: 12 });
    return steps;
  }
  step("children", "count", { least: 1, most: 6 });
  const subjects = new Set(asked.flatMap((id) => pack.rules.get(id)?.subject ?? []));
  for (const child of childIds(answers)) {
    if (!subjects.has("enrolment") && !subjects.has("family")) continue;
    step(`${child}.attends`, "yes-no", { subject: child });
    if (answers.get(`${child}.attends`) !== true || institutions.length === 0) continue;
    step(`${child}.institution`, "institution", { subject: child });
    const chosen = institutions.find((one) => one.id === answers.get(`${child}.institution`));
    if ((chosen?.classes ?? []).length > 0) step(`${child}.class`, "class", { subject: child, classes: chosen.classes });
  }
  if (subjects.has("parent")) step("parents", "roles", { options: pack.facts.get("parent.role")?.options ?? [] });
  return steps;
}

/**
 * The next step, or null where none is left: `{ thing }` or `{ question }`. What most outcomes wait for comes first, and of
 * that first what the audience itself can answer. `left` is how many questions there may still be.
 */
export function next(state, rules, facts, ask) {
  const thing = things(state).find((step) => !state.answers.has(step.id));
  if (thing) return { thing, left: null };
  const { outcomes } = rules.assess(facts, ask);
  const waiting = new Map();
  for (const outcome of outcomes) {
    for (const { subject, fact } of outcome.missing) {
      const name = key(subject, fact);
      if (!state.answers.has(name)) waiting.set(name, [...(waiting.get(name) ?? []), outcome]);
    }
  }
  const own = (name) => {
    const who = state.pack.facts.get(name.split("|")[1])?.who;
    return state.audience === "institutions" ? who !== "parent" : who === "parent" || who === "employer";
  };
  const ranked = [...waiting].sort(([one, by], [other, more]) => own(other) - own(one) || more.length - by.length);
  for (const [name, waited] of ranked) {
    const question = questionOf(name, waited[0], waited, rules, facts, ask);
    if (question) return { question, left: waiting.size };
  }
  return null;
}

/** The engine's question for a fact, as one of the outcomes that wait for it asks it. */
export function questionOf(name, outcome, waited, rules, facts, ask) {
  const questions = rules.questions(facts, { ...ask, rules: [outcome.rule], subject: outcome.subject });
  const question = questions.find(({ subject, fact }) => key(subject, fact) === name);
  return question && { ...question, waited };
}

/** A name for a subject that a parent can follow: “the child”, “child 2’s enrolment”. */
export function subjectName(subject, { audience, answers, institutions, pack, language, text }) {
  return subject.split("/").map((id) => one(id)).join(language === "zh" ? "、" : ", ");

  function one(id) {
    const [letter, number] = [id[0], id.slice(1)];
    const child = childIds(answers).length > 1 ? text("child_n", number) : text("child");
    const listed = institutions.find((known) => known.id === id);
    if (listed?.name) return listed.name;
    if (letter === "k" && childIds(answers).includes(id)) return child;
    if (letter === "e" && childIds(answers).includes(`k${number}`)) return text("enrolment_of", child);
    if (letter === "p") return role(number);
    if (letter === "c" && classIds(answers).includes(id)) return text("class_n", number);
    if (id === "f1") return text("family");
    if (letter === "n" || letter === "c") return audience === "institutions" ? text("institution") : text("your_institution");
    return id === "law" ? text("law") : id;
  }

  function role(number) {
    const roles = answers.get("parents");
    const option = pack.facts.get("parent.role")?.options.find((known) => known.id === roles?.[number - 1]);
    return option ? option.words[language] : `p${number}`;
  }
}
