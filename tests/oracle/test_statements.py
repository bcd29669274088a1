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

    def test_behind_an_unknown_fee_a_cell_is_loose_by_a_fen(self) -> None:
        """1999.99 × 0.6 = 1199.994 in February; what January comes to may end with any fraction of a fen."""
        fee = [{"from": "2026-02-01", "value": "1999.99"}]
        subject = with_parent(
            case(enrolment={"monthly_fee": fee}), {"childcare_ratio": "0.85", "kindergarten_ratio": "0.3"},
            annual_taxable_income="90000.00", deduction_share="1",
        )
        found = ask(subject, FAMILY_STATEMENT, "2026-01", "2026-02")
        reimbursed = part(found, "k1", "employer-reimbursement", "2026-02")
        self.assertEqual((None, ["1199.99", "1200.00"]), (reimbursed["amount"], reimbursed["range"]))
        self.assertEqual(["1199.99", "61199.99"], part(found, "k1", "employer-reimbursement")["range"])
        self.assertEqual((False, "undetermined"), (found["range_exact"], found["months"][-1]["state"]))
        # Before it nothing is loose, and where each cell is whole fen nothing is either.
        fee = [{"to": "2026-01-31", "value": "1999.99"}]
        subject["families"][0]["children"][0]["enrolments"][0]["monthly_fee"] = fee
        found = ask(subject, FAMILY_STATEMENT, "2026-01", "2026-02")
        self.assertEqual("1199.99", part(found, "k1", "employer-reimbursement", "2026-01")["amount"])
        self.assertTrue(found["range_exact"])

    def test_two_loose_cells_may_be_rounded_the_same_way(self) -> None:
        """Of e2 500.00 are left, of e1 nothing up to 50000.00; February is loose twice, January is not."""
        subject = with_parent(
            case(enrolment={"monthly_fee": None}), {"childcare_ratio": "0.3", "kindergarten_ratio": "0.25"}
        )
        family = subject["families"][0]
        family["parents"].append({"id": "p2", "employer": {"childcare_ratio": "0.2", "kindergarten_ratio": "0.25"}})
        child = family["children"][0]
        child["birth_order"] = 1
        child["enrolments"].append({"id": "e2", "from": "2025-09-10", "monthly_fee": "1000.00"})
        for parent in family["parents"]:
            parent |= {"annual_taxable_income": "0.00", "deduction_share": "0"}
        found = ask(subject, FAMILY_STATEMENT, "2026-01", "2026-02")
        self.assertEqual(["500.00", "50500.00"], part(found, "k1", "left-to-pay", "2026-01")["range"])
        self.assertEqual(["499.99", "50500.01"], part(found, "k1", "left-to-pay", "2026-02")["range"])
        self.assertEqual(["999.99", "101000.01"], part(found, "f1", "left-to-pay")["range"])
        self.assertFalse(found["range_exact"])

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

    def test_a_head_count_asks_the_last_day(self) -> None:
        """The notice comes into force on 21 July."""
        chosen = {"yearly_rate": "head-count-at-year-end", "reference_day": "first-day"}
        subject = case()
        subject["institutions"][0]["classes"][0]["children"] = 8
        found = ask(subject, INSTITUTION_STATEMENT, "2025-06", "2025-08", **chosen)
        self.assertEqual(["not-in-force", "known"], [line["state"] for line in found["months"]])
        self.assertEqual("2025-07", found["months"][1]["from"])


if __name__ == "__main__":
    unittest.main()
