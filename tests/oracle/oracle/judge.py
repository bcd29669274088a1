"""One question, all its facts known: the answer of the rule's kind."""

from .allowance import allowance
from .cells import Answer, Facts, Question
from .classes import age_limit, class_limit, home_limit
from .deadlines import filing
from .entitlements import entitlement
from .ids import (
    ALLOWANCE, CLASS_AGE, CLASS_CARERS, CLASS_SIZE, DEADLINES, DEDUCTION, FAMILY_HOME, KINDS, LEAVES, TAX_SAVED,
)
from .indicators import indicator
from .limits import limit
from .lookups import lookup
from .parents import deduction, leave, tax_saved
from .procedure import procedure
from .readings import Readings
from .requirements import requirement
from .statements import statement


def answer(rule: str, question: Question, stays: list[Facts], readings: Readings) -> Answer:
    """State first, then what two completions may tell otherwise (contract §4, `missing`)."""
    month, day, own = question.month, question.day, stays[-1] if stays else {}
    if rule == ALLOWANCE:
        return allowance(rule, month, day, own)
    if rule == DEDUCTION:
        return deduction(rule, month, day, own)
    if rule == TAX_SAVED:
        return tax_saved(rule, day, stays)
    if rule in LEAVES:
        return leave(rule, month, day, stays)
    if rule in (CLASS_SIZE, CLASS_CARERS):
        return class_limit(rule, day, own)
    if rule == CLASS_AGE:
        return age_limit(rule, day, own)
    if rule == FAMILY_HOME:
        return home_limit(rule, day, stays)
    if rule == DEADLINES:
        return filing(rule, day, own)
    kind = KINDS[rule]
    if kind == "entitlement":
        return entitlement(rule, day, month.number == 12, stays, readings)
    if kind == "indicator":
        return indicator(rule, question, stays, readings)
    if kind == "quantity":
        return statement(rule, question, stays, readings, answer)
    judge = {"limit": limit, "requirement": requirement, "lookup": lookup}.get(kind)
    return procedure(day, own) if judge is None else judge(rule, day, own)
