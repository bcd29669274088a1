"""The indicators on their one day: the notice, part 1 and measure 10; contract §3, §4."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor

from .cells import Answer, Facts, Question
from .days import in_force
from .ids import (
    CERTIFIED_STAFF, HEALTH_MANAGEMENT, MEDICAL_CONTRACTS, PRICE_BURDEN, PUBLIC_SHARE, SATISFACTION,
)
from .readings import SHARE_BASIS, Readings
from .states import MET, MISSED, NOT_IN_FORCE, PENDING, UNDETERMINED


@dataclass(frozen=True)
class Target:
    """What is to be reached, by when, and the two totals whose quotient is looked at."""

    relation: str
    bound: Fraction
    due: date | None
    top: str
    bottom: str
    times: int = 1
    binding: bool = True


END_OF_2025, END_OF_2027 = date(2025, 12, 31), date(2027, 12, 31)

TARGETS = {
    # "公办（含国企办）托育机构占比达到42%以上".
    PUBLIC_SHARE: Target(">=", Fraction(42, 100), END_OF_2025, "institutions_public", "institutions_total"),
    # "托育服务平均价格占居民人均可支配收入比重降至30%以下": a month's price against a year's income.
    PRICE_BURDEN: Target(
        "<=", Fraction(30, 100), END_OF_2025, "average_price", "disposable_income_per_head", times=12
    ),
    # "持有初级及以上证书占比力争达到90%以上".
    CERTIFIED_STAFF: Target(
        ">=", Fraction(90, 100), END_OF_2025, "staff_certified", "staff_total", binding=False
    ),
    # "0—3岁婴幼儿健康管理率达到90%以上".
    HEALTH_MANAGEMENT: Target(
        ">=", Fraction(90, 100), END_OF_2027, "children_health_managed", "children_under_three"
    ),
    # "入托家庭服务满意度达到90%以上".
    SATISFACTION: Target(">=", Fraction(90, 100), END_OF_2027, "families_satisfied", "families_surveyed"),
    # "实现托育机构签约服务全覆盖".
    MEDICAL_CONTRACTS: Target("=", Fraction(1), None, "institutions_contracted", "institutions_total"),
}

PLACES = ("places_public", "places_total")
#: "公办（含国企办）".
PUBLIC = ("public", "state-owned")


def judged_day(rule: str, last: date) -> date:
    """The earlier of the window's last day and `due`."""
    due = TARGETS[rule].due
    return last if due is None else min(last, due)


def over_institutions(rule: str) -> bool:
    """Whether the institutions of the case can stand for the totals."""
    return rule in (PUBLIC_SHARE, CERTIFIED_STAFF, MEDICAL_CONTRACTS)


def by_places(rule: str, readings: Readings) -> bool:
    return rule == PUBLIC_SHARE and readings[SHARE_BASIS] == "places"


def facts_of(rule: str, complete: bool, readings: Readings) -> list[str]:
    """The facts that are read: of each institution, or of the jurisdiction (top and bottom)."""
    if not complete:
        return list(PLACES if by_places(rule, readings) else (TARGETS[rule].top, TARGETS[rule].bottom))
    if rule == PUBLIC_SHARE:
        return ["ownership", "places"] if by_places(rule, readings) else ["ownership"]
    return ["staff", "staff_certified"] if rule == CERTIFIED_STAFF else ["medical_contract"]


def counted_below(rule: str, complete: bool, readings: Readings) -> str | None:
    """The fact that the denominator is made of; None where things are counted."""
    if not complete:
        return "jurisdiction." + facts_of(rule, complete, readings)[1]
    if rule == CERTIFIED_STAFF:
        return "institution.staff"
    return "institution.places" if by_places(rule, readings) else None


def quotient(rule: str, complete: bool, stays: list[Facts], readings: Readings) -> tuple[Fraction, Fraction]:
    """Numerator and denominator."""
    if not complete:
        top, bottom = (stays[0][f"jurisdiction.{name}"] for name in facts_of(rule, complete, readings))
        return top * TARGETS[rule].times, bottom
    if rule == CERTIFIED_STAFF:
        return _sum(stays, "institution.staff_certified"), _sum(stays, "institution.staff")
    if rule == MEDICAL_CONTRACTS:
        return Fraction(sum(stay["institution.medical_contract"] for stay in stays)), Fraction(len(stays))
    public = [stay for stay in stays if stay["institution.ownership"] in PUBLIC]
    if by_places(rule, readings):
        return _sum(public, "institution.places"), _sum(stays, "institution.places")
    return Fraction(len(public)), Fraction(len(stays))


def indicator(rule: str, question: Question, stays: list[Facts], readings: Readings) -> Answer:
    """State and value as shown. Compared exactly: numerator against bound x denominator."""
    if not in_force(question.day):
        return NOT_IN_FORCE, None
    top, bottom = quotient(rule, question.complete, stays, readings)
    if bottom == 0:
        return UNDETERMINED, None
    target = TARGETS[rule]
    bound = target.bound * bottom
    met = {">=": top >= bound, "<=": top <= bound, "=": top == bound}[target.relation]
    if met:
        return MET, shown(top / bottom)
    early = target.due is not None and question.day < target.due
    return (PENDING if early else MISSED), shown(top / bottom)


def shown(value: Fraction) -> Fraction:
    """Rounded half up to four decimals."""
    return Fraction(floor(value * 10_000 + Fraction(1, 2)), 10_000)


def _sum(stays: list[Facts], fact: str) -> Fraction:
    return sum((stay[fact] for stay in stays), Fraction(0))
