// TypeScript types from the schemas and the description of a pack.

import { compile } from "json-schema-to-typescript";

const OPTIONS = { bannerComment: "", additionalProperties: false, format: false, unreachableDefinitions: true };

const MADE = "// Made by `cargo xtask browser` from the schemas of the core and the description of the pack.";

/** The declarations of a case, of answers and of the pack's own names. */
export async function types({ caseSchema, outcomeSchema, packSchema, pack }) {
  // The engine takes exact decimals of an object as texts only; a count is a number.
  const [facts, answers, description] = await Promise.all([
    compile(named(objects(caseSchema, pack)), "Case", OPTIONS),
    compile(named(byState(outcomeSchema)), "Assessment", OPTIONS),
    compile(named(packSchema), "PackDescription", OPTIONS),
  ]);
  const files = { "case.d.ts": facts, "answer.d.ts": answers, "pack.d.ts": description, "names.d.ts": own(pack) };
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, `${MADE}\n${text}`]));
}

/** What the pack itself names. */
function own(pack) {
  const union = (ids) => ids.map((id) => JSON.stringify(id)).join(" | ") || "never";
  const readings = pack.readings.map(
    ({ id, ask, options }) => `  /** ${ask.zh} ${ask.en} */\n  ${JSON.stringify(id)}?: ${union(options.map((one) => one.id))} | null;`,
  );
  return `/** The rules of the pack \`${pack.name}\`. */
export type RuleId = ${union(pack.rules.map((rule) => rule.id))};
/** The facts of its vocabulary. */
export type FactId = ${union(pack.facts.map((fact) => fact.id))};
/** Its named numbers. */
export type ParameterId = ${union(pack.parameters.map((one) => one.id))};
/** Its readings, with the options that each has. */
export interface ReadingOptions {
${readings.join("\n")}
}
`;
}

/** A case as an object: what the schema allows as text or integer is a text where the fact has decimals. */
function objects(schema, pack) {
  const copy = structuredClone(schema);
  const decimals = new Set(pack.facts.filter((fact) => fact.decimals > 0).map((fact) => fact.id));
  const narrow = (node, id) => {
    if (!decimals.has(id)) return;
    visit(node, (part) => {
      if (Array.isArray(part.type) && part.type.includes("integer")) {
        part.type = part.type.filter((type) => type !== "integer");
      }
      for (const list of ["anyOf", "oneOf"]) {
        if (part[list]) part[list] = part[list].filter((one) => one.type !== "integer");
      }
    });
  };
  for (const [thing, definition] of Object.entries(copy.$defs)) {
    narrow(definition, thing);
    for (const [member, node] of Object.entries(definition.properties ?? {})) narrow(node, `${thing}.${member}`);
  }
  return copy;
}

/** The outcome of each kind as a union by its state, each with what the schema says that the state implies. */
function byState(schema) {
  const copy = structuredClone(schema);
  for (const [kind, definition] of Object.entries(copy.$defs)) {
    const states = definition.properties?.kind && definition.properties?.state?.enum;
    if (!states) continue;
    const names = states.map((state) => {
      const name = `${kind}-${state}`;
      const { allOf = [], ...one } = structuredClone(definition);
      one.properties.state = { ...one.properties.state, enum: [state] };
      for (const { if: condition, then } of allOf) {
        if (!holds(condition.properties?.state, state)) continue;
        for (const [member, implied] of Object.entries(then.properties)) narrow(one.properties, member, implied);
      }
      copy.$defs[name] = one;
      return { $ref: `#/$defs/${name}` };
    });
    copy.$defs[kind] = { description: definition.description, anyOf: names };
  }
  const { Assessment: whole, ...$defs } = copy.$defs;
  return { ...whole, $defs };
}

/** Whether a condition on the state holds for it. */
function holds(condition, state) {
  if (condition === undefined) return false;
  if (condition.not) return !holds(condition.not, state);
  return condition.const === state || (condition.enum ?? []).includes(state);
}

function narrow(properties, member, implied) {
  const { pattern, items, minItems, maxItems, enum: words, anyOf, ...rest } = properties[member];
  if (implied.type === "null") properties[member] = { description: rest.description, type: "null" };
  else if (implied.enum) properties[member] = { description: rest.description, enum: implied.enum };
  else properties[member] = { ...properties[member], type: implied.type ?? rest.type };
}

/** Titles are labels for people and not names of types; `allOf` of one reference is that reference. */
function named(schema) {
  const copy = structuredClone(schema);
  visit(copy, (node) => {
    if (typeof node.title === "string") delete node.title;
    if (node.allOf?.length === 1 && node.allOf[0].$ref) {
      node.$ref = node.allOf[0].$ref;
      delete node.allOf;
    }
    for (const list of ["if", "then", "else", "pattern", "minimum", "maximum", "allOf"]) delete node[list];
    // Else every place that refers to a definition would make a type of its own.
    if (node.$ref) delete node.description;
  });
  return copy;
}

function visit(node, change) {
  if (Array.isArray(node)) node.forEach((item) => visit(item, change));
  else if (node !== null && typeof node === "object") {
    change(node);
    Object.values(node).forEach((member) => visit(member, change));
  }
}
