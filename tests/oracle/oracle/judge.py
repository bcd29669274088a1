"""One question, all its facts known: the answer of the rule's kind."""

from .cells import Answer, Facts, Question
from .entitlements import entitlement
from .ids import KINDS
from .indicators import indicator
from .limits import limit
from .lookups import lookup
from .procedure import procedure
from .readings import Readings
from .requirements import requirement


def answer(rule: str, question: Question, stays: list[Facts], readings: Readings) -> Answer:
    """State first, then what two completions may tell otherwise (contract §4, `missing`)."""
    kind, day = KINDS[rule], question.day
    if kind == "entitlement":
        return entitlement(rule, day, question.month.number == 12, stays, readings)
    if kind == "indicator":
        return indicator(rule, question, stays, readings)
    judge = {"limit": limit, "requirement": requirement, "lookup": lookup}.get(kind)
    return procedure(day, stays[-1]) if judge is None else judge(rule, day, stays[-1])
