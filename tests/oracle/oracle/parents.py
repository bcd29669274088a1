"""What a child's parents have of the law by month: the deduction for infant care and the income tax that it saves,
and the leaves of Shandong. Contract §3 (rows; Rules of whole months)."""

from datetime import date
from fractions import Fraction

from .case import Child, Family, Parent
from .cells import Answer, Cells, Facts, Open, Question, Unknown, whole
from .days import Month, birthday, month_of
from .force import in_force
from .ids import DEDUCTION, MATERNITY, PARENTAL, PATERNITY, TAX_SAVED
from .reach import reference_day
from .readings import LEAVE_YEAR, Readings
from .states import GRANTED, NOT_APPLICABLE, NOT_IN_FORCE, REFUSED

INCOME, SHARE, ROLE = "parent.annual_taxable_income", "parent.deduction_share", "parent.role"
BIRTH, DIFFICULT, BABIES = "child.birth_date", "birth.difficult", "birth.babies"
#: The window's months of a year, in the last of them; no fact of the vocabulary.
YEAR = "months of the year"

#: 1000 CNY a child and month from 2022-01, 2000 from 2023-01; from the month of birth, 36 months.
BEFORE, SINCE, RAISED = Fraction(1000), Fraction(2000), Month(2023, 1)
DEDUCTED_MONTHS = 36

#: 税率表一: up to so much, so many in a hundred of what lies between.
BRACKETS = [(36_000, 3), (144_000, 10), (300_000, 20), (420_000, 25), (660_000, 30), (960_000, 35), (None, 45)]

#: "98天产假", "增加六十日产假", "难产的，增加15天", "每多生育1个婴儿，增加15天".
MATERNITY_DAYS, MORE_DAYS = Fraction(98 + 60), Fraction(15)
#: "不少于十五日陪产假"; "每年累计不少于十日育儿假", until the child is three.
PATERNITY_DAYS, PARENTAL_DAYS, UNDER_YEARS = Fraction(15), Fraction(10), 3
#: The months of the child's own years.
OF_CHILDS_YEARS = (0, 12, 24)


def pair_questions(
    rule: str, family: Family, parent: Parent, child: Child, months: list[Month], readings: Readings
) -> list[Question]:
    """Parent × child: the share and the birth; of a leave the role, and the births of the children before."""
    birth: Cells = {BIRTH: whole(child.id, BIRTH, child.birth_date)}
    before: list[Cells] = []
    if rule == DEDUCTION:
        cells = {SHARE: share(family, parent)} | birth
    else:
        cells = {ROLE: whole(parent.id, ROLE, parent.role)} | birth
        if rule == PARENTAL:
            cells[LEAVE_YEAR] = readings[LEAVE_YEAR] or Open(LEAVE_YEAR)
        else:
            earlier = family.children[:family.children.index(child)]
            before = [{BIRTH: whole(one.id, BIRTH, one.birth_date)} for one in earlier]
        if rule == MATERNITY:
            cells[DIFFICULT] = whole(child.id, DIFFICULT, child.difficult)
            cells[BABIES] = whole(child.id, BABIES, child.babies)
    return [Question(month, reference_day(rule, month, readings), [*before, cells]) for month in months]


def parent_questions(
    rule: str, family: Family, parent: Parent, months: list[Month], readings: Readings
) -> list[Question]:
    """The births of all children, income and share: in the last month of each year that the window touches."""
    asked = []
    for month in months:
        of_year = tuple(each for each in months if each.year == month.year)
        day = reference_day(rule, month, readings)
        if month != of_year[-1]:
            asked.append(Question(month, day, [{} for _ in (*family.children, parent)]))
            continue
        births: list[Cells] = [{BIRTH: whole(child.id, BIRTH, child.birth_date)} for child in family.children]
        own = {INCOME: whole(parent.id, INCOME, parent.income), SHARE: share(family, parent), YEAR: of_year}
        asked.append(Question(month, day, [*births, own]))
    return asked


def share(family: Family, parent: Parent) -> Fraction | Unknown:
    """An unknown share is no more than the known shares of the others leave."""
    if parent.share is not None:
        return parent.share
    others = sum((one.share for one in family.parents if one.share is not None), Fraction(0))
    return Unknown(parent.id, SHARE, most=1 - others)


def deduction(rule: str, month: Month, day: date, own: Facts) -> Answer:
    if not in_force(rule, day):
        return NOT_IN_FORCE, None
    rate = deducted(month, own[BIRTH]) * own[SHARE]
    return (GRANTED, rate) if rate > 0 else (REFUSED, None)


def deducted(month: Month, birth: date) -> Fraction:
    """What is deducted for a child in a month at the whole share."""
    if not 0 <= month.since(month_of(birth)) < DEDUCTED_MONTHS:
        return Fraction(0)
    return SINCE if month >= RAISED else BEFORE


def tax_saved(rule: str, day: date, stays: list[Facts]) -> Answer:
    """Tax without the deductions less tax with them, once for a year."""
    if not in_force(rule, day):
        return NOT_IN_FORCE, None
    *children, own = stays
    if YEAR not in own:
        return REFUSED, None
    less = own[SHARE] * sum((deducted(month, one[BIRTH]) for one in children for month in own[YEAR]), Fraction(0))
    if less == 0:
        return REFUSED, None
    return GRANTED, tax(own[INCOME]) - tax(max(Fraction(0), own[INCOME] - less))


def tax(income: Fraction) -> Fraction:
    """Of each part of the income its own rate."""
    total, below = Fraction(0), Fraction(0)
    for edge, percent in BRACKETS:
        top = income if edge is None else min(income, Fraction(edge))
        if top > below:
            total += (top - below) * percent / 100
        below = Fraction(edge or 0)
    return total


def leave(rule: str, month: Month, day: date, stays: list[Facts]) -> Answer:
    if not in_force(rule, day):
        return NOT_IN_FORCE, None
    *before, own = stays
    if own[ROLE] not in {MATERNITY: ["mother"], PATERNITY: ["father"]}.get(rule, ["mother", "father"]):
        return NOT_APPLICABLE, None
    if any(one[BIRTH] == own[BIRTH] for one in before):
        return NOT_APPLICABLE, None  # one birth, and its first child is the subject
    days = leave_days(rule, month, own)
    return (REFUSED, None) if days is None else (GRANTED, days)


def leave_days(rule: str, month: Month, own: Facts) -> Fraction | None:
    """The days that a month grants."""
    birth = own[BIRTH]
    age = month.since(month_of(birth))
    if rule == PARENTAL:
        if own[LEAVE_YEAR] == "child-year":
            return PARENTAL_DAYS if age in OF_CHILDS_YEARS else None
        return PARENTAL_DAYS if month == month_of_year(birth, month.year) else None
    if age != 0:
        return None
    if rule == PATERNITY:
        return PATERNITY_DAYS
    return MATERNITY_DAYS + (MORE_DAYS if own[DIFFICULT] else 0) + MORE_DAYS * (own[BABIES] - 1)


def month_of_year(birth: date, year: int) -> Month | None:
    """January of each year in which the child is under three on some day; in the birth year the month of birth."""
    if birth.year == year:
        return month_of(birth)
    under = birth.year < year and date(year, 1, 1) < birthday(birth, UNDER_YEARS)
    return Month(year, 1) if under else None


def income_points(asked: list[Question]) -> list[Fraction]:
    """The edges of the brackets, and those that the income meets less whatever may be deducted in a year."""
    edges = [Fraction(0), *(Fraction(edge) for edge, _ in BRACKETS if edge is not None)]
    points = list(edges)
    for question in asked:
        *children, own = question.stays
        if YEAR in own and isinstance(own[SHARE], Fraction):
            points += [edge + less * own[SHARE] for edge in edges for less in _sums(children, own[YEAR])]
    return points


def _sums(children: list[Cells], months: tuple[Month, ...]) -> set[Fraction]:
    """What may be deducted in the months of a year for all children at the whole share."""
    sums = {Fraction(0)}
    for child in children:
        birth = child[BIRTH]
        own = {sum((deducted(month, birth) for month in months), Fraction(0))} if isinstance(birth, date) else {
            number * deducted(months[0], months[0].first_day) for number in range(len(months) + 1)
        }
        sums = {one + other for one in sums for other in own}
    return sums


def birth_points(rule: str, unknown: Unknown, asked: list[Question]) -> list[date]:
    """Of a deduction the last days of the months with which a month of the window begins or ceases to count; of a leave
    the first days of such months. The births of the children before are compared with the child's own."""
    if rule in (DEDUCTION, TAX_SAVED):
        return [question.month.plus(-age).last_day for question in asked for age in (0, DEDUCTED_MONTHS)]
    ends = {0, -1} if rule in (MATERNITY, PATERNITY) else {end for age in OF_CHILDS_YEARS for end in (age, age - 1)}
    points = [question.month.plus(-end).first_day for question in asked for end in ends]
    if rule == PARENTAL:
        for year in {question.month.year for question in asked}:
            points += [date(year, 1, 1), date(year - UNDER_YEARS, 1, 1), date(year - UNDER_YEARS, 1, 2)]
    *before, own = asked[0].stays
    if isinstance(own[BIRTH], date):
        return [own[BIRTH]]
    if own[BIRTH] == unknown:
        points += [one[BIRTH] for one in before if isinstance(one[BIRTH], date)]
    return points
