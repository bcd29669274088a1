"""The family's statement and the institution's: contract §3 (rows; How months count), §4 (parts)."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Any

from .allowance import child_questions
from .case import Family, Institution
from .cells import Answer, Cells, Facts, Part, Question, Unknown, cell_of
from .days import Month
from .entitlements import YEARLY_RATES, runs
from .force import in_force
from .ids import ALLOWANCE, CITY, EMPLOYER, FAMILY, FAMILY_STATEMENT, INSTITUTION_STATEMENT, OPERATING, TAX_SAVED
from .parents import INCOME, parent_questions
from .points import CHILDCARE, KINDERGARTEN
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

#: Numbers with which a line counts; of the others it is only asked whether something holds.
COUNTED = (MONTHLY_FEE, CHILDCARE, KINDERGARTEN, INCOME)

#: Of a part: whose it is, its month or None for all, its item.
Name = tuple[str, str | None, str]
#: The smallest and the largest amount of a part.
Ends = tuple[Fraction, Fraction]
NOTHING: Ends = Fraction(0), Fraction(0)


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
    rule: str, whose: str, asked: list[Question], answers: list[Answer], loose: "Loose"
) -> dict[Name, Ends]:
    """Every part of one completion."""
    if rule == INSTITUTION_STATEMENT:
        return {name: (amount, amount) for name, amount in _place_amounts(whose, asked, answers).items()}
    return _family_amounts(whose, asked, answers, loose)


@dataclass
class Loose:
    """For each line the first month whose cell hangs on what an unknown number came to before it. Every value of that
    number is possible, so what is rounded up to the month may be any fraction of a fen: the cell is one of the whole
    fen about the month's amount."""

    first: list[int | None]
    exact: bool = True  # whether all such cells end at whole fen

    @classmethod
    def of(cls, rule: str, asked: list[Question], distinct: list[list[Answer]]) -> "Loose":
        if rule == INSTITUTION_STATEMENT:
            return cls([])
        found = cls([])
        for place in range(len(asked[0].lines)):
            amounts = [{answers[month][1][place] for answers in distinct} for month in range(len(asked))]
            open_months = (
                month for month, question in enumerate(asked) if len(amounts[month]) > 1 and _counts(question, place)
            )
            first = next(open_months, None)
            found.first.append(None if first is None else first + 1)
            if first is not None:
                ends = [end for each in amounts[first + 1:] for end in (min(each), max(each))]
                found.exact = found.exact and all((end * 100).denominator == 1 for end in ends)
        found.exact = found.exact and not any(found.more(asked[0], part.subject, len(asked)) for part in asked[0].lines)
        return found

    def more(self, question: Question, child: str, months: int) -> list[int]:
        """By how many fen what is left to pay may lie beside what is tried, month by month: all loose reimbursements of a
        child may be rounded the same way."""
        firsts = [
            first for part, first in zip(question.lines, self.first)
            if first is not None and (part.subject, part.item) == (child, REIMBURSED)
        ]
        each = [max(0, sum(first <= month for first in firsts) - 1) for month in range(months)]
        return each if any(each) else []


def spread(asked: list[Question], loose: Loose, name: Name) -> Fraction:
    """By how much a part may lie beside what is tried."""
    subject, month, item = name
    if item != LEFT:
        return Fraction(0)
    children = dict.fromkeys(part.subject for part in asked[0].lines)
    mine = [subject] if subject in children else children
    by_month = [
        (str(question.month), more)
        for child in mine
        for question, more in zip(asked, loose.more(asked[0], child, len(asked)))
    ]
    return Fraction(sum(more for each, more in by_month if month in (None, each)), 100)


def _counts(question: Question, place: int) -> bool:
    """Whether a line counts with a number that is unknown in the month."""
    _, asked = list(split(question, question.stays))[place]
    cells = [cell for stay in asked.stays for cell in stay.values()]
    return any(isinstance(cell, Unknown) and cell.fact in COUNTED for cell in cells)


def _family_amounts(family: str, asked: list[Question], answers: list[Answer], loose: Loose) -> dict[Name, Ends]:
    """A month's cell is what is rounded up to it, less what is rounded up to the month before."""
    found: dict[Name, Ends] = defaultdict(lambda: NOTHING)
    children: dict[str, None] = {}
    for place, part in enumerate(asked[0].lines):
        if part.rule != TAX_SAVED:
            children[part.subject] = None
        exact = before = Fraction(0)
        for number, (question, (_, amounts)) in enumerate(zip(asked, answers)):
            exact += amounts[place]
            cell = (rounded(exact) - before,) * 2
            before = rounded(exact)
            first = loose.first[place] if loose.first else None
            if first is not None and number >= first:
                cell = Fraction(floor(amounts[place] * 100), 100), Fraction(ceil(amounts[place] * 100), 100)
            name = part.subject, str(question.month), part.item
            found[name] = _plus(found[name], cell)
        for name in ((part.subject, None, part.item), (family, None, part.item)):
            found[name] = _plus(found[name], (before, before))
    for child in children:
        for question in asked:
            month = str(question.month)
            paid, *less = (found.get((child, month, item), NOTHING) for item in (FEES, SUBSIDY, REIMBURSED))
            low = max(Fraction(0), paid[0] - sum(high for _, high in less))
            left = low, max(Fraction(0), paid[1] - sum(low for low, _ in less))
            for name in ((child, month, LEFT), (child, None, LEFT), (family, None, LEFT)):
                found[name] = _plus(found[name], left)
    return dict(found)


def _plus(a: Ends, b: Ends) -> Ends:
    return a[0] + b[0], a[1] + b[1]


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
