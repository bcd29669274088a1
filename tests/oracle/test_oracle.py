#!/usr/bin/env python3
"""The oracle against the worked examples of contract §6, and the calendar's traps."""

import unittest
from datetime import date
from fractions import Fraction

from oracle.days import Month, birthday, window, years_before
from oracle.ids import CITY, EMPLOYER, FAMILY, OPERATING
from oracle.shape import money, plain
from samples import ask, case, lines, missing, with_parent


class WorkedExamples(unittest.TestCase):
    """Contract §6, by number."""

    def test_1_last_day_of_march_is_outside(self) -> None:
        subject = case(enrolment={"from": "2025-09-10", "to": "2026-03-09"})
        found = ask(subject, OPERATING)
        self.assertEqual(("granted", "500.00"), (found["state"], found["amount"]))
        self.assertEqual(
            [("2026-01", "2026-02", "granted", "3000"), ("2026-03", "2026-12", "refused", None)], lines(found)
        )
        self.assertEqual("150.00", ask(subject, CITY)["amount"])

    def test_2_seven_months_of_another_class_round_once(self) -> None:
        subject = case("toddler-senior", {"from": "2026-03-15", "to": "2026-09-30"})
        self.assertEqual("1166.67", ask(subject, OPERATING)["amount"])
        self.assertEqual("350.00", ask(subject, CITY)["amount"])

    def test_3_first_day_gives_six(self) -> None:
        subject = case("toddler-senior", {"from": "2026-03-15", "to": "2026-09-30"})
        found = ask(subject, OPERATING, reference_day="first-day")
        self.assertEqual("1000.00", found["amount"])
        self.assertEqual(("2026-04", "2026-09", "granted", "2000"), lines(found)[1])

    def test_4_third_birthday_on_the_reference_day(self) -> None:
        subject = case("mixed-age", child={"birth_date": "2023-05-31"})
        found = ask(subject, FAMILY)
        self.assertEqual(("granted", "1200.00"), (found["state"], found["amount"]))
        self.assertEqual(
            [("2026-01", "2026-04", "granted", "300"), ("2026-05", "2026-12", "refused", None)], lines(found)
        )
        self.assertEqual("2000.00", ask(subject, OPERATING)["amount"])

    def test_5_birth_order_unknown(self) -> None:
        found = ask(case(child={"birth_order": None}), FAMILY)
        self.assertEqual(("undetermined", None), (found["state"], found["amount"]))
        self.assertEqual((["0.00", "6000.00"], True), (found["range"], found["range_exact"]))
        self.assertEqual(["k1 child.birth_order"], missing(found))
        self.assertEqual([{"reading": "fourth-child"}], found["open"])

    def test_6_inclusive_unknown_and_moot_when_not_filed(self) -> None:
        found = ask(case(inclusive=None), OPERATING)
        self.assertEqual(("undetermined", ["0.00", "3000.00"]), (found["state"], found["range"]))
        self.assertEqual(["n1 institution.inclusive"], missing(found))
        found = ask(case(inclusive=None, filed=False), OPERATING)
        self.assertEqual(("refused", "0.00", []), (found["state"], found["amount"], found["missing"]))

    def test_7_the_start_of_force(self) -> None:
        found = ask(case(child={"birth_order": 3}), FAMILY, "2025-06", "2025-08")
        self.assertEqual("1000.00", found["amount"])
        self.assertEqual(
            [("2025-06", "2025-06", "not-in-force", None), ("2025-07", "2025-08", "granted", "500")], lines(found)
        )

    def test_8_the_end_of_force(self) -> None:
        found = ask(case(child={"birth_date": "2026-03-10"}), FAMILY, "2028-05", "2028-07")
        self.assertEqual(
            [("2028-05", "2028-05", "granted", "300"), ("2028-06", "2028-07", "not-in-force", None)], lines(found)
        )

    def test_9_head_count_pays_in_december(self) -> None:
        subject = case(enrolment={"from": "2026-12-10"})
        for day in ("last-day", "first-day"):
            found = ask(subject, OPERATING, yearly_rate="head-count-at-year-end", reference_day=day)
            self.assertEqual("3000.00", found["amount"])
            self.assertEqual(
                [("2026-01", "2026-11", "refused", None), ("2026-12", "2026-12", "granted", "3000")], lines(found)
            )
            self.assertEqual({"once"}, {line["per"] for line in found["months"]})

    def test_10_reimbursement_is_capped(self) -> None:
        subject = case(enrolment={"monthly_fee": "1999.99"})
        with_parent(subject, {"childcare_ratio": "0.85", "kindergarten_ratio": "0.3"})
        found = ask(subject, EMPLOYER)
        self.assertEqual(("p1/e1", "14399.93"), (found["subject"], found["amount"]))
        self.assertEqual([("2026-01", "2026-12", "granted", "1199.994")], lines(found))


class Calendar(unittest.TestCase):
    """29 February and the ends of months (contract §3)."""

    def test_born_on_29_february_three_on_1_march(self) -> None:
        self.assertEqual(date(2027, 3, 1), birthday(date(2024, 2, 29), 3))
        self.assertEqual(date(2028, 2, 29), birthday(date(2024, 2, 29), 4))
        found = ask(case(child={"birth_date": "2024-02-29"}), FAMILY, "2027-01", "2027-03")
        self.assertEqual(("2027-01", "2027-02", "granted", "300"), lines(found)[0])
        found = ask(case(child={"birth_date": "2024-02-29"}), FAMILY, "2027-02", "2027-04", reference_day="first-day")
        self.assertEqual(("2027-02", "2027-02", "granted", "300"), lines(found)[0])

    def test_born_on_the_reference_day(self) -> None:
        for birth, state in (("2026-01-31", "granted"), ("2026-02-01", "refused")):
            self.assertEqual(state, ask(case(child={"birth_date": birth}), FAMILY, last="2026-01")["state"])

    def test_three_years_before_29_february(self) -> None:
        self.assertEqual(date(2025, 2, 28), years_before(date(2028, 2, 29), 3))

    def test_ends_of_months(self) -> None:
        self.assertEqual([28, 29, 30], [Month(*m).last_day.day for m in ((2026, 2), (2028, 2), (2026, 4))])
        self.assertEqual(["2026-11", "2026-12", "2027-01"], [str(m) for m in window("2026-11", "2027-01")])
        for last, months in (("2026-02-27", 1), ("2026-02-28", 2)):
            found = ask(case(enrolment={"to": last}), OPERATING)
            self.assertEqual(money(Fraction(250 * months)), found["amount"])

    def test_force_by_the_first_day(self) -> None:
        found = ask(case(child={"birth_date": "2026-03-10"}), FAMILY, "2028-05", "2028-07", reference_day="first-day")
        self.assertEqual(("2028-05", "2028-06", "granted", "300"), lines(found)[0])

    def test_numbers(self) -> None:
        self.assertEqual(["0.01", "0.00", "1000.00"], [money(Fraction(n, 1000)) for n in (5, 4, 999995)])
        exact = ["300", "1199.994", "0.05", "0"]
        self.assertEqual(exact, [plain(Fraction(text)) for text in exact])


if __name__ == "__main__":
    unittest.main()
