#!/usr/bin/env python3
"""Limits: the fee of inclusive places and twice the kindergarten's ratio (measures 11, 13; contract §3, §4)."""

import unittest

from oracle.ids import EMPLOYER_LIMIT, FEE
from samples import Thing, ask, case, missing, states, with_parent


def fee(amount: str | None, kind: str | None = "infant", **place: object) -> Thing:
    subject = case(enrolment={"monthly_fee": amount}, **place)
    subject["institutions"][0]["classes"][0]["kind"] = kind
    return subject


def told(found: Thing) -> tuple[object, ...]:
    return tuple(found[name] for name in ("state", "value", "bound", "excess"))


class Fee(unittest.TestCase):
    """Infant 2100, any other kind 1700."""

    def test_both_sides_of_the_standard(self) -> None:
        for amount, kind, expected in (
            ("2099.99", "infant", ("met", "2099.99", "2100", None)),
            ("2100.00", "infant", ("met", "2100", "2100", None)),
            ("2100.01", "infant", ("breached", "2100.01", "2100", "0.01")),
            ("1700.00", "toddler-junior", ("met", "1700", "1700", None)),
            ("1700.01", "toddler-senior", ("breached", "1700.01", "1700", "0.01")),
            ("1800.5", "mixed-age", ("breached", "1800.5", "1700", "100.5")),
        ):
            self.assertEqual(expected, told(ask(fee(amount, kind), FEE)))

    def test_unit_relation_readings(self) -> None:
        found = ask(fee("2100"), FEE)
        self.assertEqual(("limit", "CNY/month", "<="), (found["kind"], found["unit"], found["relation"]))
        self.assertEqual({"reference-day": "last-day"}, found["readings"])

    def test_not_applicable(self) -> None:
        found = ask(fee("9000", inclusive=False), FEE)
        self.assertEqual(("not-applicable", None, None, None), told(found))
        subject = case(enrolment={"from": "2026-03-15", "to": "2026-09-29", "monthly_fee": "2100.01"})
        self.assertEqual(
            [("2026-01", "2026-02", "not-applicable"), ("2026-03", "2026-08", "breached"),
             ("2026-09", "2026-12", "not-applicable")],
            states(ask(subject, FEE)),
        )

    def test_force(self) -> None:
        found = ask(fee("2100.01"), FEE, "2025-06", "2025-08")
        self.assertEqual([("2025-06", "2025-06", "not-in-force"), ("2025-07", "2025-08", "breached")], states(found))
        self.assertEqual("not-in-force", ask(fee("2100.01"), FEE, "2028-06", "2028-07")["state"])
        first = ask(fee("2100.01"), FEE, "2028-06", "2028-07", reference_day="first-day")
        self.assertEqual([("2028-06", "2028-06", "breached"), ("2028-07", "2028-07", "not-in-force")], states(first))

    def test_breached_by_an_unknown_bound(self) -> None:
        found = ask(fee("5000", None), FEE)
        self.assertEqual(("breached", "5000", None, None), told(found))
        self.assertEqual(["c1 class.kind"], missing(found))

    def test_undetermined_between_the_two_standards(self) -> None:
        found = ask(fee("1900", None), FEE)
        self.assertEqual(("undetermined", "1900", None, None), told(found))
        found = ask(fee(None), FEE)
        self.assertEqual(("undetermined", None, "2100", None), told(found))
        self.assertEqual(["e1 enrolment.monthly_fee"], missing(found))

    def test_an_unnamed_place(self) -> None:
        subject = case(enrolment={"class": None, "monthly_fee": "2100"})
        self.assertEqual(["e1 institution.inclusive", "e1 class.kind"], missing(ask(subject, FEE)))

    def test_breached_stands_before_undetermined(self) -> None:
        line = [{"to": "2026-03-31", "value": "2100.00"}, {"from": "2026-06-01", "value": "2100.01"}]
        found = ask(case(enrolment={"monthly_fee": line}), FEE)
        self.assertEqual(("breached", "2100.01", "2100", "0.01"), told(found))
        self.assertEqual(
            [("2026-01", "2026-03", "met"), ("2026-04", "2026-05", "undetermined"),
             ("2026-06", "2026-12", "breached")],
            states(found),
        )
        self.assertEqual(["e1 enrolment.monthly_fee"], missing(found))


class Ratio(unittest.TestCase):
    """标准不高于幼儿园报销比例的2倍."""

    def of(self, childcare: str | None, kindergarten: str | None, **more: object) -> Thing:
        employer = {"childcare_ratio": childcare, "kindergarten_ratio": kindergarten}
        rule = {"kindergarten_rule": more.pop("rule")} if "rule" in more else {}
        return ask(with_parent(case(), employer | rule, **more), EMPLOYER_LIMIT)

    def test_example_10(self) -> None:
        self.assertEqual(("breached", "0.85", "0.6", "0.25"), told(self.of("0.85", "0.3")))

    def test_both_sides(self) -> None:
        self.assertEqual(("met", "0.6", "0.6", None), told(self.of("0.6", "0.3")))
        self.assertEqual(("met", "0.5999", "0.6", None), told(self.of("0.5999", "0.3")))
        self.assertEqual(("breached", "0.6001", "0.6", "0.0001"), told(self.of("0.6001", "0.3")))
        self.assertEqual(("met", "1", "1.4", None), told(self.of("1", "0.7")))
        self.assertEqual(("breached", "0.0001", "0", "0.0001"), told(self.of("0.0001", "0")))
        self.assertIsNone(self.of("0.5", "0.5")["unit"])

    def test_not_applicable(self) -> None:
        self.assertEqual("not-applicable", self.of("0.5", None, rule=False)["state"])
        self.assertEqual("not-applicable", self.of("0.5", "0.1", employed=False)["state"])

    def test_unknown(self) -> None:
        found = self.of(None, "0.5")
        self.assertEqual(("met", None, "1", None), told(found))  # nothing is above 1
        self.assertEqual(["p1 employer.childcare_ratio"], missing(found))
        found = self.of("0.5", None)
        self.assertEqual(("undetermined", "0.5", None, None), told(found))
        self.assertEqual(["p1 employer.kindergarten_rule", "p1 employer.kindergarten_ratio"], missing(found))
        found = self.of(None, None)
        self.assertEqual(
            ["p1 parent.employed", "p1 employer.kindergarten_rule", "p1 employer.childcare_ratio",
             "p1 employer.kindergarten_ratio"],
            missing(found),
        )


if __name__ == "__main__":
    unittest.main()
