#!/usr/bin/env python3
"""Deduction, tax saved, allowance and leaves: whole months, brackets, births (contract §3)."""

import unittest
from fractions import Fraction

from oracle.ids import ALLOWANCE, DEDUCTION, MATERNITY, PARENTAL, PATERNITY, TAX_SAVED
from oracle.parents import tax
from samples import Thing, ask, lines, missing


def family(*births: str | None, **parent: object) -> Thing:
    children = [{"id": f"k{n}", "birth_date": birth} for n, birth in enumerate(births, 1)]
    return {"families": [{"id": "f1", "parents": [{"id": "p1", **parent}], "children": children}]}


class Deduction(unittest.TestCase):
    def test_example_11(self) -> None:
        subject = family("2024-02-29", deduction_share="1")
        self.assertEqual("2000.00", ask(subject, DEDUCTION, "2027-01", "2027-12")["amount"])
        self.assertEqual("600.00", ask(subject, ALLOWANCE, "2027-01", "2027-12")["amount"])

    def test_first_and_last_month(self) -> None:
        found = ask(family("2022-12-31", deduction_share="0.5"), DEDUCTION, "2022-11", "2023-01")
        self.assertEqual(
            [("2022-11", "2022-11", "refused", None), ("2022-12", "2022-12", "granted", "500"),
             ("2023-01", "2023-01", "granted", "1000")],
            lines(found),
        )
        self.assertEqual("0.00", ask(family("2022-12-31", deduction_share="1"), DEDUCTION, "2025-12")["amount"])

    def test_shares_above_one_are_no_completion(self) -> None:
        for other, most in (("0", "24000.00"), ("0.5", "12000.00"), ("1", "0.00")):
            subject = family("2025-03-10")
            subject["families"][0]["parents"].append({"id": "p2", "deduction_share": other})
            self.assertEqual(["0.00", most], ask(subject, DEDUCTION)["range"])


class Tax(unittest.TestCase):
    """By the quick deductions of the table, which the bracket-by-bracket sum does not use."""

    def test_quick_deductions(self) -> None:
        for income, percent, quick in (
            (36_000, 3, 0), (144_000, 10, 2_520), (300_000, 20, 16_920), (420_000, 25, 31_920), (660_000, 30, 52_920),
            (960_000, 35, 85_920), (5_000_000, 45, 181_920),
        ):
            self.assertEqual(Fraction(income * percent, 100) - quick, tax(Fraction(income)))

    def test_saved_in_the_last_month_of_each_year(self) -> None:
        subject = family("2025-03-10", annual_taxable_income="90000.00", deduction_share="1")
        found = ask(subject, TAX_SAVED, "2025-12", "2026-02")
        self.assertEqual(
            [("2025-12", "2025-12", "granted", "200"), ("2026-01", "2026-01", "refused", None),
             ("2026-02", "2026-02", "granted", "400")],
            lines(found),
        )

    def test_granted_though_nothing_is_saved(self) -> None:
        found = ask(family("2025-03-10", annual_taxable_income="0", deduction_share="1"), TAX_SAVED)
        self.assertEqual(("granted", "0.00"), (found["state"], found["amount"]))
        found = ask(family("2025-03-10", annual_taxable_income="0", deduction_share="0"), TAX_SAVED)
        self.assertEqual("refused", found["state"])

    def test_unknown(self) -> None:
        found = ask(family("2025-03-10", deduction_share="1"), TAX_SAVED)
        self.assertEqual(
            (["0.00", "10800.00"], ["p1 parent.annual_taxable_income"]), (found["range"], missing(found))
        )


class Allowance(unittest.TestCase):
    def test_the_formula_of_the_births_before_2025(self) -> None:
        """12 × (year − 2022) + month of birth months, from January 2025 on."""
        for birth, months in (("2022-01-01", 1), ("2022-12-31", 12), ("2023-12-15", 24), ("2024-12-31", 36)):
            found = ask(family(birth), ALLOWANCE, "2025-01", "2027-12")
            self.assertEqual(f"{300 * months}.00", found["amount"])
        self.assertEqual("refused", ask(family("2021-12-31"), ALLOWANCE, "2025-01", "2027-12")["state"])

    def test_births_from_2025(self) -> None:
        found = ask(family("2025-06-15"), ALLOWANCE, "2025-01", "2028-12")
        self.assertEqual("10800.00", found["amount"])
        self.assertEqual(
            ["2025-06", "2026-06", "2027-06"], [first for first, _, state, _ in lines(found) if state == "granted"]
        )


class Leaves(unittest.TestCase):
    def test_days_of_a_birth(self) -> None:
        for difficult, babies, days in ((False, 1, "158"), (True, 1, "173"), (False, 2, "173"), (True, 3, "203")):
            subject = family("2026-03-10", role="mother")
            subject["families"][0]["children"][0]["birth"] = {"difficult": difficult, "babies": babies}
            self.assertEqual((days, "day"), tuple(ask(subject, MATERNITY)[name] for name in ("amount", "unit")))
            self.assertEqual("not-applicable", ask(subject, PATERNITY)["state"])

    def test_one_birth(self) -> None:
        subject = family("2026-03-10", "2026-03-10", "2026-03-11", role="father")
        self.assertEqual(
            [("granted", "15"), ("not-applicable", None), ("granted", "15")],
            [tuple(ask(subject, PATERNITY, who=f"p1/k{n}")[name] for name in ("state", "amount")) for n in (1, 2, 3)],
        )
        found = ask(family(None, "2026-03-10", role="father"), PATERNITY, who="p1/k2")
        self.assertEqual(("undetermined", ["k1 child.birth_date"]), (found["state"], missing(found)))

    def test_the_years_of_parental_leave(self) -> None:
        for birth, year, option, days in (
            ("2023-01-01", "2026", "calendar-year", "0"), ("2023-01-02", "2026", "calendar-year", "10"),
            ("2024-02-29", "2027", "calendar-year", "10"), ("2024-02-29", "2027", "child-year", "0"),
            ("2024-02-29", "2026", "child-year", "10"), ("2025-12-31", "2025", "calendar-year", "10"),
        ):
            subject = family(birth, role="mother")
            found = ask(subject, PARENTAL, f"{year}-01", f"{year}-12", parental_leave_year=option)
            self.assertEqual((days, True), (found["amount"], found["at_least"]), (birth, year, option))

    def test_the_open_year(self) -> None:
        found = ask(family("2025-03-10", role="mother"), PARENTAL)
        self.assertEqual(("undetermined", ["10", "10"]), (found["state"], found["range"]))
        self.assertEqual([{"reading": "parental-leave-year"}], found["open"])


if __name__ == "__main__":
    unittest.main()
