// What a pack says of itself, by name.

/** The description of a pack, ready to be looked up. */
export class Pack {
  constructor(described) {
    this.described = described;
    this.facts = new Map(described.facts.map((fact) => [fact.id, fact]));
    this.things = new Map(described.things.map((thing) => [thing.id, thing]));
    this.rules = new Map(described.rules.map((rule) => [rule.id, rule]));
    this.readings = new Map(described.readings.map((reading) => [reading.id, reading]));
  }

  /**
   * The rules that an audience asks about. Families: what is paid or granted to a family, and its statement.
   * Institutions: what an institution, its classes or its enrolments are held to or paid.
   */
  asked(audience, patterns) {
    const rules = this.described.rules;
    if (patterns.length > 0) return rules.filter((rule) => patterns.some((pattern) => fits(pattern, rule.id))).map((rule) => rule.id);
    const own = audience === "institutions" ? isOfInstitutions : isOfFamilies;
    return rules.filter(own).map((rule) => rule.id);
  }

  /** The rule that is evaluated where only the case is to be looked at: one that reads no facts. */
  get cheapest() {
    return this.described.rules.filter((rule) => rule.subject.length === 0).slice(0, 1).map((rule) => rule.id);
  }

  /** The member of a thing's object that states a fact. */
  member(fact) {
    return fact.slice(fact.lastIndexOf(".") + 1);
  }
}

const isOfFamilies = (rule) =>
  rule.payee === "family" || (rule.kind === "entitlement" && rule.subject[0] === "parent") || rule.id === "family/statement";

// Savings on bills ask a dozen prices; a page that wants them names the rule.
const isOfInstitutions = (rule) =>
  ["institution", "class"].includes(rule.subject[0]) && rule.subject.length === 1 && rule.form !== "saving";

/** Whether an id fits a pattern in which `*` stands for any characters. */
function fits(pattern, id) {
  const parts = pattern.split("*");
  if (parts.length === 1) return pattern === id;
  const last = parts.pop();
  let at = 0;
  for (const [place, part] of parts.entries()) {
    const found = place === 0 ? (id.startsWith(part) ? 0 : -1) : id.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return id.slice(at).endsWith(last);
}
