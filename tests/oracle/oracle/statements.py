"""The family's statement and the institution's: contract §3 (rows; How months count), §4 (parts)."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from .allowance import child_questions
from .case import Family, Institution
from .cells import Answer, Cells, Facts, Part, Question, cell_of
from .days import Month
from .entitlements import YEARLY_RATES, runs
from .force import in_force
from .ids import ALLOWANCE, CITY, EMPLOYER, FAMILY, FAMILY_STATEMENT, INSTITUTION_STATEMENT, OPERATING, TAX_SAVED
from .parents import parent_questions
from .reach import CONDITIONS, MONTHLY_FEE, questions, reference_day, running
from .readings import Readings, head_count
from .shape import rounded
from .states import KNOWN, NOT_IN_FORCE

FEES, SUBSIDY, REIMBURSED, ALLOWED, SAVED, LEFT = (
    "fees", "family-subsidy", "employer-reimbursement", "allowance", "tax-saved", "left-to-pay"
)
COUNTY, AWARD, NET = "operating-subsidy", "city-award", "county-net"
#: The fees are no rule's: what is paid for each month in which the enrolment runs.
OF_NO_RULE = "fees"
KIND, CHILDREN = "class.kind", "class.children"

#: Of a part: whose it is, its month or None for all, its item.
Name = tuple[str, str | None, str]


def family_questions(family: Family, months: list[Month], readings: Readings) -> list[Question]:
    """In each month all that the family's outcomes and fees read, one after the other."""
    lines: list[tuple[str, str, str, list[Question]]] = []
    for child in family.children:
        for stay in child.enrolments:
            lines.append((child.id, FEES, OF_NO_RULE, _fees(stay, months, readings)))
            lines.append((child.id, SUBSIDY, FAMILY, questions(FAMILY, family, child, stay, None, months, readings)))
            for parent in family.parents:
                asked = questions(EMPLOYER, family, child, stay, parent, months, readings)
                lines.append((child.id, REIMBURSED, EMPLOYER, asked))
        lines.append((child.id, ALLOWED, ALLOWANCE, child_questions(ALLOWANCE, child, months, readings)))
    for parent in family.parents:
        lines.append((parent.id, SAVED, TAX_SAVED, parent_questions(TAX_SAVED, family, parent, months, readings)))
    asked = []
    for place, month in enumerate(months):
        parts = tuple(Part(subject, item, rule, len(each[place].stays)) for subject, item, rule, each in lines)
        stays = [stay for *_, each in lines for stay in each[place].stays]
        day = reference_day(FAMILY_STATEMENT, month, readings)
        asked.append(Question(month, day, stays, lines=parts))
    return asked


def _fees(stay: Any, months: list[Month], readings: Readings) -> list[Question]:
    asked = []
    for month in months:
        day = reference_day(FAMILY_STATEMENT, month, readings)
        asked.append(Question(month, day, [running(stay) | {MONTHLY_FEE: cell_of(stay.id, MONTHLY_FEE, stay.fee, day)}]))
    return asked


def place_questions(place: Institution, months: list[Month], readings: Readings) -> list[Question]:
    """The three conditions, and of each class its kind and children."""
    parts = tuple(Part(one.id, "", INSTITUTION_STATEMENT, 1) for one in place.classes)
    asked = []
    for month in months:
        day = reference_day(OPERATING, month, readings)
        own: Cells = {
            f"institution.{name}": cell_of(place.id, f"institution.{name}", place.facts[name], day)
            for name in CONDITIONS
        }
        classes: list[Cells] = [
            {KIND: cell_of(one.id, KIND, one.kind, day), CHILDREN: cell_of(one.id, CHILDREN, one.children, day)}
            for one in place.classes
        ]
        asked.append(Question(month, day, [own, *classes], lines=parts))
    return asked


def split(question: Question, stays: list[Facts]) -> Iterator[tuple[Part, Question]]:
    """Each line of a family's statement as the question that its rule is asked."""
    at = 0
    for part in question.lines:
        yield part, Question(question.month, question.day, stays[at:at + part.stays])
        at += part.stays


def statement(
    rule: str, question: Question, stays: list[Facts], readings: Readings, answer: Callable[..., Answer]
) -> Answer:
    """The state of a month and what each line adds in it."""
    if rule == INSTITUTION_STATEMENT:
        return _of_institution(question, stays, readings)
    amounts = []
    for part, asked in split(question, stays):
        if part.rule == OF_NO_RULE:
            own = asked.stays[0]
            amounts.append(own[MONTHLY_FEE] if runs(own, question.day) else Fraction(0))
        else:
            _, rate = answer(part.rule, asked, asked.stays, readings)
            amounts.append(rate or Fraction(0))
    return KNOWN, tuple(amounts)


def _of_institution(question: Question, stays: list[Facts], readings: Readings) -> Answer:
    """As if every child were enrolled; of each class what county and city pay."""
    if not in_force(INSTITUTION_STATEMENT, question.day):
        return NOT_IN_FORCE, ()
    own, *classes = stays
    proper = all(own[f"institution.{name}"] for name in CONDITIONS)
    times = Fraction(question.month.number == 12) if head_count(readings) else Fraction(1, 12)
    amounts: list[Fraction] = []
    for one in classes:
        children = one[CHILDREN] * times if proper else Fraction(0)
        for each in (OPERATING, CITY):
            amounts.append(children * YEARLY_RATES[each]["infant" if one[KIND] == "infant" else "other"])
    return KNOWN, tuple(amounts)


def amounts_of(
    rule: str, whose: str, asked: list[Question], answers: list[Answer]
) -> dict[Name, Fraction]:
    """Every part of one completion."""
    return _family_amounts(whose, asked, answers) if rule == FAMILY_STATEMENT else _place_amounts(whose, asked, answers)


def _family_amounts(family: str, asked: list[Question], answers: list[Answer]) -> dict[Name, Fraction]:
    """A month's cell is what is rounded up to it, less what is rounded up to the month before."""
    found: dict[Name, Fraction] = defaultdict(Fraction)
    children: dict[str, None] = {}
    for place, part in enumerate(asked[0].lines):
        if part.rule != TAX_SAVED:
            children[part.subject] = None
        exact = before = Fraction(0)
        for question, (_, amounts) in zip(asked, answers):
            exact += amounts[place]
            found[part.subject, str(question.month), part.item] += rounded(exact) - before
            before = rounded(exact)
    for child in children:
        for question in asked:
            month = str(question.month)
            paid, *less = (found.get((child, month, item), Fraction(0)) for item in (FEES, SUBSIDY, REIMBURSED))
            found[child, month, LEFT] = max(Fraction(0), paid - sum(less))
    for (subject, month, item), amount in list(found.items()):
        found[subject, None, item] += amount
        found[family, None, item] += amount
    return dict(found)


def _place_amounts(place: str, asked: list[Question], answers: list[Answer]) -> dict[Name, Fraction]:
    """Each class is rounded once, and the whole is the sum of its classes."""
    found: dict[Name, Fraction] = defaultdict(Fraction)
    for item in (COUNTY, AWARD, NET):
        found[place, None, item] = Fraction(0)
    for number, part in enumerate(asked[0].lines):
        county, city = (
            rounded(sum((amounts[2 * number + which] for _, amounts in answers if amounts), Fraction(0)))
            for which in (0, 1)
        )
        for item, amount in ((COUNTY, county), (AWARD, city), (NET, county - city)):
            found[part.subject, None, item] += amount
            found[place, None, item] += amount
    return dict(found)
