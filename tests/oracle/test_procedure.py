#!/usr/bin/env python3
"""The registration of a kindergarten's childcare classes, step by step (measure 6; contract §3, §4)."""

import unittest

from oracle.ids import REGISTRATION
from samples import Thing, ask, case, missing

DONE = {
    "setting": "kindergarten", "legal_form": "company", "education_confirmed": True, "registration_changed": True,
    "charter_approved": False, "in_county_rollup": True, "filed_by_health": True,
}


def of(first: str = "2026-01", last: str = "2026-12", **facts: object) -> Thing:
    return ask(case(**DONE | facts), REGISTRATION, first, last)


def steps(found: Thing) -> list[str]:
    return [step["state"] for step in found["steps"]]


class Registration(unittest.TestCase):
    def test_done(self) -> None:
        found = of()
        self.assertEqual(("done", None, {}), (found["state"], found["next"], found["readings"]))
        self.assertEqual(["confirm", "register", "roll-up", "file"], [step["id"] for step in found["steps"]])
        self.assertEqual(["done"] * 4, steps(found))

    def test_the_first_step_that_is_not_done(self) -> None:
        for fact, following in (
            ("education_confirmed", "confirm"), ("registration_changed", "register"),
            ("in_county_rollup", "roll-up"), ("filed_by_health", "file"),
        ):
            found = of(**{fact: False})
            self.assertEqual(("pending", following), (found["state"], found["next"]))
            self.assertEqual(1, steps(found).count("pending"))

    def test_the_charter_is_asked_of_a_social_service_organization_only(self) -> None:
        for form, state in (
            ("public-institution", "done"), ("company", "done"), ("social-service-organization", "pending"),
        ):
            self.assertEqual(state, of(legal_form=form)["state"])
        found = of(legal_form="social-service-organization", charter_approved=True)
        self.assertEqual("done", found["state"])

    def test_bodies_and_certificates(self) -> None:
        for form, body, certificate in (
            ("public-institution", "机构编制", "事业单位法人证书"),
            ("social-service-organization", "行政审批", "民办非企业单位登记证书"),
            ("company", "市场监管", "营业执照"),
        ):
            step = of(legal_form=form)["steps"][1]
            self.assertEqual((body, certificate, None), (step["body"], step["certificate"], step["due"]))
        self.assertEqual(["教育", "教育", "卫生健康"], [of()["steps"][i]["body"] for i in (0, 2, 3)])

    def test_no_branch(self) -> None:
        found = of(legal_form="other", education_confirmed=False)
        self.assertEqual(("no-branch", None), (found["state"], found["next"]))
        self.assertEqual(["pending", "no-branch", "done", "done"], steps(found))
        step = found["steps"][1]
        self.assertEqual((None, None, None), (step["act"], step["body"], step["certificate"]))

    def test_not_applicable_and_not_in_force(self) -> None:
        for found, state in (
            (of(setting="standalone"), "not-applicable"), (of("2025-05", "2025-06"), "not-in-force"),
            (of("2028-01", "2028-06"), "not-in-force"),
        ):
            self.assertEqual((state, None, [], []), tuple(found[n] for n in ("state", "next", "steps", "missing")))

    def test_the_last_day_of_the_window(self) -> None:
        line = [{"to": "2026-12-30", "value": False}, {"from": "2026-12-31", "value": True}]
        self.assertEqual("done", of(filed_by_health=line)["state"])
        self.assertEqual("pending", of(filed_by_health=line, last="2026-11")["state"])
        self.assertEqual("done", ask(case(**DONE), REGISTRATION, "2025-06", "2025-07")["state"])

    def test_unknown_form(self) -> None:
        found = of(legal_form=None)
        self.assertEqual(("undetermined", None), (found["state"], found["next"]))
        self.assertEqual(["done", "undetermined", "done", "done"], steps(found))
        self.assertIsNone(found["steps"][1]["act"])
        self.assertEqual(["n1 institution.legal_form"], missing(found))

    def test_unknown_step(self) -> None:
        found = of(education_confirmed=False, filed_by_health=None)
        self.assertEqual(("pending", "confirm", []), (found["state"], found["next"], found["missing"]))
        self.assertEqual("undetermined", steps(found)[3])
        found = of(in_county_rollup=None, filed_by_health=False)
        self.assertEqual(("pending", None), (found["state"], found["next"]))
        self.assertEqual(["n1 institution.in_county_rollup"], missing(found))

    def test_unknown_setting(self) -> None:
        """The steps are shown as they are if it is a kindergarten."""
        found = of(setting=None)
        self.assertEqual(("undetermined", None, ["done"] * 4), (found["state"], found["next"], steps(found)))


if __name__ == "__main__":
    unittest.main()
