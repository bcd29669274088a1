#!/usr/bin/env python3
"""The oracle where facts are unknown: gaps, links, `missing`, the values tried (contract §1, §3, §4)."""

import unittest
from fractions import Fraction

from oracle.case import read_case
from oracle.completions import Completions
from oracle.days import window
from oracle.ids import EMPLOYER, FAMILY, OPERATING
from oracle.reach import questions
from oracle.readings import choose
from oracle.shape import plain
from samples import Thing, ask, case, lines, missing, with_parent


class Unknowns(unittest.TestCase):
    """Gaps, links, order of `missing`, several enrolments (contract §1, §3, §4)."""

    def test_a_gap_without_a_reference_day_is_not_reached(self) -> None:
        gap = [{"to": "2026-03-30", "value": True}, {"from": "2026-05-31", "value": True}]
        for first, last, state in (("2026-01", "2026-02", "granted"), ("2026-03", "2026-03", "undetermined")):
            self.assertEqual(state, ask(case(inclusive=gap), OPERATING, first, last)["state"])
        short = [{"to": "2026-03-09", "value": True}, {"from": "2026-03-31", "value": True}]
        self.assertEqual("granted", ask(case(inclusive=short), OPERATING)["state"])

    def test_an_unnamed_institution_is_asked_for_under_the_enrolment(self) -> None:
        found = ask(case(enrolment={"id": None, "class": None}), OPERATING)
        path = "families[0].children[0].enrolments[0]"
        self.assertEqual(path, found["subject"])
        facts = ("institution.registered", "institution.filed", "institution.inclusive", "class.kind")
        self.assertEqual([f"{path} {fact}" for fact in facts], missing(found))

    def test_only_the_first_enrolment_is_paid(self) -> None:
        subject = case(enrolment={"to": "2026-03-30"}, inclusive=None)
        stays = subject["families"][0]["children"][0]["enrolments"]
        stays.append({"id": "e2", "class": "c2", "from": "2020-01-01"})
        classes = [{"id": "c2", "kind": "infant"}]
        facts = {"registered": True, "filed": True, "inclusive": True}
        subject["institutions"].append({"id": "n2", "classes": classes, **facts})
        found = ask(subject, OPERATING, who="e2")
        self.assertEqual(["n1 institution.inclusive"], missing(found))
        self.assertEqual(["2500.00", "3000.00"], found["range"])
        self.assertEqual("3000.00", ask(subject, FAMILY, who="e2")["amount"])

    def test_a_ratio_says_employed_and_no_says_no(self) -> None:
        ratios = {"childcare_ratio": "0.5", "kindergarten_ratio": "0.5"}
        self.assertEqual("granted", ask(with_parent(case(), ratios), EMPLOYER)["state"])
        self.assertEqual("not-applicable", ask(with_parent(case(), ratios, employed=False), EMPLOYER)["state"])
        found = ask(with_parent(case(), {"kindergarten_rule": False}, employed=True), EMPLOYER)
        self.assertEqual([{"reading": "employer-without-kindergarten-rule"}], found["open"])

    def test_net_of_the_subsidy_never_below_nothing(self) -> None:
        subject = case(enrolment={"monthly_fee": "299.99"})
        with_parent(subject, {"childcare_ratio": 1, "kindergarten_ratio": 1})
        found = ask(subject, EMPLOYER, reimbursement_base="net-of-family-subsidy")
        self.assertEqual([("2026-01", "2026-12", "granted", "0")], lines(found))

    def test_a_gap_of_a_link_is_asked_for_under_the_enrolment(self) -> None:
        line = [{"to": "2026-03-30", "value": "c1"}, {"from": "2026-05-31", "value": "c1"}]
        found = ask(case(enrolment={"class": line}, inclusive=None), OPERATING)
        self.assertEqual("undetermined", found["state"])
        self.assertEqual(
            ["e1 institution.registered", "e1 institution.filed", "n1 institution.inclusive",
             "e1 institution.inclusive", "e1 class.kind"],
            missing(found),
        )

    def test_undetermined_months_leave_the_others_as_they_are(self) -> None:
        line = [{"to": "2026-03-30", "value": True}, {"from": "2026-05-31", "value": True}]
        found = ask(case(inclusive=line), OPERATING)
        self.assertEqual(("undetermined", ["2500.00", "3000.00"]), (found["state"], found["range"]))
        self.assertEqual(("2026-03", "2026-04", "undetermined", None), lines(found)[1])

    def test_an_unknown_that_changes_nothing_is_not_missing(self) -> None:
        filed = [{"to": "2026-06-30", "value": False}, {"from": "2026-07-01", "value": True}]
        found = ask(case(filed=filed, registered=[{"from": "2026-07-01", "value": True}], inclusive=None), OPERATING)
        self.assertEqual(["n1 institution.inclusive"], missing(found))

    def test_larger_share_first_then_the_table(self) -> None:
        found = ask(case(child={"birth_date": None, "birth_order": None}), FAMILY, fourth_child="none")
        self.assertEqual(["k1 child.birth_order", "k1 child.birth_date"], missing(found)[:2])
        found = ask(case(inclusive=None, registered=None), OPERATING)
        self.assertEqual(["n1 institution.registered", "n1 institution.inclusive"], missing(found))


class Values(unittest.TestCase):
    """The values that are tried for an unknown (contract §3, Range)."""

    def tried(self, subject: Thing, rule: str, fact: str, month: str, **chosen: str) -> list[str]:
        """The values tried for a fact in a window of one month, those of an open reading not counted."""
        family = read_case(subject).families[0]
        child, parent = family.children[0], family.parents[0] if family.parents else None
        readings = choose({name.replace("_", "-"): option for name, option in chosen.items()})
        asked = questions(rule, family, child, child.enrolments[-1], parent, window(month, month), readings)
        completions = Completions(rule, asked, readings)
        place = next(i for i, u in enumerate(completions.unknowns) if getattr(u, "fact", None) == fact)
        return [plain(value) if isinstance(value, Fraction) else str(value) for value in completions.values[place]]

    def test_dates(self) -> None:
        subject = case(enrolment={"from": None, "to": "2026-01-31"}, child={"birth_date": None})
        self.assertEqual(
            ["1900-01-01", "2026-01-30", "2026-01-31"], self.tried(subject, FAMILY, "enrolment.from", "2026-01")
        )
        near = ["2023-01-30", "2023-01-31", "2023-02-01", "2026-01-30", "2026-01-31", "2026-02-01"]
        self.assertEqual(
            ["1900-01-01", *near, "2100-12-31"], self.tried(subject, FAMILY, "child.birth_date", "2026-01")
        )

    def test_counts(self) -> None:
        subject = case(child={"birth_order": None})
        self.assertEqual(["1", "2", "3", "4", "20"], self.tried(subject, FAMILY, "child.birth_order", "2026-01"))
        del subject["families"][0]["children_total"]
        self.assertEqual(
            ["0", "1", "2", "3", "4", "100000000"],
            self.tried(subject, FAMILY, "family.children_total", "2026-01", second_child="every-child"),
        )

    def test_fees(self) -> None:
        subject = with_parent(case(enrolment={"monthly_fee": None}), {})
        self.assertEqual(["0", "100000"], self.tried(subject, EMPLOYER, "enrolment.monthly_fee", "2026-01"))
        near = ["0.01", "299.99", "300", "300.01", "499.99", "500", "500.01"]
        self.assertEqual(
            ["0", *near, "100000"],
            self.tried(
                subject, EMPLOYER, "enrolment.monthly_fee", "2026-01", reimbursement_base="net-of-family-subsidy"
            ),
        )

    def test_ratios(self) -> None:
        def of(fact: str, **employer: str) -> list[str]:
            return self.tried(with_parent(case(), employer), EMPLOYER, f"employer.{fact}", "2026-01")

        ends, halves = ["0", "0.0001", "0.9999", "1"], ["0", "0.0001", "0.4999", "0.5", "0.5001", "1"]
        self.assertEqual(ends, of("childcare_ratio"))
        self.assertEqual(halves, of("kindergarten_ratio"))
        self.assertEqual(
            [*ends[:2], "0.5999", "0.6", "0.6001", *ends[2:]], of("childcare_ratio", kindergarten_ratio="0.3")
        )
        self.assertEqual(ends, of("childcare_ratio", kindergarten_ratio="0.5001"))
        self.assertEqual(
            [*halves[:2], "0.1665", "0.1666", "0.1667", "0.1668", *halves[2:]],
            of("kindergarten_ratio", childcare_ratio="0.3333"),
        )


if __name__ == "__main__":
    unittest.main()
