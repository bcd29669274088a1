"""The exact reference and the command answer the same rows alike: what the peers are measured by is the law."""

import csv
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import prepare
import reference
import work

TUOYU = os.environ.get("TUOYU", str(Path(__file__).resolve().parent.parent.parent / "target" / "release" / "tuoyu"))
RULES = ["operating-subsidy", "city-award", "family-subsidy", "employer-reimbursement"]


def day(text):
    return work.day(work.datetime.date.fromisoformat(text))


def row(birth="2025-03-10", order=2, kind=2, entitled=1, start="2025-09-10", end=None, fee=199_999, ratios=(8_500, 3_000)):
    """A row in which everything is known unless it is None."""
    last = work.OPEN if end is None else day(end)
    return [birth and day(birth), order, kind, entitled, 1, 1, start and day(start), last, fee, *ratios]


class Known(unittest.TestCase):
    def test_months_end_with_the_third_birthday(self):
        # 2000.00, 600.00, 4 × 300, 12 × 1999.99 × 0.6 = 14399.928, 23999.88 less the last two.
        answer = reference.amounts(*row(birth="2023-05-31"))
        self.assertEqual(answer, (200_000, 60_000, 120_000, 1_439_993, 839_995))
        # A day later, May counts too.
        self.assertEqual(reference.amounts(*row(birth="2023-06-01"))[2], 150_000)

    def test_a_child_born_on_29_february_turns_three_on_1_march(self):
        born = work.datetime.date(2024, 2, 29)
        self.assertTrue(reference.under_three(born, work.datetime.date(2027, 2, 28)))
        self.assertFalse(reference.under_three(born, work.datetime.date(2027, 3, 1)))

    def test_twelfths_and_half_fen_are_rounded_up(self):
        # One month: 2000 / 12 = 166.666…; 0.01 × 0.5 is half a fen.
        answer = reference.amounts(*row(start="2026-12-31", fee=1, ratios=(5_000, 10_000)))
        self.assertEqual((answer[0], answer[1], answer[3]), (16_667, 5_000, 1))

    def test_an_enrolment_that_ends_before_the_last_day_of_a_month_has_not_that_month(self):
        self.assertEqual(reference.amounts(*row(kind=0, end="2026-03-30"))[0], 50_000)
        self.assertEqual(reference.amounts(*row(kind=0, end="2026-03-31"))[0], 75_000)

    def test_nothing_is_left_to_pay_where_more_is_given_than_the_fees(self):
        # Everything is reimbursed, and the family subsidy comes on top.
        answer = reference.amounts(*row(fee=100_000, ratios=(10_000, 5_000)))
        self.assertEqual(answer[2:], (360_000, 1_200_000, 0))


class Unknown(unittest.TestCase):
    def test_an_unknown_fact_unsettles_what_depends_on_it_and_nothing_else(self):
        settled = reference.settled(row(order=None))
        self.assertEqual(settled[:4], [200_000, 60_000, reference.NOT_SETTLED, 1_439_993])
        self.assertEqual(settled[4], reference.NOT_SETTLED)

    def test_what_is_the_same_for_every_value_is_settled(self):
        # Not inclusive: the kind of class makes no difference.
        self.assertEqual(reference.settled(row(kind=None, entitled=0))[:2], [0, 0])
        # The employer reimburses nothing, whatever the fee; what is left to pay depends on it.
        self.assertEqual(reference.settled(row(fee=None, ratios=(0, 0)))[3:], [0, reference.NOT_SETTLED])
        # It began on the last day of January at the latest, since it ended then.
        self.assertEqual(reference.settled(row(start=None, end="2026-01-31"))[0], 16_667)
        self.assertEqual(reference.settled(row(start=None, end="2026-02-01"))[0], reference.NOT_SETTLED)


class Command(unittest.TestCase):
    def test_rows_are_answered_as_the_command_answers_them(self):
        with tempfile.TemporaryDirectory() as folder:
            roster, out = Path(folder) / "roster.csv", Path(folder) / "out.csv"
            made = ["sample", "--rows", "3000", "--seed", "8", "--unknown", "30%", "--headings", "en", "-o", roster]
            subprocess.run([TUOYU, *made], check=True)
            asked = [TUOYU, "assess", roster, "--from", "2026-01", "--to", "2026-12", "-o", out, "--columns", "amount",
                     "--reading", "fourth-child=as-third", *(f"--rules=jining/{rule}" for rule in RULES)]
            subprocess.run(asked, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            open_rows = 0
            with open(out, newline="", encoding="utf-8") as file:
                for line in csv.DictReader(file):
                    exact = tuple(reference.settled(prepare.cells(line))[:4])
                    told = [line[f"jining/{rule}.amount"].replace(".", "") for rule in RULES]
                    self.assertEqual(tuple(int(fen) if fen else reference.NOT_SETTLED for fen in told), exact, line)
                    open_rows += reference.NOT_SETTLED in exact
            self.assertGreater(open_rows, 400)


if __name__ == "__main__":
    unittest.main()
