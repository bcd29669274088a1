"""What a rule reads in one month: cells, each a known value or an unknown; contract §3, Range."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from .case import Line, gap, on
from .days import EVER, Month


class Unknown(NamedTuple):
    """An unknown fact: one value for the whole window, or for one gap of a line in time."""

    subject: str
    fact: str
    gap: date = EVER
    not_after: date | None = None  # the known `to` of an unknown `from`
    most: Fraction | None = None  # what the other parents' shares leave of an unknown share


class Open(NamedTuple):
    """A reading that is left open: a fact about the law."""

    reading: str


#: Fact or reading name -> a known value, an Unknown or an Open.
Cells = dict[str, Any]

#: Fact or reading name -> its value.
Facts = dict[str, Any]

#: What a month (or a day) is answered: its state first, then what the rule tells besides.
Answer = tuple[Any, ...]


class Part(NamedTuple):
    """A line of a statement: an item of a subject, and the rule that is asked about so many of the stays."""

    subject: str
    item: str
    rule: str
    stays: int


@dataclass
class Question:
    """One rule on one day: the cells of each thing that it looks at, the thing that is asked about last."""

    month: Month
    day: date
    stays: list[Cells]
    complete: bool = False  # an indicator over the case's institutions and not over the totals
    lines: tuple["Part", ...] = ()  # of a statement: what its stays are, in their order


def reached(asked: list[Question]) -> list[Unknown | Open]:
    """Every unknown in the questions once: thing by thing, then month by month."""
    found: dict[Unknown | Open, None] = {}
    for place in range(len(asked[0].stays)):
        for question in asked:
            for cell in question.stays[place].values():
                if isinstance(cell, (Unknown, Open)):
                    found[cell] = None
    return list(found)


def cell_of(subject: str, fact: str, line: Line, day: date, saying_yes: Line | None = None) -> Any:
    """The value of the day, yes where another fact says so, or the unknown of the gap that holds the day."""
    value = on(line, day)
    implied = saying_yes or ()
    if value is None and on(implied, day) is not None:
        return True
    return Unknown(subject, fact, gap((*line, *implied), day)) if value is None else value


def whole(subject: str, fact: str, value: Any) -> Any:
    """A fact that does not change: its value, or one unknown."""
    return Unknown(subject, fact) if value is None else value
