"""Numbers, months and the order of what is missing, as the contract writes them: §3, §4."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from math import floor
from typing import Any

from .cells import Open, Unknown
from .days import Month
from .facts import FACT_ORDER
from .readings import ORDER


def in_order(
    shares: dict[Unknown | Open, Fraction], order: dict[str, int]
) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """`missing`, the largest share first, then the order of the facts, then of the case; and `open`."""
    best: dict[tuple[str, str], Fraction] = {}
    for unknown, share in shares.items():
        if isinstance(unknown, Unknown):
            name = (unknown.subject, unknown.fact)
            best[name] = max(share, best.get(name, share))
    ordered = sorted(best, key=lambda name: (-best[name], FACT_ORDER.index(name[1]), order[name[0]]))
    readings = {unknown.reading for unknown in shares if isinstance(unknown, Open)}
    return (
        [{"subject": subject, "fact": fact} for subject, fact in ordered],
        [{"reading": name} for name in ORDER if name in readings],
    )


def stretches(months: list[Month], answers: list[Any]) -> Iterator[tuple[str, str, Any]]:
    """The window without a gap, equal neighbours merged."""
    for answer, group in groupby(zip(months, answers), key=lambda pair: pair[1]):
        stretch = [str(month) for month, _ in group]
        yield stretch[0], stretch[-1], answer


def rounded(value: Fraction) -> Fraction:
    """Half up to 0.01 (contract §3, How months count)."""
    return Fraction(floor(value * 100 + Fraction(1, 2)), 100)


def money(value: Fraction) -> str:
    """Rounded once, half up to 0.01 (contract §3, How months count)."""
    fen = floor(value * 100 + Fraction(1, 2))
    return f"{fen // 100}.{fen % 100:02d}"


def plain(value: Fraction) -> str:
    """An exact decimal without trailing zeros."""
    if value < 0:
        return "-" + plain(-value)
    decimals = 0
    while value.denominator != 1:
        value, decimals = value * 10, decimals + 1
    digits = str(value.numerator).rjust(decimals + 1, "0")
    return f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits


def maybe(value: Fraction | None) -> str | None:
    return None if value is None else plain(value)
