#!/usr/bin/env python3
"""Classes, places at home and fee items: sizes, carers, ages, the closed list (contract §3)."""

import unittest
from datetime import date

from oracle.days import completed_months, months_before, months_later
from oracle.ids import CLASS_AGE, CLASS_CARERS, CLASS_SIZE, FAMILY_HOME, FEE_ITEMS
from samples import Thing, ask, case, missing, states


def nursery(*classes: Thing, **facts: object) -> Thing:
    return {"institutions": [{"id": "n1", **facts, "classes": [{"id": f"c{n}", **one} for n, one in enumerate(classes, 1)]}]}


def told(found: Thing) -> tuple[object, ...]:
    return tuple(found[name] for name in ("state", "value", "relation", "bound", "excess"))


class Months(unittest.TestCase):
    """n months are complete from the day with the same number, or the first of the following month."""

    def test_completed_months(self) -> None:
        for birth, day, months in (
            ("2025-03-10", "2025-09-09", 5), ("2025-03-10", "2025-09-10", 6), ("2025-08-31", "2026-02-28", 5),
            ("2025-08-31", "2026-03-01", 6), ("2024-02-29", "2026-02-28", 23), ("2024-02-29", "2026-03-01", 24),
            ("2026-01-10", "2026-01-10", 0), ("2026-01-10", "2026-01-09", -1), ("2025-12-31", "2026-01-30", 0),
        ):
            self.assertEqual(months, completed_months(date.fromisoformat(birth), date.fromisoformat(day)), (birth, day))

    def test_the_latest_birth_with_so_many_months(self) -> None:
        """Both sides of every point: a day later they are not complete."""
        for day in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31), date(2024, 2, 29), date(2026, 12, 31)):
            for months in (6, 12, 18, 24, 36):
                birth = months_before(day, months)
                self.assertEqual(months, completed_months(birth, day))
                self.assertEqual(months - 1, completed_months(date.fromordinal(birth.toordinal() + 1), day))
        self.assertEqual(date(2026, 3, 1), months_later(date(2025, 8, 31), 6))


class Classes(unittest.TestCase):
    def test_sizes(self) -> None:
        for kind, most in (("infant", 10), ("toddler-junior", 15), ("toddler-senior", 20), ("mixed-age", 18)):
            for children, state, excess in ((most, "met", None), (most + 1, "breached", "1")):
                found = ask(nursery({"kind": kind, "children": children}), CLASS_SIZE)
                self.assertEqual((state, str(children), "<=", str(most), excess), told(found))

    def test_carers(self) -> None:
        for kind, children, carers, expected in (
            ("infant", 9, 3, ("met", "3", ">=", "3", None)), ("infant", 10, 3, ("breached", "3", ">=", "4", "1")),
            ("toddler-junior", 15, 3, ("met", "3", ">=", "3", None)),
            ("toddler-senior", 15, 1, ("breached", "1", ">=", "3", "2")),
        ):
            found = ask(nursery({"kind": kind, "children": children, "carers": carers}), CLASS_CARERS)
            self.assertEqual(expected, told(found))

    def test_example_12(self) -> None:
        for carers, state in ((2, "breached"), (3, "undetermined"), (4, "met")):
            found = ask(nursery({"kind": "mixed-age", "children": 18, "carers": carers}), CLASS_CARERS)
            self.assertEqual((state, [{"reading": "mixed-age-carers"}]), (found["state"], found["open"]))
        place = nursery({"kind": "mixed-age", "children": 18, "carers": 3})
        self.assertEqual("met", ask(place, CLASS_CARERS, mixed_age_carers="one-to-seven")["state"])
        self.assertEqual("breached", ask(place, CLASS_CARERS, mixed_age_carers="one-to-five")["state"])

    def test_unknown_numbers(self) -> None:
        found = ask(nursery({"kind": "infant", "carers": 3}), CLASS_CARERS)
        self.assertEqual(("undetermined", ["c1 class.children"]), (found["state"], missing(found)))
        found = ask(nursery({"kind": "infant", "children": 0}), CLASS_CARERS)
        self.assertEqual(("met", ["c1 class.carers"]), (found["state"], missing(found)))  # its value is not settled

    def test_force(self) -> None:
        place = nursery({"kind": "infant", "children": 10, "carers": 4})
        for rule in (CLASS_SIZE, CLASS_CARERS):
            self.assertEqual(
                [("2019-09", "2019-09", "not-in-force"), ("2019-10", "2019-10", "met")],
                states(ask(place, rule, "2019-09", "2019-10")),
            )


class Ages(unittest.TestCase):
    def test_a_change_of_class(self) -> None:
        """The age counts on the first day in the class, which need not be the first of the enrolment."""
        line = [{"to": "2026-03-08", "value": "c1"}, {"from": "2026-03-09", "value": "c2"}]
        subject = case(enrolment={"class": line, "from": "2025-09-10"})
        subject["institutions"][0]["classes"].append({"id": "c2", "kind": "toddler-junior"})
        found = ask(subject, CLASS_AGE)
        self.assertEqual(("breached", "11", ">=", "12", "1"), told(found))
        self.assertEqual([("2026-01", "2026-02", "met"), ("2026-03", "2026-12", "breached")], states(found))

    def test_who_comes_back_enters_again(self) -> None:
        """In c1 from 10 September at six months, also over a line that says so twice; in c2 from 1 March at eleven;
        in c1 again from 1 April at twelve."""
        line = [
            {"from": "2026-04-01", "value": "c1"}, {"to": "2025-12-31", "value": "c1"},
            {"from": "2026-01-01", "to": "2026-02-28", "value": "c1"},
            {"from": "2026-03-01", "to": "2026-03-31", "value": "c2"},
        ]
        subject = case(enrolment={"class": line, "from": "2025-09-10"})
        subject["institutions"][0]["classes"].append({"id": "c2", "kind": "toddler-junior"})
        found = ask(subject, CLASS_AGE, "2026-02", "2026-04")
        self.assertEqual([("2026-02", "2026-02", "met"), ("2026-03", "2026-04", "breached")], states(found))
        self.assertEqual(("breached", "12", "<", "12", "0"), told(ask(subject, CLASS_AGE, "2026-04", "2026-04")))

    def test_both_ends_of_a_band(self) -> None:
        for first, expected in (
            ("2025-09-09", ("breached", "5", ">=", "6", "1")), ("2025-09-10", ("met", "6", ">=", "6", None)),
            ("2026-03-09", ("met", "11", ">=", "6", None)), ("2026-03-10", ("breached", "12", "<", "12", "0")),
        ):
            self.assertEqual(expected, told(ask(case(enrolment={"from": first}), CLASS_AGE, "2026-06", "2026-06")))


class Home(unittest.TestCase):
    def test_children_then_carers(self) -> None:
        for numbers, expected in (
            ([(5, 2)], ("met", "5", "<=", "5", None)), ([(3, 1), (3, 1)], ("breached", "6", "<=", "5", "1")),
            ([(5, 1)], ("breached", "1", ">=", "2", "1")), ([], ("met", "0", "<=", "5", None)),
        ):
            classes = [{"children": children, "carers": carers} for children, carers in numbers]
            self.assertEqual(expected, told(ask(nursery(*classes, setting="family-home"), FAMILY_HOME)))
        self.assertEqual("not-applicable", ask(nursery(setting="community"), FAMILY_HOME)["state"])


class Items(unittest.TestCase):
    def test_the_closed_list(self) -> None:
        for items, expected in (
            (["childcare", "meals"], ("met", "0", "<=", "0", None)), ([], ("met", "0", "<=", "0", None)),
            (["meals", "赞助费"], ("breached", "1", "<=", "0", "1")), (None, ("undetermined", None, "<=", "0", None)),
        ):
            self.assertEqual(expected, told(ask(case(enrolment={"fee_items": items}), FEE_ITEMS)))
        line = [{"to": "2026-05-31", "value": ["赞助费"]}, {"from": "2026-06-01", "value": []}]
        self.assertEqual(
            [("2026-01", "2026-05", "breached"), ("2026-06", "2026-12", "met")],
            states(ask(case(enrolment={"fee_items": line}), FEE_ITEMS)),
        )


if __name__ == "__main__":
    unittest.main()
