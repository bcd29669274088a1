"""The points of a number that is compared with another fact, directly or after arithmetic: contract §3, Range."""

from fractions import Fraction
from itertools import product
from math import ceil, floor

from .cells import Facts, Question, Unknown
from .facts import OPTIONS, bounds
from .ids import EMPLOYER
from .indicators import TARGETS, quotient
from .readings import Readings

CHILDCARE = "employer.childcare_ratio"
KINDERGARTEN = "employer.kindergarten_ratio"
RESIDENTIAL, COMMERCIAL = "residential_price", "commercial_price"

RATIO_STEP = Fraction(1, 10_000)
ONE, HALF, NOTHING = Fraction(1), Fraction(1, 2), Fraction(0)


def ratio_points(rule: str, fact: str, asked: list[Question]) -> list[Fraction]:
    """The two ratios are compared, childcare with twice kindergarten: each has the other's points too.
    What is reimbursed is compared with 0 and 1 besides; the limit is not."""
    own = rule == EMPLOYER
    childcare = [NOTHING, ONE] if own else []
    kindergarten = [NOTHING, HALF] if own else []
    childcare += [2 * ratio for ratio in _known(KINDERGARTEN, asked) if 2 * ratio <= 1]
    kindergarten += [half for ratio in _known(CHILDCARE, asked) for half in _near(ratio / 2, RATIO_STEP)]
    if fact == CHILDCARE:
        return childcare + ([2 * point for point in kindergarten] if _unknown(KINDERGARTEN, asked) else [])
    return kindergarten + (
        [half for point in childcare for half in _near(point / 2, RATIO_STEP)] if _unknown(CHILDCARE, asked) else []
    )


def price_points(fact: str, asked: list[Question]) -> list[Fraction]:
    """The residential price is compared with the commercial one; a quantity with nothing."""
    head, name = fact.rsplit(".", 1)
    if name not in (RESIDENTIAL, COMMERCIAL):
        return []
    own, other = fact, f"{head}.{COMMERCIAL if name == RESIDENTIAL else RESIDENTIAL}"
    return _known(other, asked) + (_known(own, asked) if _unknown(other, asked) else [])


def quotient_points(rule: str, unknown: Unknown, question: Question, readings: Readings) -> list[Fraction]:
    """Where numerator and bound x denominator are equal, and where the denominator is 0.

    Both are linear in the number. Another unknown number counts 0, an unknown option is each of its values.
    """
    options = {
        (i, fact): OPTIONS[fact]
        for i, stay in enumerate(question.stays)
        for fact, cell in stay.items()
        if isinstance(cell, Unknown) and fact in OPTIONS
    }
    own = next(i for i, stay in enumerate(question.stays) if stay[unknown.fact] == unknown)
    bound, step = TARGETS[rule].bound, bounds(unknown.fact)[1]
    points: dict[Fraction, None] = {}
    for choice in product(*options.values()):
        stays: list[Facts] = [
            {fact: NOTHING if isinstance(cell, Unknown) else cell for fact, cell in stay.items()}
            for stay in question.stays
        ]
        for (i, fact), value in zip(options, choice):
            stays[i][fact] = value
        pairs = []
        for value in (NOTHING, ONE):
            stays[own][unknown.fact] = value
            top, bottom = quotient(rule, question.complete, stays, readings)
            pairs.append((top - bound * bottom, bottom))
        for at_nothing, at_one in zip(*pairs):
            if at_nothing != at_one:
                points |= dict.fromkeys(_near(at_nothing / (at_nothing - at_one), step))
    return list(points)


def _near(value: Fraction, step: Fraction) -> list[Fraction]:
    """A point that arithmetic leads to, down and up to a value that the fact can have."""
    steps = value / step
    return [floor(steps) * step, ceil(steps) * step]


def _known(fact: str, asked: list[Question]) -> list[Fraction]:
    """The known values; a kind of utility that is not used on a day has none."""
    cells = [question.stays[-1].get(fact) for question in asked]
    return list({cell: None for cell in cells if cell is not None and not isinstance(cell, Unknown)})


def _unknown(fact: str, asked: list[Question]) -> bool:
    return any(isinstance(question.stays[-1].get(fact), Unknown) for question in asked)
