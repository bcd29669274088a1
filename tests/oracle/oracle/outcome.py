"""The outcomes of a case over a window: contract §1 (order of subjects), §4 (entitlement)."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from math import floor
from typing import Any

from .case import Child, Enrolment, Family, Parent, names, read_case
from .completions import Completions, that_matter
from .days import Month, window
from .reach import CITY, EMPLOYER, FAMILY, OPERATING, Open, Unknown, questions
from .readings import ORDER, choose
from .rules import (
    GRANTED, NOT_APPLICABLE, NOT_IN_FORCE, REFUSED, UNDETERMINED, Answer, amount, per,
)

#: The facts that the four rules reach, in the order of contract §1's table.
FACT_ORDER = [
    "institution.registered", "institution.filed", "institution.inclusive", "class.kind",
    "family.children_total", "parent.employed", "employer.childcare_ratio",
    "employer.kindergarten_ratio", "employer.kindergarten_rule", "child.birth_date",
    "child.birth_order", "enrolment.from", "enrolment.monthly_fee",
]

#: How many completions are looked at where there are too many to look at them all.
SAMPLE = 64

Outcome = dict[str, Any]


def assess(case: dict[str, Any], first: str, last: str, chosen: dict[str, str]) -> list[Outcome]:
    """The outcome of each subject and rule, in the contract's order."""
    readings, months = choose(chosen), window(first, last)
    order = names(case)
    return [
        outcome(subject, rule, Completions(rule, questions(rule, *who, months, readings), readings), months, order)
        for subject, rule, who in subjects(read_case(case))
    ]


def subjects(
    families: list[Family],
) -> Iterator[tuple[str, str, tuple[Family, Child, Enrolment, Parent | None]]]:
    """Each family: each child's enrolments, then pairs parent x enrolment (contract §1, Subjects)."""
    for family in families:
        stays = [(child, enrolment) for child in family.children for enrolment in child.enrolments]
        for child, enrolment in stays:
            for rule in (OPERATING, CITY, FAMILY):
                yield enrolment.id, rule, (family, child, enrolment, None)
        for parent in family.parents:
            for child, enrolment in stays:
                yield f"{parent.id}/{enrolment.id}", EMPLOYER, (family, child, enrolment, parent)


def outcome(
    subject: str, rule: str, completions: Completions, months: list[Month], order: list[str]
) -> Outcome:
    """One outcome; with too many completions only what a few of them show."""
    if not completions.exact:
        return {
            "subject": subject, "rule": rule, "state": None, "amount": None, "range": None,
            "range_exact": False, "months": None, "missing": None, "open": None,
            "sample": sample(rule, completions),
        }
    found = completions.every()
    distinct = [completions.spell(answers) for answers in set(found.values())]
    amounts = [amount(rule, answers, completions.readings) for answers in distinct]
    settled = [settle(answers) for answers in zip(*distinct)]
    state = over_window([state for state, _ in settled])
    span = [money(min(amounts)), money(max(amounts))]
    missing, left_open = (
        in_order(that_matter(completions, found), order) if len(distinct) > 1 else ([], [])
    )
    return {
        "subject": subject,
        "rule": rule,
        "state": state,
        "amount": span[0] if state in (GRANTED, REFUSED) else None,
        "range": None if state in (NOT_IN_FORCE, NOT_APPLICABLE) else span,
        "range_exact": True,
        "months": merged(months, settled, per(rule, completions.readings)),
        "missing": missing,
        "open": left_open,
    }


def settle(answers: tuple[Answer, ...]) -> Answer:
    """A month is undetermined when its state or its rate is not the same in all completions."""
    return answers[0] if len(set(answers)) == 1 else (UNDETERMINED, None)


def over_window(states: list[str]) -> str:
    """Entitlement over a window (contract §4)."""
    for state in (UNDETERMINED, GRANTED, REFUSED, NOT_APPLICABLE):
        if state in states:
            return state
    return NOT_IN_FORCE


def in_order(
    shares: dict[Unknown | Open, Fraction], order: list[str]
) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """`missing`, the largest share first, then the order of the facts, then of the case; and `open`."""
    best: dict[tuple[str, str], Fraction] = {}
    for unknown, share in shares.items():
        if isinstance(unknown, Unknown):
            name = (unknown.subject, unknown.fact)
            best[name] = max(share, best.get(name, share))
    ordered = sorted(best, key=lambda name: (-best[name], FACT_ORDER.index(name[1]), order.index(name[0])))
    readings = {unknown.reading for unknown in shares if isinstance(unknown, Open)}
    return (
        [{"subject": subject, "fact": fact} for subject, fact in ordered],
        [{"reading": name} for name in ORDER if name in readings],
    )


def merged(months: list[Month], answers: list[Answer], unit: str) -> list[dict[str, Any]]:
    """The window without a gap, equal neighbours merged."""
    lines = []
    for (state, rate), group in groupby(zip(months, answers), key=lambda pair: pair[1]):
        stretch = [str(month) for month, _ in group]
        lines.append({
            "from": stretch[0], "to": stretch[-1], "state": state,
            "rate": None if rate is None else plain(rate), "per": unit,
        })
    return lines


def sample(rule: str, completions: Completions) -> dict[str, Any]:
    """What some completions show: no settled month may say otherwise, no range may leave them out."""
    distinct = [completions.spell(answers) for answers in set(completions.some(SAMPLE).values())]
    amounts = [amount(rule, answers, completions.readings) for answers in distinct]
    return {
        "range": [money(min(amounts)), money(max(amounts))],
        "months": [
            sorted({(state, "" if rate is None else plain(rate)) for state, rate in answers})
            for answers in zip(*distinct)
        ],
    }


def money(value: Fraction) -> str:
    """Rounded once, half up to 0.01 (contract §3, How months count)."""
    fen = floor(value * 100 + Fraction(1, 2))
    return f"{fen // 100}.{fen % 100:02d}"


def plain(value: Fraction) -> str:
    """An exact decimal without trailing zeros."""
    decimals = 0
    while value.denominator != 1:
        value, decimals = value * 10, decimals + 1
    digits = str(value.numerator).rjust(decimals + 1, "0")
    return f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
