#!/usr/bin/env python3
"""The comparison: an answer that agrees has no difference, and each field that does not is told."""

import unittest
from copy import deepcopy
from typing import Any

from differ import ANYTHING, OWN, WITHOUT_READINGS, differences
from oracle.ids import (
    DEADLINES, FAMILY_STATEMENT, KINDS, LEAD, PRICING, REGISTRATION, RESPONSIBLE, RULES, SANCTIONS, TAX_RELIEF, VAT_EXEMPTION,
)
from oracle.outcome import assess
from samples import Thing, case, with_parent


def as_an_engine_says(outcome: Thing) -> Thing:
    """The oracle's outcome with texts where the oracle has a word that they must hold."""
    said = deepcopy(outcome)
    if outcome["rule"] in (RESPONSIBLE, SANCTIONS):
        said["value"] = [{"key": key, "zh": "部门", "en": "departments"} for key in outcome["value"]]
        for line in said["months"]:
            line["value"] = said["value"]
    elif outcome["rule"] in (LEAD, PRICING, TAX_RELIEF, VAT_EXEMPTION):
        for holder in (said, *said["months"]):
            holder["value"] = text(holder["value"])
    elif outcome["rule"] in (REGISTRATION, DEADLINES):
        for step in said["steps"]:
            for name in ("act", "body", "certificate"):
                step[name] = text(step[name])
    return said | {"layer": "jining", "sources": []}


def text(word: str | None) -> Any:
    return None if word is None else {"zh": f"县级{word}部门", "en": "the department"}


class Differences(unittest.TestCase):
    def setUp(self) -> None:
        subject = with_parent(
            case(setting="kindergarten", legal_form="company", inclusive=None),
            {"childcare_ratio": "0.5", "kindergarten_ratio": "0.1"},
            role="mother", annual_taxable_income="90000.00", deduction_share="1",
        )
        subject["institutions"][0] |= {"filing_received": "2026-02-13", "filing_conforms": True}
        subject["families"][0]["children"][0]["birth"] = {"difficult": False, "babies": 1}
        subject["jurisdiction"] = {"institutions_total": 3, "institutions_contracted": 2}
        self.ours = assess(subject, "2026-01", "2026-03", {})
        self.theirs = [as_an_engine_says(each) for each in self.ours if "sample" not in each]

    def test_every_rule_is_compared(self) -> None:
        self.assertEqual(set(RULES), {each["rule"] for each in self.ours})
        self.assertEqual(set(KINDS.values()), {each["kind"] for each in self.ours})

    def test_agreement(self) -> None:
        self.assertEqual([], list(differences(self.ours, self.theirs)))

    def test_each_field_is_told(self) -> None:
        for place, outcome in enumerate(self.ours):
            for field in ["kind", "state", "readings", "missing", "open", *OWN[outcome["kind"]]]:
                for theirs in ("something else", None):
                    free = field == "readings" and outcome["rule"] in WITHOUT_READINGS
                    if free or outcome[field] in (ANYTHING, theirs):
                        continue
                    wrong = deepcopy(self.theirs)
                    wrong[place][field] = theirs
                    found = list(differences(self.ours, wrong))
                    self.assertEqual(1, len(found), (outcome["rule"], field))
                    self.assertTrue(found[0].startswith(f"{outcome['subject']} {outcome['rule']} {field}: "))
                wrong = deepcopy(self.theirs)
                del wrong[place][field]
                self.assertEqual(1, len(list(differences(self.ours, wrong))))

    def test_order_and_fields_of_another_kind(self) -> None:
        self.assertEqual(1, len(list(differences(self.ours, self.theirs[1:] + self.theirs[:1]))))
        self.theirs[0]["months"] = []
        self.assertEqual(
            ["jurisdiction jining/target-public-share months: no field of this kind (indicator)"],
            list(differences(self.ours, self.theirs)),
        )

    def test_texts(self) -> None:
        """Another department, a language that is missing, a key too many."""
        at = {rule: place for place, rule in enumerate(each["rule"] for each in self.ours)}
        for rule, value in (
            (LEAD, {"zh": "卫生健康部门", "en": "health"}), (LEAD, {"zh": "教育部门"}), (LEAD, "教育部门"),
            (RESPONSIBLE, [*self.theirs[at[RESPONSIBLE]]["value"], {"key": "17", "zh": "…", "en": "…"}]),
        ):
            wrong = deepcopy(self.theirs)
            wrong[at[rule]]["value"] = value
            self.assertEqual(1, len(list(differences(self.ours, wrong))))
        for name, value in (
            ("body", {"zh": "教育", "en": "…"}), ("act", None), ("certificate", None), ("due", "2026-01-01"),
        ):
            wrong = deepcopy(self.theirs)
            wrong[at[REGISTRATION]]["steps"][1][name] = value
            self.assertEqual(1, len(list(differences(self.ours, wrong))), name)


    def test_parts(self) -> None:
        """Their order is free, and a part of nothing may be left out; another amount, another part or two of a name
        are told."""
        at = [each["rule"] for each in self.ours].index(FAMILY_STATEMENT)
        parts = self.theirs[at]["parts"]
        paid = next(part for part in parts if part["range"] != ["0.00", "0.00"])
        for said, faults in (
            ([part for part in reversed(parts) if part["range"] != ["0.00", "0.00"]], 0),
            ([{**part, "amount": "0.01"} if part is paid else part for part in parts], 1),
            ([{**part, "discretionary": None} if part is paid else part for part in parts], 1),
            ([*parts, paid], 1),
            ([*parts, {**paid, "item": "another"}], 1),
            ([part for part in parts if part is not paid], 2),
        ):
            wrong = deepcopy(self.theirs)
            wrong[at]["parts"] = said
            self.assertEqual(faults, len(list(differences(self.ours, wrong))))


class TooMany(unittest.TestCase):
    """Beyond 4 096 completions a state may be left open, but not be wrong."""

    def test_states(self) -> None:
        sample = {"answers": [[("met", ""), ("short", "")], [("met", "")]]}
        ours = [{"subject": "n1", "rule": "r", "kind": "requirement", "state": None, "sample": sample}]
        for states, faults in (
            (("undetermined", "met"), 0), (("undetermined", "undetermined"), 0), (("met", "met"), 1),
            (("undetermined", "short"), 1),
        ):
            months = [
                {"from": month, "to": month, "state": state}
                for month, state in zip(("2026-01", "2026-02"), states)
            ]
            theirs = [{"subject": "n1", "rule": "r", "months": months}]
            self.assertEqual(faults, len(list(differences(ours, theirs))), states)


if __name__ == "__main__":
    unittest.main()
