"""The values that are tried for an unknown: contract §3, Range.

The ends of what is admissible, and the value at and on both sides of each point where a condition
or a rate can change.
"""

from fractions import Fraction
from math import ceil, floor
from typing import Any

from .days import EARLIEST, LATEST, ONE_DAY, years_before
from .reach import Open, Question, Unknown
from .readings import Readings, net, options
from .rules import SECOND_CHILD, THIRD_CHILD, UNDER_YEARS

YES_NO = {
    "institution.registered", "institution.filed", "institution.inclusive",
    "parent.employed", "employer.kindergarten_rule",
}
CLASS_KINDS = ["infant", "toddler-junior", "toddler-senior", "mixed-age"]
CHILDCARE = "employer.childcare_ratio"
KINDERGARTEN = "employer.kindergarten_ratio"

RATIO_STEP = Fraction(1, 10_000)
ONE, HALF, NOTHING = Fraction(1), Fraction(1, 2), Fraction(0)


def tried(unknown: Unknown | Open, asked: list[Question], readings: Readings) -> list[Any]:
    """Every value that is tried for an unknown, in order and each once."""
    if isinstance(unknown, Open):
        return options(unknown.reading)
    if unknown.fact in YES_NO:
        return [True, False]
    if unknown.fact == "class.kind":
        return CLASS_KINDS
    days = [question.day for question in asked]
    if unknown.fact == "enrolment.from":
        return _around(days, EARLIEST, LATEST, ONE_DAY)
    if unknown.fact == "child.birth_date":
        points = days + [years_before(day, UNDER_YEARS) for day in days]
        return _around(points, EARLIEST, LATEST, ONE_DAY)
    if unknown.fact == "child.birth_order":
        return _around([1, 2, 3], 1, 20, 1)
    if unknown.fact == "family.children_total":
        return _around([0, 1, 2, 3], 0, 100_000_000, 1)
    if unknown.fact == "enrolment.monthly_fee":
        points = [NOTHING, SECOND_CHILD, THIRD_CHILD] if net(readings) else []
        return _around(points, NOTHING, Fraction(100_000), Fraction(1, 100))
    return _around(_ratio_points(unknown.fact, asked), NOTHING, ONE, RATIO_STEP)


def usable(unknown: Unknown | Open, values: list[Any]) -> list[Any]:
    """Those values that would not be refused as input: `from` is not after a known `to`."""
    if isinstance(unknown, Open) or unknown.not_after is None:
        return values
    return [value for value in values if value <= unknown.not_after]


def _around(points: list[Any], least: Any, most: Any, step: Any) -> list[Any]:
    found = {least, most}
    for point in points:
        found |= {value for value in (point - step, point, point + step) if least <= value <= most}
    return sorted(found)


def _ratio_points(fact: str, asked: list[Question]) -> list[Fraction]:
    """The two ratios are compared, childcare with twice kindergarten: each has the other's points too."""
    known = {CHILDCARE: _known(CHILDCARE, asked), KINDERGARTEN: _known(KINDERGARTEN, asked)}
    childcare = [NOTHING, ONE] + [2 * ratio for ratio in known[KINDERGARTEN] if 2 * ratio <= 1]
    kindergarten = [NOTHING, HALF] + [half for ratio in known[CHILDCARE] for half in _halves(ratio)]
    if fact == CHILDCARE:
        return childcare + ([2 * point for point in kindergarten] if _unknown(KINDERGARTEN, asked) else [])
    return kindergarten + (
        [half for point in childcare for half in _halves(point)] if _unknown(CHILDCARE, asked) else []
    )


def _halves(ratio: Fraction) -> list[Fraction]:
    """Half of a ratio, down and up to four decimals."""
    steps = ratio / 2 / RATIO_STEP
    return [floor(steps) * RATIO_STEP, ceil(steps) * RATIO_STEP]


def _known(fact: str, asked: list[Question]) -> list[Fraction]:
    cells = [question.stays[-1][fact] for question in asked]
    return [cell for cell in cells if not isinstance(cell, Unknown)]


def _unknown(fact: str, asked: list[Question]) -> bool:
    return any(isinstance(question.stays[-1][fact], Unknown) for question in asked)
