"""The values that are tried for an unknown: contract §3, Range.

The ends of what is admissible, and the value at and on both sides of each point where a condition
or a rate can change.
"""

from fractions import Fraction
from typing import Any

from .cells import Open, Question, Unknown
from .days import EARLIEST, LATEST, ONE_DAY, years_before
from .entitlements import SECOND_CHILD, THIRD_CHILD, UNDER_YEARS
from .facts import CENT, OPTIONS, YES_NO, bounds
from .ids import FEE, KINDS
from .limits import INFANT_FEE, OTHER_FEE
from .points import RATIO_STEP, price_points, quotient_points, ratio_points
from .readings import Readings, net, options
from .requirements import LEAST_GUARDS

NOTHING, ONE = Fraction(0), Fraction(1)


def tried(rule: str, unknown: Unknown | Open, asked: list[Question], readings: Readings) -> list[Any]:
    """Every value that is tried for an unknown, in order and each once."""
    if isinstance(unknown, Open):
        return options(unknown.reading)
    fact = unknown.fact
    if fact in YES_NO:
        return [True, False]
    if fact in OPTIONS:
        return OPTIONS[fact]
    if fact.startswith("employer."):
        return _around(ratio_points(rule, fact, asked), NOTHING, ONE, RATIO_STEP)
    if fact.startswith(("jurisdiction.", "institution.")):
        most, step = bounds(fact)
        return _around(_number_points(rule, unknown, asked, readings), NOTHING, most, step)
    days = [question.day for question in asked]
    if fact == "enrolment.from":
        return _around(days, EARLIEST, LATEST, ONE_DAY)
    if fact == "child.birth_date":
        points = days + [years_before(day, UNDER_YEARS) for day in days]
        return _around(points, EARLIEST, LATEST, ONE_DAY)
    if fact == "child.birth_order":
        return _around([1, 2, 3], 1, 20, 1)
    if fact == "family.children_total":
        return _around([0, 1, 2, 3], 0, 100_000_000, 1)
    return _around(_fee_points(rule, readings), NOTHING, Fraction(100_000), CENT)


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


def _fee_points(rule: str, readings: Readings) -> list[Fraction]:
    """The standards of the limit; for a reimbursement net of the family subsidy, the subsidies."""
    if rule == FEE:
        return [INFANT_FEE, OTHER_FEE]
    return [NOTHING, SECOND_CHILD, THIRD_CHILD] if net(readings) else []


def _number_points(rule: str, unknown: Unknown, asked: list[Question], readings: Readings) -> list[Fraction]:
    if KINDS[rule] == "indicator":
        return quotient_points(rule, unknown, asked[0], readings)
    if unknown.fact == "institution.security_guards":
        return [Fraction(LEAST_GUARDS)]
    return price_points(unknown.fact, asked)
