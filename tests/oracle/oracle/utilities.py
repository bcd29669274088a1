"""The records of an institution's utilities: contract §1; measure 12, 用电、用水、用气、用暖按居民生活价格执行."""

from datetime import date
from fractions import Fraction
from typing import Any

from .case import Institution, Line, Span, gap, on
from .cells import Cells, Unknown
from .facts import UTILITIES, UTILITY_NUMBERS

NOT_USED = Fraction(0)


def utility_cells(institution: Institution, day: date) -> Cells:
    """The numbers of the kinds that are used on a day; all of them unknown where the list is unknown."""
    listed = on(institution.utilities, day)
    cells: Cells = {}
    for kind in UTILITIES if listed is None else [kind for kind in UTILITIES if kind in listed]:
        for name in UTILITY_NUMBERS:
            value = None if listed is None else listed[kind][name]
            fact = f"institution.utilities.{kind}.{name}"
            if value is None:
                value = Unknown(institution.id, fact, gap(number_line(institution, kind, name), day))
            cells[fact] = value
    return cells


def number_line(institution: Institution, kind: str, name: str) -> Line:
    """One number as a line of its own: a list that does not hold its kind covers its days."""
    spans = []
    for first, last, listed in institution.utilities:
        value = listed[kind][name] if kind in listed else NOT_USED
        if value is not None:
            spans.append(Span(first, last, value))
    return tuple(spans)


def saving(facts: dict[str, Any]) -> Fraction:
    """What a month at residential prices saves: no kind of utility ever counts below nothing."""
    total = Fraction(0)
    for kind in UTILITIES:
        head = f"institution.utilities.{kind}"
        if f"{head}.quantity" in facts:
            dearer = facts[f"{head}.commercial_price"] - facts[f"{head}.residential_price"]
            total += facts[f"{head}.quantity"] * max(Fraction(0), dearer)
    return total
