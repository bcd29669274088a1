"""The state and the own fields of each kind of outcome: contract §4, from the answers of all completions."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from .cells import Answer
from .completions import Completions
from .days import Month
from .deadlines import filing_steps
from .entitlements import AT_LEAST, PARTIES, amount, per
from .ids import ALLOWANCE, DEADLINES, INSTITUTION_STATEMENT, LEAVES, TRAINING
from .allowance import MONTHLY
from .indicators import TARGETS
from .limits import UNITS
from .procedure import STEPS, steps_and_branch, words
from .requirements import BINDING
from .shape import maybe, money, plain, stretches
from .statements import NOTHING, REIMBURSED, Loose, amounts_of, spread
from .states import (
    BREACHED, GRANTED, KNOWN, MET, NOT_APPLICABLE, NOT_IN_FORCE, OF_ENTITLEMENT, OF_JUDGEMENT, REFUSED,
    UNDETERMINED, over_window,
)

Fields = dict[str, Any]

#: A field whose content the contract leaves open; it must be there.
ANYTHING = "*"

#: Each completion's answers that differ from those of the others: one for each month, or one.
Distinct = list[list[Answer]]


def entitlement_fields(completions: Completions, distinct: Distinct, months: list[Month]) -> Fields:
    """A month is undetermined when its state or its rate is not the same in all completions."""
    rule, readings = completions.rule, completions.readings
    settled = [_same(answers, (UNDETERMINED, None)) for answers in zip(*distinct)]
    state = over_window([state for state, _ in settled], OF_ENTITLEMENT)
    amounts = [amount(rule, answers, readings) for answers in distinct]
    written = plain if rule in LEAVES else money
    span = [written(min(amounts)), written(max(amounts))]
    form, payer, payee, discretionary = PARTIES[rule]

    def unit(rate: Fraction | None) -> str | None:
        if rule != ALLOWANCE:
            return per(rule, readings)
        return ANYTHING if rate is None else "month" if rate == MONTHLY else "once"

    return {
        "state": state,
        "form": form,
        "amount": span[0] if state in (GRANTED, REFUSED) else None,
        "range": None if rule == TRAINING or state in (NOT_IN_FORCE, NOT_APPLICABLE) else span,
        "range_exact": True,
        "unit": "day" if rule in LEAVES else "CNY",
        "at_least": rule in AT_LEAST,
        "months": [
            {"from": first, "to": last, "state": state, "rate": maybe(rate), "per": unit(rate)}
            for first, last, (state, rate) in stretches(months, settled)
        ],
        "payer": payer,
        "payee": payee,
        "discretionary": discretionary,
    }


def limit_fields(completions: Completions, distinct: Distinct, months: list[Month]) -> Fields:
    """The numbers are those of the first month with the outcome's state, where it is met or breached."""
    answers = list(zip(*distinct))
    states = _states(distinct)
    state = over_window(states, OF_JUDGEMENT)
    value = bound = None
    relation = answers[0][0][3]
    if state in (MET, BREACHED, UNDETERMINED):
        held = [each for each in answers[states.index(state)] if each[0] in (MET, BREACHED)]
        value, bound = (_same([each[place] for each in held], None) for place in (1, 2))
        relation = _same([each[3] for each in held], ANYTHING)
    told = state == BREACHED and value is not None and bound is not None
    return {
        "state": state,
        "value": maybe(value),
        "relation": relation,
        "bound": maybe(bound),
        "excess": plain(abs(value - bound)) if told else None,
        "unit": UNITS.get(completions.rule),
        "months": _lines(months, states),
    }


def requirement_fields(completions: Completions, distinct: Distinct, months: list[Month]) -> Fields:
    states = _states(distinct)
    return {
        "state": over_window(states, OF_JUDGEMENT),
        "binding": BINDING[completions.rule],
        "months": _lines(months, states),
    }


def lookup_fields(completions: Completions, distinct: Distinct, months: list[Month]) -> Fields:
    """A month is known when the same is found in all completions."""
    settled = [_same(answers, (UNDETERMINED, None)) for answers in zip(*distinct)]
    state = over_window([state for state, _ in settled], OF_JUDGEMENT)
    return {
        "state": state,
        "value": next(value for found, value in settled if found == state) if state == KNOWN else None,
        "months": [
            {"from": first, "to": last, "state": state, "value": value}
            for first, last, (state, value) in stretches(months, settled)
        ],
    }


def indicator_fields(completions: Completions, distinct: Distinct, months: list[Month]) -> Fields:
    target = TARGETS[completions.rule]
    answers = [one for one, in distinct]
    return {
        "state": _same([state for state, _ in answers], UNDETERMINED),
        "value": maybe(_same([value for _, value in answers], None)),
        "target": plain(target.bound),
        "relation": target.relation,
        "due": target.due and target.due.isoformat(),
        "binding": target.binding,
    }


def procedure_fields(completions: Completions, distinct: Distinct, months: list[Month]) -> Fields:
    """The steps as they are in every completion in which the procedure applies."""
    if completions.rule == DEADLINES:
        return _deadline_fields(completions, distinct)
    answers = [one for one, in distinct]
    state = _same([state for state, _ in answers], UNDETERMINED)
    steps: list[Fields] = []
    if state not in (NOT_IN_FORCE, NOT_APPLICABLE):
        again = Completions(
            completions.rule, completions.asked, completions.readings,
            lambda rule, question, stays, readings: steps_and_branch(question.day, stays[-1]),
        )
        found = [one for one, in (again.spell(each) for each in set(again.every().values())) if one]
        form = _same([branch for _, branch in found], None)
        for place, step in enumerate(STEPS):
            done = _same([states[place] for states, _ in found], UNDETERMINED)
            steps.append({"id": step, "state": done, **words(step, form), "due": None})
    return {"state": state, "steps": steps, "next": _same([following for _, following in answers], None)}


def _deadline_fields(completions: Completions, distinct: Distinct) -> Fields:
    """Each step as it is in all completions."""
    answers = [one for one, in distinct]
    state = _same([state for state, _ in answers], UNDETERMINED)
    if state in (NOT_IN_FORCE, NOT_APPLICABLE):
        return {"state": state, "steps": [], "next": None}
    again = Completions(
        completions.rule, completions.asked, completions.readings,
        lambda rule, question, stays, readings: tuple(filing_steps(stays[-1])),
    )
    found = [steps for steps, in (again.spell(each) for each in set(again.every().values()))]
    steps = []
    for same in zip(*found):
        done = _same([state for _, state, _ in same], UNDETERMINED)
        days = [day for _, state, day in same if state != NOT_APPLICABLE]
        steps.append({
            "id": same[0][0], "state": done, "act": "", "body": "卫生健康", "certificate": None,
            "due": days[0].isoformat() if days and days[0] else None,
        })
    return {"state": state, "steps": steps, "next": _same([following for _, following in answers], None)}


def quantity_fields(
    completions: Completions, distinct: Distinct, months: list[Month], loose: Loose | None = None
) -> Fields:
    """Each part as it is in all completions; a part that is not named is nothing. A month is not settled where a part of
    its own is not, or what it adds to a part without months; less than half a fen that no part shows is nothing."""
    loose = loose or Loose.of(completions.rule, completions.asked, distinct)
    states = _states(distinct)
    by_name = [
        amounts_of(completions.rule, completions.whose, completions.asked, answers, loose) for answers in distinct
    ]
    parts = []
    for name in sorted({name for amounts in by_name for name in amounts}, key=str):
        ends = [each.get(name, NOTHING) for each in by_name]
        subject, month, item = name
        more = spread(completions.asked, loose, name)
        low, high = min(low for low, _ in ends), max(high for _, high in ends)
        span = [money(max(low - more, min(low, NOTHING[0]))), money(high + more)]
        parts.append({
            "subject": subject, "month": month, "item": item, "amount": span[0] if span[0] == span[1] else None,
            "range": span, "discretionary": item == REIMBURSED,
        })
    unsettled = {part["month"] for part in parts if part["amount"] is None}
    if completions.rule == INSTITUTION_STATEMENT and unsettled:
        states = [_same(answers, (UNDETERMINED,))[0] for answers in zip(*distinct)]
    states = [UNDETERMINED if str(month) in unsettled else state for month, state in zip(months, states)]
    state = over_window(states, OF_JUDGEMENT)
    return {"state": state, "parts": parts, "range_exact": loose.exact, "months": _lines(months, states)}


FIELDS: dict[str, Callable[[Completions, Distinct, list[Month]], Fields]] = {
    "entitlement": entitlement_fields,
    "limit": limit_fields,
    "requirement": requirement_fields,
    "lookup": lookup_fields,
    "indicator": indicator_fields,
    "procedure": procedure_fields,
    "quantity": quantity_fields,
}


def _states(distinct: Distinct) -> list[str]:
    """The state of each month."""
    return [_same([answer[0] for answer in answers], UNDETERMINED) for answers in zip(*distinct)]


def _lines(months: list[Month], states: list[str]) -> list[Fields]:
    return [{"from": first, "to": last, "state": state} for first, last, state in stretches(months, states)]


def _same(values: Any, otherwise: Any) -> Any:
    """The one value that all of them are, or what stands for several."""
    return values[0] if len(set(values)) == 1 else otherwise
