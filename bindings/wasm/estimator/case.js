// Answers → a case. Things come from the estimator's own steps, facts from the engine's questions.

/** The key of a fact's answer. */
export const key = (subject, fact) => `${subject}|${fact}`;

/** The case that the answers state. `institutions` is the city's list, in the shape of a case. */
export function caseOf(audience, answers, institutions, pack) {
  const stated = audience === "institutions" ? institution(answers, institutions) : family(answers, institutions);
  state(stated, answers, pack);
  return stated;
}

/** Ids of the things that answers may speak of. */
export const childIds = (answers) => ids("k", answers.get("children"));
export const classIds = (answers) => ids("c", answers.get("classes"));
export const enrolmentOf = (child) => `e${child.slice(1)}`;

function ids(letter, count) {
  const many = Number.isInteger(count) ? Math.min(Math.max(count, 0), 20) : 0;
  return Array.from({ length: many }, (_, place) => `${letter}${place + 1}`);
}

function family(answers, listed) {
  const institutions = [];
  const children = childIds(answers).map((id) => {
    const attends = answers.get(`${id}.attends`);
    if (attends !== true) return { id, enrolments: [] };
    const number = id.slice(1);
    const chosen = listed.find((one) => one.id === answers.get(`${id}.institution`));
    const one = chosen ? structuredClone(chosen) : { id: `n${number}`, classes: [{ id: `c${number}` }] };
    if (!institutions.some((known) => known.id === one.id)) institutions.push(one);
    const asked = answers.get(`${id}.class`);
    const place = chosen ? (chosen.classes ?? []).find((known) => known.id === asked)?.id : `c${number}`;
    return { id, enrolments: [{ id: enrolmentOf(id), institution: one.id, ...(place ? { class: place } : {}) }] };
  });
  const roles = answers.get("parents");
  const parents = (Array.isArray(roles) ? roles : []).map((role, place) => ({ id: `p${place + 1}`, role }));
  return { institutions, families: [{ id: "f1", parents, children }] };
}

function institution(answers, listed) {
  const chosen = listed.find((one) => one.id === answers.get("institution"));
  if (chosen) return { institutions: [structuredClone(chosen)] };
  return { institutions: [{ id: "n1", classes: classIds(answers).map((id) => ({ id })) }] };
}

/** Puts the answers to questions where they belong; those whose thing is no longer there are left out. */
function state(stated, answers, pack) {
  const objects = new Map();
  collect(stated, objects);
  for (const [name, value] of answers) {
    const [subject, id] = name.split("|");
    const fact = pack.facts.get(id);
    const object = fact && value !== null ? objects.get(subject) : undefined;
    if (object === undefined) continue;
    const target = holder(object, fact, pack);
    if (fact.part_of) statePart(target, fact, value, pack);
    else target[pack.member(id)] = value;
  }
}

/** The object that carries a fact: the subject's own, or one that it holds without an id, such as a parent's employer. */
function holder(object, fact, pack) {
  const thing = pack.things.get(fact.thing);
  if (thing.named) return object;
  object[thing.key] ??= {};
  return object[thing.key];
}

/** A number of a list of records; every record is there, because one that is left out would say that there is none. */
function statePart(target, fact, value, pack) {
  const whole = pack.facts.get(fact.part_of);
  const member = pack.member(fact.part_of);
  const [kind, field] = fact.id.slice(fact.part_of.length + 1).split(".");
  target[member] ??= whole.options.map((option) => ({ kind: option.id }));
  const record = target[member].find((one) => one.kind === kind);
  if (record) record[field] = value;
}

/** Every object with an id, at any depth. */
function collect(value, objects) {
  if (Array.isArray(value)) value.forEach((item) => collect(item, objects));
  else if (value !== null && typeof value === "object") {
    if (typeof value.id === "string") objects.set(value.id, value);
    Object.values(value).forEach((member) => collect(member, objects));
  }
}
