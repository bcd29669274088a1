#!/usr/bin/env python3
"""What residential prices save: 用电、用水、用气、用暖按居民生活价格执行 (measure 12; contract §1, §3)."""

import unittest

from oracle.case import read_case
from oracle.cells import reached
from oracle.days import window
from oracle.ids import UTILITIES_RULE
from oracle.places import institution_questions
from oracle.readings import choose
from samples import Thing, ask, case, lines, missing


def record(kind: str, quantity: object, residential: object, commercial: object) -> Thing:
    return {"kind": kind, "quantity": quantity, "residential_price": residential, "commercial_price": commercial}


def of(*records: Thing, first: str = "2026-01", last: str = "2026-12") -> Thing:
    return ask(case(utilities=list(records)), UTILITIES_RULE, first, last)


class Saving(unittest.TestCase):
    def test_quantity_times_the_difference(self) -> None:
        """1000.5 x (0.7946 - 0.5469) = 247.82385 a month; twelve of them 2973.8862."""
        found = of(record("electricity", "1000.5", "0.5469", "0.7946"))
        self.assertEqual([("2026-01", "2026-12", "granted", "247.82385")], lines(found))
        self.assertEqual(("granted", "2973.89", "saving"), (found["state"], found["amount"], found["form"]))
        self.assertEqual((None, "institution", False, "month"), (
            found["payer"], found["payee"], found["discretionary"], found["months"][0]["per"]
        ))

    def test_each_kind_never_below_nothing(self) -> None:
        dear, cheap = record("gas", 10, "2", "3"), record("water", 10, "5", "4")
        self.assertEqual("10", lines(of(dear, cheap))[0][3])
        self.assertEqual(("granted", "0.00"), (of(cheap)["state"], of(cheap)["amount"]))
        self.assertEqual("0.00", of(record("heating", 10, "4", "4"))["amount"])
        self.assertEqual("0.00001", lines(of(record("heating", 10, "4", "4.000001")))[0][3])

    def test_kinds_not_listed_add_nothing(self) -> None:
        found = of()
        self.assertEqual(("granted", "0.00", []), (found["state"], found["amount"], found["missing"]))

    def test_force(self) -> None:
        found = of(record("gas", 10, "2", "3"), first="2025-06", last="2025-07")
        self.assertEqual([("2025-06", "2025-06", "not-in-force", None), ("2025-07", "2025-07", "granted", "10")],
                         lines(found))


class Unknown(unittest.TestCase):
    def missing(self, found: Thing) -> list[str]:
        return [each.removeprefix("n1 institution.utilities.") for each in missing(found)]

    def test_all_four_kinds(self) -> None:
        """Each of the twelve numbers at its two ends: 4 096 completions, so the range is exact."""
        found = ask(case(), UTILITIES_RULE, last="2026-01")
        self.assertEqual(("undetermined", True), (found["state"], found["range_exact"]))
        self.assertEqual(["0.00", "4000000000000.00"], found["range"])
        kinds = ("electricity", "water", "gas", "heating")
        numbers = ("quantity", "residential_price", "commercial_price")
        self.assertEqual([f"{kind}.{number}" for kind in kinds for number in numbers], self.missing(found))

    def test_one_number(self) -> None:
        found = of(record("gas", 10, "2", None), last="2026-01")
        self.assertEqual((["0.00", "99980.00"], ["gas.commercial_price"]), (found["range"], self.missing(found)))
        found = of(record("gas", 10, None, "3"), last="2026-01")
        self.assertEqual((["0.00", "30.00"], ["gas.residential_price"]), (found["range"], self.missing(found)))

    def test_a_quantity_at_equal_prices_does_not_matter(self) -> None:
        found = of(record("gas", None, "3", "3"))
        self.assertEqual(("granted", []), (found["state"], found["missing"]))

    def test_shares(self) -> None:
        """Known 2, the commercial price is tried at 0, 1.999999, 2, 2.000001 and 10 000: three of five settle;
        of the quantity one of two does."""
        found = of(record("gas", None, "2", None))
        self.assertEqual(["gas.commercial_price", "gas.quantity"], self.missing(found))
        found = of(record("gas", None, "0", None))
        self.assertEqual(["gas.quantity", "gas.commercial_price"], self.missing(found))

    def test_a_gap_of_the_line(self) -> None:
        """A number that one list lacks is unknown on its days alone; a kind that it lacks is not used."""
        lists = [[record("gas", 10, "2", "3")], [record("gas", 10, "2", None)], [record("water", 10, "2", "3")]]
        line = [
            {"to": "2026-02-28", "value": lists[0]}, {"from": "2026-03-01", "to": "2026-03-31", "value": lists[1]},
            {"from": "2026-04-01", "value": lists[2]},
        ]
        found = ask(case(utilities=line), UTILITIES_RULE, last="2026-04")
        self.assertEqual(
            [("2026-01", "2026-02", "granted", "10"), ("2026-03", "2026-03", "undetermined", None),
             ("2026-04", "2026-04", "granted", "10")],
            lines(found),
        )
        self.assertEqual((["30.00", "100010.00"], ["gas.commercial_price"]), (found["range"], self.missing(found)))

    def test_days_on_which_a_kind_is_not_used_part_two_gaps(self) -> None:
        """Without them the two lists that lack the price would be one gap, and one unknown."""
        without = [record("gas", 10, "2", None)]
        for between, unknowns in (([], 2), (without, 1)):
            line = [
                {"to": "2026-01-31", "value": without},
                {"from": "2026-02-01", "to": "2026-02-28", "value": between},
                {"from": "2026-03-01", "value": without},
            ]
            institution = read_case(case(utilities=line)).institutions[0]
            asked = institution_questions(UTILITIES_RULE, institution, window("2026-01", "2026-03"), choose({}))
            self.assertEqual(unknowns, len(reached(asked)))

    def test_too_many_completions(self) -> None:
        """In a gap the prices are tried at those of the other months too, so all twelve are too many to try."""
        line = [{"to": "2026-02-28", "value": [record("gas", 10, "2", "3")]}]
        found = ask(case(utilities=line), UTILITIES_RULE, last="2026-03")
        self.assertEqual([("granted", "10")], found["sample"]["answers"][0])
        self.assertGreater(len(found["sample"]["answers"][2]), 1)


if __name__ == "__main__":
    unittest.main()
