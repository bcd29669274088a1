"""The values that are tried for an unknown: contract §3, Range.

The ends of what is admissible, and the value at and on both sides of each point where a condition
or a rate can change.
"""

from fractions import Fraction
from typing import Any

from . import allowance, classes, parents
from .cells import Open, Question, Unknown
from .days import EARLIEST, LATEST, ONE_DAY, years_before
from .entitlements import SECOND_CHILD, THIRD_CHILD, UNDER_YEARS
from .facts import CENT, COUNT_MOST, OPTIONS, YES_NO, bounds
from .ids import ALLOWANCE, CLASS_AGE, CLASS_CARERS, CLASS_SIZE, FAMILY_HOME, FAMILY_STATEMENT, FEE, KINDS
from .limits import INFANT_FEE, OTHER_FEE
from .points import RATIO_STEP, price_points, quotient_points, ratio_points
from .readings import Readings, net, options
from .requirements import LEAST_GUARDS
from .statements import OF_NO_RULE, split

NOTHING, ONE = Fraction(0), Fraction(1)
#: "`0`, `0.5` or `1`" (contract §1).
SHARES = [NOTHING, Fraction(1, 2), ONE]
MOST_INCOME = Fraction(1_000_000_000)


def tried(rule: str, unknown: Unknown | Open, asked: list[Question], readings: Readings) -> list[Any]:
    """Every value that is tried for an unknown, in order and each once."""
    if isinstance(unknown, Open):
        return options(unknown.reading)
    fact = unknown.fact
    if fact in YES_NO:
        return [True, False]
    if fact in OPTIONS:
        return OPTIONS[fact]
    if fact == parents.SHARE:
        return SHARES
    if fact == "enrolment.fee_items":
        return [["childcare"], ["an item that is not on the list"]]
    if rule == FAMILY_STATEMENT:
        return _tried_by_lines(unknown, asked, readings)
    if fact.startswith("employer."):
        return _around(ratio_points(rule, fact, asked), NOTHING, ONE, RATIO_STEP)
    if fact.startswith(("jurisdiction.", "institution.")):
        most, step = bounds(fact)
        return _around(_number_points(rule, unknown, asked, readings), NOTHING, most, step)
    if fact.startswith("class."):
        return _around(_count_points(rule, unknown, asked), NOTHING, COUNT_MOST, ONE)
    if fact == parents.INCOME:
        return _around(parents.income_points(asked), NOTHING, MOST_INCOME, CENT)
    days = [question.day for question in asked]
    if fact == "enrolment.from":
        points = classes.from_points(asked) if rule == CLASS_AGE else days
        return _around(points, EARLIEST, LATEST, ONE_DAY)
    if fact == "child.birth_date":
        return _around(_birth_points(rule, unknown, asked), EARLIEST, LATEST, ONE_DAY)
    if fact == "child.birth_order":
        return _around([1, 2, 3], 1, 20, 1)
    if fact == "birth.babies":
        return _around([], 1, 20, 1)
    if fact == "family.children_total":
        return _around([0, 1, 2, 3], 0, 100_000_000, 1)
    return _around(_fee_points(rule, readings), NOTHING, Fraction(100_000), CENT)


def _tried_by_lines(unknown: Unknown, asked: list[Question], readings: Readings) -> list[Any]:
    """The values that each line of a statement tries, in order and each once."""
    by_line: dict[int, list[Question]] = {}
    for question in asked:
        for number, (part, each) in enumerate(split(question, question.stays)):
            if any(unknown == cell for stay in each.stays for cell in stay.values()):
                by_line.setdefault(number, [])
    for question in asked:
        for number, (part, each) in enumerate(split(question, question.stays)):
            if number in by_line:
                by_line[number].append(each)
    found: set[Any] = set()
    for number, questions in by_line.items():
        found.update(tried(asked[0].lines[number].rule, unknown, questions, readings))
    return sorted(found)


def _birth_points(rule: str, unknown: Unknown, asked: list[Question]) -> list[Any]:
    if rule == ALLOWANCE:
        return allowance.birth_points(asked)
    if rule == CLASS_AGE:
        return classes.birth_points(asked)
    if rule.startswith(("china/", "shandong/")):
        return parents.birth_points(rule, unknown, asked)
    days = [question.day for question in asked]
    return days + [years_before(day, UNDER_YEARS) for day in days]


def _count_points(rule: str, unknown: Unknown, asked: list[Question]) -> list[Fraction]:
    if rule == CLASS_SIZE:
        return [Fraction(size) for size in classes.SIZES.values()]
    if rule == CLASS_CARERS:
        return classes.count_points(unknown.fact, asked)
    return classes.home_points(unknown, asked) if rule == FAMILY_HOME else []


def usable(unknown: Unknown | Open, values: list[Any]) -> list[Any]:
    """Those values that would not be refused as input: `from` is not after a known `to`, shares are not above 1."""
    if isinstance(unknown, Open):
        return values
    most = unknown.most if unknown.not_after is None else unknown.not_after
    return values if most is None else [value for value in values if value <= most]


def _around(points: list[Any], least: Any, most: Any, step: Any) -> list[Any]:
    found = {least, most}
    for point in points:
        found |= {value for value in (point - step, point, point + step) if least <= value <= most}
    return sorted(found)


def _fee_points(rule: str, readings: Readings) -> list[Fraction]:
    """The standards of the limit; for a reimbursement net of the family subsidy, the subsidies."""
    if rule == FEE:
        return [INFANT_FEE, OTHER_FEE]
    return [NOTHING, SECOND_CHILD, THIRD_CHILD] if net(readings) and rule != OF_NO_RULE else []


def _number_points(rule: str, unknown: Unknown, asked: list[Question], readings: Readings) -> list[Fraction]:
    if KINDS[rule] == "indicator":
        return quotient_points(rule, unknown, asked[0], readings)
    if unknown.fact == "institution.security_guards":
        return [Fraction(LEAST_GUARDS)]
    return price_points(unknown.fact, asked)
