#!/usr/bin/env python3
"""The family's statement and the institution's: cells that add up, what is left to pay, classes (contract §3)."""

import unittest

from oracle.ids import FAMILY_STATEMENT, INSTITUTION_STATEMENT
from samples import Thing, ask, case, with_parent


def part(found: Thing, subject: str, item: str, month: str | None = None) -> Thing:
    return next(p for p in found["parts"] if (p["subject"], p["month"], p["item"]) == (subject, month, item))


class Family(unittest.TestCase):
    def statement(self, fee: str | None, employer: Thing, **chosen: str) -> Thing:
        subject = with_parent(
            case(enrolment={"monthly_fee": fee}), employer, annual_taxable_income="90000.00", deduction_share="1"
        )
        return ask(subject, FAMILY_STATEMENT, **chosen)

    def test_a_year(self) -> None:
        found = self.statement("2100.00", {"childcare_ratio": "0.5", "kindergarten_ratio": "0.3"})
        for subject, item, amount in (
            ("k1", "fees", "25200.00"), ("k1", "family-subsidy", "3600.00"), ("k1", "allowance", "3600.00"),
            ("k1", "employer-reimbursement", "12600.00"), ("k1", "left-to-pay", "9000.00"),
            ("p1", "tax-saved", "2400.00"), ("f1", "left-to-pay", "9000.00"), ("f1", "tax-saved", "2400.00"),
        ):
            self.assertEqual(amount, part(found, subject, item)["amount"], item)
        self.assertEqual(("known", [("2026-01", "2026-12")]),
                         (found["state"], [(line["from"], line["to"]) for line in found["months"]]))

    def test_cells_add_up_to_the_rounded_amount(self) -> None:
        """1199.994 a month: 1199.99, then 2399.99 less that, then 3599.98 less that."""
        found = self.statement("1999.99", {"childcare_ratio": "0.85", "kindergarten_ratio": "0.3"})
        cells = [part(found, "k1", "employer-reimbursement", f"2026-{month:02d}")["amount"] for month in range(1, 4)]
        self.assertEqual(["1199.99", "1200.00", "1199.99"], cells)
        self.assertEqual("14399.93", part(found, "k1", "employer-reimbursement")["amount"])

    def test_never_below_nothing(self) -> None:
        found = self.statement("299.99", {"childcare_ratio": "0", "kindergarten_ratio": "0"})
        self.assertEqual("0.00", part(found, "k1", "left-to-pay")["amount"])

    def test_an_unknown_fee(self) -> None:
        found = self.statement(None, {"childcare_ratio": "0.5", "kindergarten_ratio": "0.5"})
        left = part(found, "k1", "left-to-pay")
        self.assertEqual((None, ["0.00", "596400.00"]), (left["amount"], left["range"]))
        self.assertEqual("undetermined", found["state"])


class Institution(unittest.TestCase):
    def test_each_class_is_rounded_once(self) -> None:
        subject = case()
        subject["institutions"][0]["classes"] = [
            {"id": "c1", "kind": "toddler-junior", "children": 1}, {"id": "c2", "kind": "mixed-age", "children": 1},
        ]
        found = ask(subject, INSTITUTION_STATEMENT, "2026-03", "2026-03")
        for subject_id, amounts in (
            ("c1", ["166.67", "50.00", "116.67"]), ("n1", ["333.34", "100.00", "233.34"]),
        ):
            items = ("operating-subsidy", "city-award", "county-net")
            self.assertEqual(amounts, [part(found, subject_id, item)["amount"] for item in items])

    def test_force_and_head_count(self) -> None:
        subject = case()
        subject["institutions"][0]["classes"][0]["children"] = 8
        for first, last, option, amount in (
            ("2025-06", "2025-07", "by-month", "2000.00"), ("2026-01", "2026-12", "by-month", "24000.00"),
            ("2026-01", "2026-11", "head-count-at-year-end", "0.00"),
            ("2026-12", "2026-12", "head-count-at-year-end", "24000.00"),
        ):
            found = ask(subject, INSTITUTION_STATEMENT, first, last, yearly_rate=option)
            self.assertEqual(amount, part(found, "n1", "operating-subsidy")["amount"])
        self.assertEqual("not-in-force", ask(subject, INSTITUTION_STATEMENT, "2025-01", "2025-06")["state"])


if __name__ == "__main__":
    unittest.main()
