"""One child in one nursery, as contract §6 has it, and what the oracle says of it: for the tests."""

from typing import Any

from oracle.outcome import assess

Thing = dict[str, Any]


def case(kind: str = "infant", enrolment: Thing | None = None, child: Thing | None = None, **place: Any) -> Thing:
    """One child in a registered, filed and inclusive institution, as §6 says unless it says otherwise."""
    stay = {"id": "e1", "class": "c1", "from": "2020-01-01", "monthly_fee": "2000.00"} | (enrolment or {})
    one = {"id": "k1", "birth_date": "2025-03-10", "birth_order": 2, "enrolments": [stay]} | (child or {})
    facts = {"registered": True, "filed": True, "inclusive": True} | place
    return {
        "institutions": [{"id": "n1", "classes": [{"id": "c1", "kind": kind}], **facts}],
        "families": [{"id": "f1", "children_total": 2, "children": [one]}],
    }


def with_parent(subject: Thing, employer: Thing, **parent: Any) -> Thing:
    subject["families"][0]["parents"] = [{"id": "p1", "employer": employer, **parent}]
    return subject


def place(*institutions: Thing, **jurisdiction: Any) -> Thing:
    """A jurisdiction with institutions n1, n2, … and no families."""
    named = [{"id": f"n{n}", **facts} for n, facts in enumerate(institutions, 1)]
    return {"jurisdiction": jurisdiction, "institutions": named}


def ask(
    subject: Thing, rule: str, first: str = "2026-01", last: str = "2026-12", who: str | None = None, **chosen: str
) -> Thing:
    """The outcome of a rule; readings with underscores for dashes."""
    readings = {name.replace("_", "-"): option for name, option in chosen.items()}
    found = assess(subject, first, last, readings, {rule})
    return next(o for o in found if o["rule"] == rule and who in (None, o["subject"]))


def lines(outcome: Thing) -> list[tuple[str, str, str, str | None]]:
    return [(line["from"], line["to"], line["state"], line["rate"]) for line in outcome["months"]]


def states(outcome: Thing) -> list[tuple[str, str, str]]:
    """The months of an outcome that has no rate."""
    return [(line["from"], line["to"], line["state"]) for line in outcome["months"]]


def missing(outcome: Thing) -> list[str]:
    return [f"{each['subject']} {each['fact']}" for each in outcome["missing"]]
