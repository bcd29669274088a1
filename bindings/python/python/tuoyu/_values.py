"""Plain values of answers: days and months, amounts, words in two languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

__all__ = ["Fact", "Months", "Reason", "Source", "Step", "Total", "Words", "decimal_text"]


@dataclass(frozen=True, slots=True)
class Words:
    """A text for people, in Chinese and in English; ``str()`` gives the Chinese."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh


@dataclass(frozen=True, slots=True)
class Months:
    """A stretch of months with one answer."""

    start: str
    """The first month, ``YYYY-MM``."""
    end: str
    """The last month, included."""
    state: str
    """The state in each of these months."""
    rate: Decimal | None = None
    """The rate of a granted month of an entitlement, in the outcome's ``unit`` each ``per``."""
    per: str | None = None
    """``month``, ``year`` (a twelfth in each month) or ``once`` (in each month of the line)."""


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence of law behind an outcome."""

    document: str
    """The number of the instrument, such as ``济政办字〔2025〕15号``."""
    clause: str
    """The clause, such as ``二（五）13③``."""
    quote: str
    """The sentence itself."""
    standing: str
    """How sure the text is: ``verified-primary``, ``verified-secondary``, ``seed`` or ``from-memory``."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a subject, such as ``child.birth_order`` of ``k1``."""

    subject: str
    fact: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One condition over a stretch of months with the same answer."""

    condition: str
    """The label of the condition in the rule."""
    holds: bool | None
    """Whether it holds; None: not settled."""
    subject: str | None
    """Whose fact decides."""
    fact: str | None
    """The fact that decides."""
    found: object
    """Its value as JSON has it; None where it is unknown."""
    relation: str | None
    """How the value must stand to the bound."""
    bound: str | None
    """What it was held against."""
    start: str
    """The first month."""
    end: str
    """The last month."""
    changes_in: str | None
    """The month in which time alone changes the answer; it may lie after the window."""
    source: int
    """The place of the sentence in the outcome's ``sources``."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a procedure."""

    id: str
    state: str
    """``done``, ``pending``, ``undetermined`` or ``no-branch``."""
    act: Words | None
    """What is to be done."""
    body: Words | None
    """Who does it."""
    certificate: Words | None
    """What it ends in, where it does."""
    due: date | None
    """By when, where the law says so."""


@dataclass(frozen=True, slots=True)
class Total:
    """What outcomes of one payer, payee, form and unit add up to."""

    payer: str | None
    payee: str
    form: str
    unit: str
    discretionary: bool
    amount: Decimal | None
    """The sum of the rounded amounts; None if one of them is undetermined."""
    range: tuple[Decimal, Decimal]
    """The sums of the smallest and of the largest amounts."""


def decimal(text: Any) -> Decimal | None:
    """An amount of a report; it is written as text."""
    return None if text is None else Decimal(text)


def words(told: Any) -> Words | None:
    """A text of a report in two languages."""
    return None if told is None else Words(told["zh"], told["en"])


def decimal_text(value: Decimal | int | str, name: str) -> str:
    """A number as plain text, exactly; floats are refused because they cannot say 0.1."""
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        kind = type(value).__name__
        hint = f'; write "{value}" or Decimal("{value}")' if isinstance(value, float) else ""
        raise TypeError(f"{name}: a number is a Decimal, an int or a text, not {kind}{hint}")
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
