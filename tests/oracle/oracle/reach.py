"""What a rule asks in one month: the cells that it reads, each a known value or an unknown.

Contract §1 (absent links, implied facts), §3 (range: "the facts and open readings that the rule
reaches"). Known facts never shorten the reach; readings that are chosen do.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from .case import Child, Enrolment, Family, Line, Parent, gap, on
from .days import EVER, Month
from .readings import Readings, head_count, net

OPERATING = "jining/operating-subsidy"
CITY = "jining/city-award"
FAMILY = "jining/family-subsidy"
EMPLOYER = "jining/employer-reimbursement"
YEARLY = (OPERATING, CITY)

FOURTH = "fourth-child"
WITHOUT_RULE = "employer-without-kindergarten-rule"


@dataclass(frozen=True)
class Unknown:
    """An unknown fact: one value for the whole window, or for one gap of a line in time."""

    subject: str
    fact: str
    gap: date = EVER
    not_after: date | None = None  # the known `to` of an unknown `from`


@dataclass(frozen=True)
class Open:
    """A reading that is left open: a fact about the law."""

    reading: str


#: Fact or reading name -> a known value, an Unknown or an Open.
Cells = dict[str, Any]


@dataclass
class Question:
    """One rule in one month: the cells of the child's earlier enrolments that it looks at, then its own."""

    month: Month
    day: date
    stays: list[Cells]


def questions(
    rule: str, family: Family, child: Child, enrolment: Enrolment, parent: Parent | None,
    months: list[Month], readings: Readings,
) -> list[Question]:
    """The rule's question in each month of the window."""
    place = child.enrolments.index(enrolment)
    earlier = child.enrolments[:place]
    asked = []
    for month in months:
        day = reference_day(rule, month, readings)
        if rule in YEARLY:
            stays = [_running(e) | _premises(e, day) for e in [*earlier, enrolment]]
            for stay in stays[:-1]:
                # Whether an earlier enrolment is paid does not depend on its kind of class, only how much.
                stay["class.kind"] = None
        elif rule == FAMILY:
            stays = [_running(e) | _child(family, child, readings) for e in [*earlier, enrolment]]
        else:
            own = _running(enrolment) | _employer(parent, day, readings)
            own["enrolment.monthly_fee"] = _cell(enrolment.id, "enrolment.monthly_fee", enrolment.fee, day)
            stays = [own]
            if net(readings):
                subsidy = _child(family, child, readings)
                stays = [*(_running(e) | subsidy for e in earlier), own | subsidy]
        asked.append(Question(month, day, stays))
    return asked


def reference_day(rule: str, month: Month, readings: Readings) -> date:
    """The day that a month is judged by (contract §3, How months count)."""
    if rule in YEARLY and head_count(readings):
        return month.last_day
    return month.first_day if readings["reference-day"] == "first-day" else month.last_day


def reached(asked: list[Question]) -> list[Unknown | Open]:
    """Every unknown in the questions once: earlier enrolments first, then month by month."""
    found: dict[Unknown | Open, None] = {}
    for place in range(len(asked[0].stays)):
        for question in asked:
            for cell in question.stays[place].values():
                if isinstance(cell, (Unknown, Open)):
                    found[cell] = None
    return list(found)


def _cell(subject: str, fact: str, line: Line, day: date, saying_yes: Line | None = None) -> Any:
    """The value of the day, yes where another fact says so, or the unknown of the gap that holds the day."""
    value = on(line, day)
    implied = saying_yes or []
    if value is None and on(implied, day) is not None:
        return True
    return Unknown(subject, fact, gap([*line, *implied], day)) if value is None else value


def _whole(subject: str, fact: str, value: Any) -> Any:
    """A fact that does not change: its value, or one unknown."""
    return Unknown(subject, fact) if value is None else value


def _running(enrolment: Enrolment) -> Cells:
    first = enrolment.first or Unknown(enrolment.id, "enrolment.from", not_after=enrolment.last)
    return {"enrolment.from": first, "enrolment.to": enrolment.last}


def _premises(enrolment: Enrolment, day: date) -> Cells:
    """The institution and the class of the day; those of an unnamed one are unknowns of the enrolment."""
    cells: Cells = {}
    institution, in_class = enrolment.institution_on(day), enrolment.class_on(day)
    for name in ("registered", "filed", "inclusive"):
        fact = f"institution.{name}"
        if institution is None:
            cells[fact] = Unknown(enrolment.id, fact, gap(enrolment.institution + enrolment.in_class, day))
        else:
            cells[fact] = _cell(institution.id, fact, institution.facts[name], day)
    if in_class is None:
        cells["class.kind"] = Unknown(enrolment.id, "class.kind", gap(enrolment.in_class, day))
    else:
        cells["class.kind"] = _cell(in_class.id, "class.kind", in_class.kind, day)
    return cells


def _child(family: Family, child: Child, readings: Readings) -> Cells:
    """What the family subsidy asks of child and family; `second-child` says which number counts."""
    cells = {"child.birth_date": _whole(child.id, "child.birth_date", child.birth_date)}
    if readings["second-child"] == "every-child":
        cells["family.children_total"] = _whole(family.id, "family.children_total", family.children_total)
    else:
        cells["child.birth_order"] = _whole(child.id, "child.birth_order", child.birth_order)
    return cells | {FOURTH: readings[FOURTH] or Open(FOURTH)}


def _employer(parent: Parent, day: date, readings: Readings) -> Cells:
    """Employment and ratios of the day; a ratio that is given says what would otherwise be unknown."""
    ratios = [*parent.childcare_ratio, *parent.kindergarten_ratio]
    employed = _cell(parent.id, "parent.employed", parent.employed, day, ratios)
    rule = _cell(parent.id, "employer.kindergarten_rule", parent.kindergarten_rule, day, parent.kindergarten_ratio)
    return {
        "parent.employed": employed,
        "employer.childcare_ratio": _cell(parent.id, "employer.childcare_ratio", parent.childcare_ratio, day),
        "employer.kindergarten_ratio": _cell(
            parent.id, "employer.kindergarten_ratio", parent.kindergarten_ratio, day
        ),
        "employer.kindergarten_rule": rule,
        WITHOUT_RULE: readings[WITHOUT_RULE] or Open(WITHOUT_RULE),
    }
