// What a program in TypeScript says of the package; it is checked and never run.

import { TuoyuError, load, type Case, type EntitlementGranted, type FactId, type Outcome, type ParameterId, type RuleId } from "tuoyu";
import type { Estimator } from "tuoyu/estimator";

const rules = await load();
const facts: Case = {
  families: [{ children: [{ id: "k1", birth_date: "2025-03-10", birth_order: 2, enrolments: [{ id: "e1", from: "2025-09-10", monthly_fee: "2100.00" }] }] }],
};
// @ts-expect-error a decimal is a text
const inexact: Case = { families: [{ children: [{ enrolments: [{ monthly_fee: 2100 }] }] }] };
// @ts-expect-error no such fact
const unknown: Case = { families: [{ childs: [] }] };
// @ts-expect-error no such option
const option: Case = { institutions: [{ setting: "castle" }] };

const rule: RuleId = "jining/family-subsidy";
// @ts-expect-error no such rule
const none: RuleId = "jining/none";
const parameter: ParameterId = "jining/family-subsidy.third-child";
const fact: FactId = "child.birth_date";

const { outcomes, receipt } = rules.assess(facts, { from: "2026-01", to: "2026-12", rules: [rule], readings: { "fourth-child": "as-third", "reference-day": null } });
// @ts-expect-error no such option of this reading
rules.assess(facts, { from: "2026-01", to: "2026-12", readings: { "fourth-child": "last-day" } });
// @ts-expect-error no window
rules.assess(facts, {});

function told(outcome: Outcome): string {
  switch (outcome.kind) {
    case "entitlement":
      if (outcome.state === "granted") {
        const granted: EntitlementGranted = outcome;
        const amount: string | null = granted.amount;
        return amount ?? "";
      }
      // @ts-expect-error an amount is null while it is undetermined
      if (outcome.state === "undetermined") return outcome.amount.length.toString();
      // @ts-expect-error a limit has no payer
      return outcome.kind === "limit" ? outcome.payer : outcome.state;
    case "limit":
      // @ts-expect-error an entitlement's state
      if (outcome.state === "granted") return "";
      return outcome.relation;
    case "procedure":
      return outcome.steps.map((step) => step.id).join();
    default:
      return outcome.state;
  }
}

try {
  const text: string = rules.explain(outcomes[0]!, "zh");
  const words: string = rules.explain(outcomes[0]!).words.en + told(outcomes[0]!) + text;
  const kind: "yes-no" | "option" | "number" | "date" | "other" = rules.questions(facts, { from: "2026-01", to: "2026-12" })[0]!.values.kind;
  console.log(words, kind, receipt.pack_hash, parameter, fact, inexact, unknown, option, none);
} catch (error) {
  if (error instanceof TuoyuError) console.log(error.code, error.path, error.help, error.faults[0]?.message.zh);
}

declare const element: Estimator;
element.addEventListener("tuoyu-result", ({ detail }) => console.log(detail.assessment.outcomes.length));
element.institutions = [{ id: "n1", name: "n", filed: true }];
