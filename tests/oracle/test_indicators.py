#!/usr/bin/env python3
"""Indicators: 42 %, 30 %, 90 %, 100 %, their due days, and nothing below (part 1, measure 10; contract §3, §4)."""

import unittest

from oracle.ids import (
    CERTIFIED_STAFF, HEALTH_MANAGEMENT, MEDICAL_CONTRACTS, PRICE_BURDEN, PUBLIC_SHARE, SATISFACTION,
)
from samples import Thing, ask, missing, place


def told(subject: Thing, rule: str, last: str = "2026-12", **chosen: str) -> tuple[str, str | None]:
    found = ask(subject, rule, last, last, **chosen)
    return found["state"], found["value"]


class Thresholds(unittest.TestCase):
    def test_public_share(self) -> None:
        for public, expected in ((41, ("missed", "0.41")), (42, ("met", "0.42")), (43, ("met", "0.43"))):
            subject = place(institutions_public=public, institutions_total=100)
            self.assertEqual(expected, told(subject, PUBLIC_SHARE))

    def test_a_quotient_is_compared_exactly_and_shown_rounded(self) -> None:
        """41 999 / 100 000 is short though it is shown as 0.42; a third is 0.3333; half up."""
        subject = place(institutions_public=41_999, institutions_total=100_000)
        self.assertEqual(("missed", "0.42"), told(subject, PUBLIC_SHARE))
        self.assertEqual(("missed", "0.3333"), told(place(institutions_public=1, institutions_total=3), PUBLIC_SHARE))
        self.assertEqual(
            ("missed", "0.0001"), told(place(institutions_public=1, institutions_total=20_000), PUBLIC_SHARE)
        )
        self.assertEqual(("missed", "0"), told(place(institutions_public=1, institutions_total=20_001), PUBLIC_SHARE))

    def test_price_burden(self) -> None:
        """30 % of 36 000.00 a year is 900.00 a month."""
        for price, expected in (("899.99", "met"), ("900.00", "met"), ("900.01", "missed")):
            subject = place(average_price=price, disposable_income_per_head="36000.00")
            self.assertEqual((expected, "0.3"), told(subject, PRICE_BURDEN))

    def test_ninety(self) -> None:
        for rule, top, bottom in (
            (CERTIFIED_STAFF, "staff_certified", "staff_total"),
            (HEALTH_MANAGEMENT, "children_health_managed", "children_under_three"),
            (SATISFACTION, "families_satisfied", "families_surveyed"),
        ):
            for above, expected in ((899, ("missed", "0.899")), (900, ("met", "0.9")), (901, ("met", "0.901"))):
                self.assertEqual(expected, told(place(**{top: above, bottom: 1000}), rule, "2028-01"))

    def test_contracts(self) -> None:
        for above, expected in ((9, ("missed", "0.9")), (10, ("met", "1")), (11, ("missed", "1.1"))):
            subject = place(institutions_contracted=above, institutions_total=10)
            self.assertEqual(expected, told(subject, MEDICAL_CONTRACTS))


class Days(unittest.TestCase):
    """Judged on the window's last day or on `due`, whichever is earlier."""

    def test_pending_before_due_missed_on_it(self) -> None:
        short = {"institutions_public": 0, "institutions_total": 1}
        for last, state in (("2025-11", "pending"), ("2025-12", "missed"), ("2026-01", "missed")):
            self.assertEqual(state, told(place(**short), PUBLIC_SHARE, last)[0])
        short = {"families_satisfied": 0, "families_surveyed": 1}
        for last, state in (("2027-11", "pending"), ("2027-12", "missed"), ("2028-01", "missed")):
            self.assertEqual(state, told(place(**short), SATISFACTION, last)[0])

    def test_met_before_due(self) -> None:
        self.assertEqual("met", told(place(families_satisfied=9, families_surveyed=10), SATISFACTION, "2025-08")[0])

    def test_force(self) -> None:
        whole = {"institutions_contracted": 1, "institutions_total": 1, "institutions_public": 1}
        self.assertEqual(("not-in-force", None), told(place(**whole), PUBLIC_SHARE, "2025-06"))
        self.assertEqual("met", told(place(**whole), PUBLIC_SHARE, "2025-07")[0])
        self.assertEqual("met", told(place(**whole), PUBLIC_SHARE, "2030-01")[0])
        self.assertEqual("met", told(place(**whole), MEDICAL_CONTRACTS, "2028-05")[0])
        found = ask(place(**whole), MEDICAL_CONTRACTS, "2028-01", "2028-06")
        self.assertEqual(("not-in-force", None, []), (found["state"], found["value"], found["missing"]))

    def test_the_facts_of_the_day(self) -> None:
        """The last day of 2025 decides, in a window that begins later too."""
        line = [{"to": "2025-12-31", "value": "public"}, {"from": "2026-01-01", "value": "private"}]
        subject = place({"ownership": line}, institutions_complete=True)
        self.assertEqual(("met", "1"), told(subject, PUBLIC_SHARE, "2026-06"))
        line = [{"to": "2025-12-30", "value": "public"}, {"from": "2025-12-31", "value": "private"}]
        subject = place({"ownership": line}, institutions_complete=True)
        self.assertEqual(("missed", "0"), told(subject, PUBLIC_SHARE, "2026-06"))

    def test_fields(self) -> None:
        found = ask(place(), PUBLIC_SHARE)
        names = ("target", "relation", "due", "binding", "readings")
        expected = ("0.42", ">=", "2025-12-31", True, {"public-share-basis": "institutions"})
        self.assertEqual(expected, tuple(found[name] for name in names))
        found = ask(place(), MEDICAL_CONTRACTS)
        self.assertEqual(("1", "=", None, True, {}), tuple(found[name] for name in names))
        self.assertEqual([("0.3", True), ("0.9", False), ("0.9", True)], [
            (ask(place(), rule)["target"], ask(place(), rule)["binding"])
            for rule in (PRICE_BURDEN, CERTIFIED_STAFF, HEALTH_MANAGEMENT)
        ])


class Complete(unittest.TestCase):
    """Over the institutions of the case only where the case says that it holds them all."""

    def test_counts(self) -> None:
        kinds = [{"ownership": "public"}, {"ownership": "state-owned"}, {"ownership": "private"}]
        totals = {"institutions_public": 0, "institutions_total": 10}
        self.assertEqual(("met", "0.6667"), told(place(*kinds, institutions_complete=True, **totals), PUBLIC_SHARE))
        for complete in (False, None):
            subject = place(*kinds, institutions_complete=complete, **totals)
            self.assertEqual(("missed", "0"), told(subject, PUBLIC_SHARE))

    def test_places(self) -> None:
        for places, expected in ((41, ("missed", "0.4141")), (42, ("met", "0.42"))):
            subject = place(
                {"ownership": "public", "places": places}, {"ownership": "private", "places": 58},
                institutions_complete=True,
            )
            self.assertEqual(expected, told(subject, PUBLIC_SHARE, public_share_basis="places"))
            self.assertEqual(("met", "0.5"), told(subject, PUBLIC_SHARE))
        subject = place(places_public=1, places_total=3)
        self.assertEqual(("missed", "0.3333"), told(subject, PUBLIC_SHARE, public_share_basis="places"))

    def test_staff_and_contracts(self) -> None:
        kinds = [
            {"staff": 10, "staff_certified": 8, "medical_contract": True},
            {"staff": 10, "staff_certified": 10, "medical_contract": False},
        ]
        subject = place(*kinds, institutions_complete=True)
        self.assertEqual(("met", "0.9"), told(subject, CERTIFIED_STAFF))
        self.assertEqual(("missed", "0.5"), told(subject, MEDICAL_CONTRACTS))

    def test_unknown_among_many(self) -> None:
        """One of two unknown: a half or both, met either way, and the value open."""
        found = ask(place({"ownership": "public"}, {}, institutions_complete=True), PUBLIC_SHARE)
        self.assertEqual(("met", None), (found["state"], found["value"]))
        self.assertEqual(["n2 institution.ownership"], missing(found))


class NothingBelow(unittest.TestCase):
    def test_the_denominator_is_named(self) -> None:
        found = ask(place(institutions_public=0, institutions_total=0), PUBLIC_SHARE)
        self.assertEqual(("undetermined", None), (found["state"], found["value"]))
        self.assertEqual(["jurisdiction jurisdiction.institutions_total"], missing(found))
        found = ask(place(institutions_total=0), PUBLIC_SHARE)
        self.assertEqual(["jurisdiction jurisdiction.institutions_total"], missing(found))

    def test_sums_name_each_institution_and_counts_none(self) -> None:
        kinds = [{"staff": 0, "staff_certified": 0}, {"staff": 0, "staff_certified": 0}]
        found = ask(place(*kinds, institutions_complete=True), CERTIFIED_STAFF)
        self.assertEqual(["n1 institution.staff", "n2 institution.staff"], missing(found))
        found = ask(place(institutions_complete=True), PUBLIC_SHARE)
        self.assertEqual(("undetermined", []), (found["state"], found["missing"]))

    def test_unknown_totals(self) -> None:
        """Of the denominator 0 settles; of the numerator nothing does."""
        found = ask(place(), PRICE_BURDEN)
        self.assertEqual("undetermined", found["state"])
        facts = ["disposable_income_per_head", "average_price"]
        self.assertEqual([f"jurisdiction jurisdiction.{fact}" for fact in facts], missing(found))
        found = ask(place(staff_certified=5), CERTIFIED_STAFF)
        self.assertEqual(["jurisdiction jurisdiction.staff_total"], missing(found))

    def test_no_jurisdiction_no_indicators(self) -> None:
        with self.assertRaises(StopIteration):
            ask({"institutions": [{"id": "n1"}]}, PUBLIC_SHARE)


if __name__ == "__main__":
    unittest.main()
