#!/usr/bin/env python3
"""Each generated case again with values put in for its unknowns: what was settled stays."""

import unittest
from copy import deepcopy
from fractions import Fraction
from random import Random
from typing import Any

from draw import Draw
from generate import generate
from oracle.days import Month, window
from oracle.facts import (
    INSTITUTION_COUNTS, INSTITUTION_FACTS, JURISDICTION_FACTS, OPTIONS, UTILITIES, UTILITY_NUMBERS, YES_NO,
)
from oracle.outcome import assess
from samples import Thing

TOTALS = [name for name in JURISDICTION_FACTS if name != "institutions_complete"]


class PutIn(unittest.TestCase):
    """What is said of a case with unknowns holds for every case that it may turn out to be."""

    def test_values_put_in_for_unknowns_stay_within_what_was_said(self) -> None:
        """Random values anywhere in their range: no settled month changes and no amount leaves the range."""
        narrowed = 0
        for number in range(70):
            sample = generate(f"put-in-{number}")
            before = assess(sample.case, sample.first, sample.last, sample.readings)
            for again in range(2):
                full = put_in(sample.case, Random(f"{number}-{again}"), window(sample.first, sample.last))
                after = {
                    (each["subject"], each["rule"]): each
                    for each in assess(full, sample.first, sample.last, sample.readings)
                }
                for said in before:
                    found = after[said["subject"], said["rule"]]
                    if "sample" not in said and "sample" not in found:
                        narrowed += said["state"] == "undetermined" != found["state"]
                        self.check(said, found, number)
        self.assertGreater(narrowed, 200)

    def check(self, said: Thing, found: Thing, number: int) -> None:
        where = f"put-in-{number} {said['subject']} {said['rule']}"
        if "months" not in said:
            return self.check_day(said, found, where)
        if "range" in said:
            outer, inner = ([Fraction(end) for end in side["range"] or ["0", "0"]] for side in (said, found))
            self.assertTrue(outer[0] <= inner[0] and inner[1] <= outer[1], where)
        parts = {(part["subject"], part["month"], part["item"]): part["range"] for part in found.get("parts", [])}
        for part in said.get("parts", []):
            outer = part["range"]
            inner = parts.get((part["subject"], part["month"], part["item"]), ["0.00", "0.00"])
            self.assertTrue(
                Fraction(outer[0]) <= Fraction(inner[0]) and Fraction(inner[1]) <= Fraction(outer[1]), where
            )
        for line, now in zip(by_month(said), by_month(found), strict=True):
            if line[0] != "undetermined":
                self.assertEqual(line, now, where)

    def check_day(self, said: Thing, found: Thing, where: str) -> None:
        """An indicator and a procedure have no months: what was told of the one day stays."""
        if said["state"] != "undetermined":
            self.assertEqual(said["state"], found["state"], where)
        for name in ("value", "next"):
            if said.get(name) is not None:
                self.assertEqual(said[name], found[name], where)
        for step, now in zip(said.get("steps", []), found.get("steps", [])):
            for name, text in step.items():
                # The last day of a step stands for the case that the step is asked for.
                if text not in ("undetermined", None) and now["state"] != "not-applicable":
                    self.assertEqual(text, now[name], where)


def by_month(outcome: Thing) -> list[tuple[str, str | None]]:
    return [
        (line["state"], line.get("rate") or line.get("value"))
        for line in outcome["months"]
        for _ in window(line["from"], line["to"])
    ]


def put_in(subject: Thing, random: Random, months: list[Month]) -> Thing:
    """The case with a value for each fact that is wholly unknown."""
    full, draw = deepcopy(subject), Draw(random, months, 0, 0)
    new: list[Thing] = []
    # A place that is said to be whole gets no more institutions.
    complete = (full.get("jurisdiction") or {}).get("institutions_complete") is True

    def fill(thing: Thing, **facts: Any) -> None:
        for name, value in facts.items():
            if thing.get(name) is None:
                thing[name] = value

    def flag() -> bool:
        return draw.chance(70)

    if full.get("jurisdiction") is not None:
        # The money of an income and a price may have cents; whole yuan are enough here.
        fill(full["jurisdiction"], **{name: random.randint(0, 2000) for name in TOTALS})
    for institution in full.get("institutions", []):
        fill(institution, **{name: flag() for name in INSTITUTION_FACTS if f"institution.{name}" in YES_NO})
        fill(institution, **{name: random.randint(0, 60) for name in INSTITUTION_COUNTS})
        fill(institution, **{
            fact.split(".")[1]: draw.pick(values) for fact, values in OPTIONS.items() if fact != "class.kind"
        })
        fill(institution, utilities=[{"kind": kind} for kind in UTILITIES])
        for record in institution["utilities"]:
            if "kind" in record:
                fill(record, **{name: random.randint(0, 50) for name in UTILITY_NUMBERS})
        for one in institution.get("classes", []):
            fill(one, kind=draw.pick(["infant", "mixed-age"]), children=random.randint(0, 30), carers=random.randint(0, 9))
    for family in full["families"]:
        fill(family, children_total=random.randint(0, 6))
        shares = [Fraction(parent.get("deduction_share") or 0) for parent in family.get("parents", [])]
        for place, parent in enumerate(family.get("parents", [])):
            left = 1 - sum(shares)
            if parent.get("deduction_share") is None:
                shares[place] = draw.pick([share for share in (Fraction(0), Fraction(1, 2), Fraction(1)) if share <= left])
                parent["deduction_share"] = {0: "0", 1: "1"}.get(shares[place], "0.5")
            fill(parent, role=draw.pick(["mother", "father", "guardian"]), annual_taxable_income=draw.income())
            employer = parent.setdefault("employer", {})
            if employer.get("kindergarten_ratio") is None:
                fill(employer, kindergarten_rule=flag())
            if employer.get("kindergarten_rule") in (None, True):
                fill(employer, kindergarten_ratio=draw.ratio())
            fill(employer, childcare_ratio=draw.ratio())
        for child in family["children"]:
            birth = child["birth"] = child.get("birth") or {}
            fill(birth, difficult=flag(), babies=random.randint(1, 20))
            fill(child, birth_date=draw.birth().isoformat(), birth_order=random.randint(1, 20))
            for stay in child.get("enrolments", []):
                first = draw.day().isoformat()
                fill(stay, monthly_fee=draw.fee(), fee_items=draw.pick([[], ["meals"], ["赞助费"]]), **{"from": min(first, stay.get("to") or first)})
                if not complete and stay.get("institution") is None and stay.get("class") is None:
                    place = f"new{len(new)}"
                    facts = {"registered": flag(), "filed": flag(), "inclusive": flag()}
                    classes = [{"id": f"{place}-class", "kind": draw.pick(["infant", "mixed-age"])}]
                    new.append({"id": place, "classes": classes, **facts})
                    stay["class"] = classes[0]["id"]
    return full | {"institutions": [*full.get("institutions", []), *new]}


if __name__ == "__main__":
    unittest.main()
