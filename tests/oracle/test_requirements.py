#!/usr/bin/env python3
"""Requirements of institutions, and the department that leads (measures 5, 7, 10, 15, 16; contract §3, §4)."""

import unittest

from oracle.ids import (
    INFORMATION, INTEGRITY, INTERNAL_SYSTEMS, LEAD, MEDICAL_CONTRACT, PRESCHOOL, RESPONSIBLE, SAFETY, TRAINING,
)
from samples import ask, case, missing, states

SAFE = {"security_guards": 1, "physical_protection": True, "technical_protection": True, "safety_inspection": True}
SYSTEMS = {
    "rules_food_safety": True, "rules_health_care": True, "rules_meals": True, "rules_exercise": True,
    "rules_protection": True,
}


class Safety(unittest.TestCase):
    def test_one_guard_is_enough_and_none_is_not(self) -> None:
        for guards, state in ((0, "breached"), (1, "met"), (2, "met"), (100000000, "met")):
            found = ask(case(**SAFE | {"security_guards": guards}), SAFETY)
            self.assertEqual((state, True), (found["state"], found["binding"]))

    def test_each_part_is_needed(self) -> None:
        for name in list(SAFE)[1:]:
            self.assertEqual("breached", ask(case(**SAFE | {name: False}), SAFETY)["state"])

    def test_one_false_settles(self) -> None:
        found = ask(case(physical_protection=False), SAFETY)
        self.assertEqual(("breached", []), (found["state"], found["missing"]))

    def test_missing_in_order(self) -> None:
        found = ask(case(), SAFETY)
        self.assertEqual("undetermined", found["state"])
        # No guard settles in one of the values 0, 1, 2 and the largest; each no settles in one of two.
        facts = ["physical_protection", "technical_protection", "safety_inspection", "security_guards"]
        self.assertEqual([f"n1 institution.{fact}" for fact in facts], missing(found))

    def test_days_in_force_and_lines(self) -> None:
        line = [{"to": "2025-08-30", "value": True}, {"from": "2025-08-31", "value": False}]
        found = ask(case(**SAFE | {"safety_inspection": line}), SAFETY, "2025-06", "2025-09")
        self.assertEqual(
            [("2025-06", "2025-06", "not-in-force"), ("2025-07", "2025-07", "met"),
             ("2025-08", "2025-09", "breached")],
            states(found),
        )
        found = ask(case(**SAFE), SAFETY, "2028-05", "2028-06")
        self.assertEqual([("2028-05", "2028-05", "met"), ("2028-06", "2028-06", "not-in-force")], states(found))
        self.assertEqual("not-in-force", ask(case(**SAFE), SAFETY, "2025-05", "2025-06")["state"])


class Duties(unittest.TestCase):
    """The duty is a department's: short, not breached."""

    def test_short(self) -> None:
        for rule, fact in (
            (MEDICAL_CONTRACT, "medical_contract"), (INFORMATION, "information_published"),
            (INTEGRITY, "integrity_record"),
        ):
            for value, state in ((True, "met"), (False, "short"), (None, "undetermined")):
                found = ask(case(**{fact: value}), rule)
                self.assertEqual((state, False), (found["state"], found["binding"]))

    def test_the_five_systems(self) -> None:
        self.assertEqual("met", ask(case(**SYSTEMS), INTERNAL_SYSTEMS)["state"])
        for name in SYSTEMS:
            found = ask(case(**{name: False}), INTERNAL_SYSTEMS)
            self.assertEqual(("short", []), (found["state"], missing(found)))
            found = ask(case(**SYSTEMS | {name: None}), INTERNAL_SYSTEMS)
            self.assertEqual(["n1 institution." + name], missing(found))

    def test_short_stands_before_undetermined_and_met(self) -> None:
        line = [{"to": "2026-02-28", "value": True}, {"from": "2026-05-01", "value": False}]
        found = ask(case(medical_contract=line), MEDICAL_CONTRACT, last="2026-05")
        self.assertEqual("short", found["state"])
        self.assertEqual(
            [("2026-01", "2026-02", "met"), ("2026-03", "2026-04", "undetermined"), ("2026-05", "2026-05", "short")],
            states(found),
        )


class Preschool(unittest.TestCase):
    def test_kindergartens_only(self) -> None:
        for setting, listed, state in (
            ("kindergarten", True, "met"), ("kindergarten", False, "breached"),
            ("standalone", False, "not-applicable"), (None, True, "undetermined"),
        ):
            found = ask(case(setting=setting, in_preschool_system=listed), PRESCHOOL)
            self.assertEqual((state, True), (found["state"], found["binding"]))

    def test_setting_settles_more(self) -> None:
        """Four of the five settings settle; of the other fact no value does."""
        found = ask(case(), PRESCHOOL)
        self.assertEqual(["n1 institution.setting", "n1 institution.in_preschool_system"], missing(found))


class Lookups(unittest.TestCase):
    def test_lead(self) -> None:
        for setting, word in (("kindergarten", "教育"), ("standalone", "卫生健康"), ("family-home", "卫生健康")):
            found = ask(case(setting=setting), LEAD)
            self.assertEqual(("lookup", "known", word), (found["kind"], found["state"], found["value"]))

    def test_lead_changes(self) -> None:
        line = [{"to": "2026-06-30", "value": "community"}, {"from": "2026-07-01", "value": "kindergarten"}]
        found = ask(case(setting=line), LEAD)
        self.assertEqual("卫生健康", found["value"])
        self.assertEqual(["卫生健康", "教育"], [each["value"] for each in found["months"]])

    def test_lead_unknown(self) -> None:
        found = ask(case(), LEAD)
        self.assertEqual(("undetermined", None), (found["state"], found["value"]))
        self.assertEqual(["n1 institution.setting"], missing(found))

    def test_responsible(self) -> None:
        found = ask({}, RESPONSIBLE, "2025-06", "2025-07")
        self.assertEqual(("law", "known"), (found["subject"], found["state"]))
        self.assertEqual([str(n) for n in range(1, 17)] + ["place"], list(found["value"]))
        self.assertEqual([("2025-06", "2025-06", "not-in-force"), ("2025-07", "2025-07", "known")], states(found))
        found = ask({}, RESPONSIBLE, "2028-06", "2028-06")
        self.assertEqual(("not-in-force", None), (found["state"], found["value"]))


class Training(unittest.TestCase):
    def test_the_amount_is_set_elsewhere(self) -> None:
        found = ask(case(), TRAINING, "2028-05", "2028-06")
        self.assertEqual(("undetermined", None, None, True),
                         tuple(found[name] for name in ("state", "amount", "range", "range_exact")))
        self.assertEqual(("county", "institution", True),
                         tuple(found[name] for name in ("payer", "payee", "discretionary")))
        self.assertEqual(([], [{"set_elsewhere": "jining/training-subsidy.standard"}]),
                         (found["missing"], found["open"]))
        self.assertEqual([("2028-05", "2028-05", "undetermined"), ("2028-06", "2028-06", "not-in-force")],
                         states(found))
        self.assertEqual({(None, None)}, {(line["rate"], line["per"]) for line in found["months"]})
        self.assertEqual([], ask(case(), TRAINING, "2028-07", "2028-07")["open"])


if __name__ == "__main__":
    unittest.main()
