"""育儿补贴: from January 2025, for each child until it is three. Contract §3 (Rules of whole months)."""

from datetime import date
from fractions import Fraction

from .case import Child
from .cells import Answer, Facts, Question, whole
from .days import Month, month_of
from .force import in_force
from .reach import reference_day
from .readings import Readings
from .states import GRANTED, NOT_IN_FORCE, REFUSED

BIRTH = "child.birth_date"
#: Born 2022 to 2024: 300 a month, the month of birth and the month of the third birthday included.
FIRST_BIRTH, YEARLY_FROM = date(2022, 1, 1), date(2025, 1, 1)
MONTHLY, LAST_MONTH = Fraction(300), 36
#: Born from 2025: 3600 in the month of birth and one and two years later.
YEARLY, PAID_MONTHS = Fraction(3600), (0, 12, 24)


def child_questions(rule: str, child: Child, months: list[Month], readings: Readings) -> list[Question]:
    cells = {BIRTH: whole(child.id, BIRTH, child.birth_date)}
    return [Question(month, reference_day(rule, month, readings), [cells]) for month in months]


def allowance(rule: str, month: Month, day: date, own: Facts) -> Answer:
    if not in_force(rule, day):
        return NOT_IN_FORCE, None
    birth = own[BIRTH]
    age = month.since(month_of(birth))
    if birth < FIRST_BIRTH:
        return REFUSED, None
    if birth < YEARLY_FROM:
        return (GRANTED, MONTHLY) if 0 <= age <= LAST_MONTH else (REFUSED, None)
    return (GRANTED, YEARLY) if age in PAID_MONTHS else (REFUSED, None)


def birth_points(asked: list[Question]) -> list[date]:
    """The ends of the law's births, and the first days of the months with which a payment begins or ceases."""
    ends = {end for age in (*PAID_MONTHS, LAST_MONTH) for end in (age, age - 1)}
    return [FIRST_BIRTH, YEARLY_FROM, *(question.month.plus(-end).first_day for question in asked for end in ends)]
