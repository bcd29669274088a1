#!/usr/bin/env python3
"""Working days of 2026 and the steps of a filing; lookups by date (contract §3, §4)."""

import unittest
from datetime import date

from oracle.deadlines import due, worked
from oracle.ids import DEADLINES, PRICING, SANCTIONS, TAX_RELIEF, VAT_EXEMPTION
from samples import Thing, ask, missing, place


def filing(**facts: object) -> Thing:
    return place({"filing_received": "2026-03-02", "filing_conforms": True, **facts})


class WorkingDays(unittest.TestCase):
    def test_the_number_of_the_year(self) -> None:
        """Off on a Monday to Friday: 1 and 2 January, 16 to 20 and 23 February, 6 April, 1, 4 and 5 May, 19 June,
        25 September, 1, 2, 5, 6 and 7 October; worked on a Saturday or Sunday: six days."""
        days = [date.fromordinal(day) for day in range(date(2026, 1, 1).toordinal(), date(2027, 1, 1).toordinal())]
        weekdays = sum(day.weekday() < 5 for day in days)
        off_on_weekdays = 2 + 6 + 1 + 3 + 1 + 1 + 5
        self.assertEqual((261, 261 - off_on_weekdays + 6), (weekdays, sum(worked(day) for day in days)))

    def test_both_sides_of_holidays_and_years(self) -> None:
        for received, days, last in (
            ("2026-03-02", 5, "2026-03-09"), ("2026-02-13", 5, "2026-02-27"), ("2026-09-30", 5, "2026-10-13"),
            ("2025-12-31", 5, "2026-01-08"), ("2025-12-30", 5, None), ("2026-12-24", 5, "2026-12-31"),
            ("2026-12-25", 5, None), ("2026-12-10", 15, "2026-12-31"), ("2026-12-11", 15, None),
        ):
            found = due(date.fromisoformat(received), days)
            self.assertEqual(last, found and found.isoformat(), received)


class Filing(unittest.TestCase):
    def steps(self, found: Thing) -> list[tuple[object, ...]]:
        return [(step["id"], step["state"], step["due"]) for step in found["steps"]]

    def test_receipt_and_notice(self) -> None:
        found = ask(filing(filing_receipt_issued=False), DEADLINES)
        self.assertEqual([("receipt", "pending", "2026-03-09"), ("notice", "not-applicable", None)], self.steps(found))
        self.assertEqual(("pending", "receipt"), (found["state"], found["next"]))
        found = ask(filing(filing_conforms=False, filing_notice_issued=True), DEADLINES)
        self.assertEqual([("receipt", "not-applicable", None), ("notice", "done", "2026-03-23")], self.steps(found))
        self.assertEqual(("done", None), (found["state"], found["next"]))

    def test_unknown(self) -> None:
        found = ask(filing(filing_conforms=None, filing_receipt_issued=True, filing_notice_issued=False), DEADLINES)
        self.assertEqual(("undetermined", ["n1 institution.filing_conforms"]), (found["state"], missing(found)))
        found = ask(filing(filing_received=None), DEADLINES)
        self.assertEqual(("not-applicable", []), (found["state"], missing(found)))

    def test_no_published_calendar(self) -> None:
        found = ask(filing(filing_received="2026-12-25", filing_receipt_issued=False), DEADLINES)
        self.assertEqual([("receipt", "pending", None), ("notice", "not-applicable", None)], self.steps(found))
        self.assertEqual("undetermined", found["state"])
        self.assertEqual([{"calendar": "china/public-holidays"}], found["open"])
        found = ask(filing(filing_received="2026-12-25", filing_receipt_issued=True), DEADLINES)
        self.assertEqual(("done", []), (found["state"], found["open"]))

    def test_a_step_that_is_done_waits_for_no_calendar(self) -> None:
        known = {"filing_received": "2026-12-25", "filing_conforms": None, "filing_receipt_issued": True}
        found = ask(filing(**known, filing_notice_issued=True), DEADLINES)
        self.assertEqual(("done", [], []), (found["state"], found["open"], missing(found)))
        found = ask(filing(**known, filing_notice_issued=False), DEADLINES)
        self.assertEqual("undetermined", found["state"])
        self.assertEqual([{"calendar": "china/public-holidays"}], found["open"])
        self.assertEqual(["n1 institution.filing_conforms"], missing(found))


class Lookups(unittest.TestCase):
    def test_by_date(self) -> None:
        for rule, month, value in (
            (TAX_RELIEF, "2019-05", None), (TAX_RELIEF, "2019-06", "第76号"), (TAX_RELIEF, "2025-12", "第76号"),
            (TAX_RELIEF, "2026-01", "第7号"), (TAX_RELIEF, "2027-12", "第7号"), (TAX_RELIEF, "2028-01", None),
            (VAT_EXEMPTION, "2025-12", None), (VAT_EXEMPTION, "2026-01", "增值税"),
            (SANCTIONS, "2021-07", None), (SANCTIONS, "2021-08", ("warning", "fine", "suspension", "ban")),
        ):
            self.assertEqual(value, ask(place({}), rule, month, month)["value"], (rule, month))

    def test_pricing(self) -> None:
        for ownership, inclusive, value in (
            ("public", False, "政府指导价"), ("state-owned", False, "市场调节价"), ("private", True, "政府指导价"),
            ("private", None, None), (None, True, "政府指导价"),
        ):
            self.assertEqual(value, ask(place({"ownership": ownership, "inclusive": inclusive}), PRICING)["value"])


if __name__ == "__main__":
    unittest.main()
