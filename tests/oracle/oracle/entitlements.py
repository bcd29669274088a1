"""The entitlements, month by month, over known facts: the notice, measures 8, 12 and 13; contract §3."""

from datetime import date
from fractions import Fraction

from .cells import Answer, Facts
from .days import birthday, in_force
from .ids import (
    ALLOWANCE, CITY, DEDUCTION, EMPLOYER, FAMILY, LEAVES, OPERATING, PARENTAL, PATERNITY, TAX_SAVED,
    TRAINING, UTILITIES_RULE, YEARLY,
)
from .readings import FOURTH, WITHOUT_RULE, Readings, head_count, net
from .states import GRANTED, NOT_APPLICABLE, NOT_IN_FORCE, REFUSED, UNDETERMINED
from .utilities import saving

#: "乳儿班3000元/人/年、其他班2000元/人/年"; "乳儿班900元/人/年、其他班600元/人/年".
YEARLY_RATES = {
    OPERATING: {"infant": Fraction(3000), "other": Fraction(2000)},
    CITY: {"infant": Fraction(900), "other": Fraction(600)},
}
#: "二孩每人每月300元、三孩每人每月500元".
SECOND_CHILD = Fraction(300)
THIRD_CHILD = Fraction(500)
#: 3岁以下: "birth date <= day < third birthday" (contract §3).
UNDER_YEARS = 3


#: Rule -> form, payer, payee, discretionary (contract §3; 8 and 13: 按规定落实, 可按一定比例报销).
PARTIES = {
    OPERATING: ("payment", "county", "institution", False),
    CITY: ("payment", "city", "county", False),
    FAMILY: ("payment", "county", "family", False),
    EMPLOYER: ("payment", "employer", "family", True),
    TRAINING: ("payment", "county", "institution", True),
    UTILITIES_RULE: ("saving", None, "institution", False),
    DEDUCTION: ("deduction", None, "family", False),
    TAX_SAVED: ("saving", "state", "family", False),
    ALLOWANCE: ("payment", "state", "family", False),
    **dict.fromkeys(LEAVES, ("leave", "employer", "family", False)),
}
#: "不少于十五日陪产假", "不少于十日育儿假": what is granted is a floor.
AT_LEAST = (PATERNITY, PARENTAL)


def entitlement(rule: str, day: date, december: bool, stays: list[Facts], readings: Readings) -> Answer:
    """The state of one month and its rate where it is granted: the child's earlier enrolments in the case,
    then the enrolment itself; or the institution."""
    if not in_force(day):
        return NOT_IN_FORCE, None
    if rule == TRAINING:
        return UNDETERMINED, None  # "按规定落实职业培训补贴": the amount is set elsewhere
    if rule == UTILITIES_RULE:
        return GRANTED, saving(stays[0])
    if rule == EMPLOYER:
        return reimbursement(stays, day, readings)
    if rule in YEARLY and head_count(readings) and not december:
        return REFUSED, None  # paid in December
    rates = [own_rate(rule, stay, day, readings) for stay in stays]
    return (REFUSED, None) if paid(rates) is None else (GRANTED, paid(rates))


def paid(rates: list[Fraction | None]) -> Fraction | None:
    """Of several enrolments whose month would be granted only the first is: the rate of the last of these."""
    *earlier, own = rates
    return own if all(rate is None for rate in earlier) else None


def own_rate(rule: str, stay: Facts, day: date, readings: Readings) -> Fraction | None:
    """The rate that an enrolment would be granted if it stood alone; None = refused."""
    if rule == FAMILY:
        return family_rate(stay, day, readings)
    return yearly_rate(rule, stay, day)


def runs(stay: Facts, day: date) -> bool:
    """`from` <= day <= `to`; without `to`, without end."""
    return stay["enrolment.from"] <= day and (stay["enrolment.to"] is None or day <= stay["enrolment.to"])


def yearly_rate(rule: str, stay: Facts, day: date) -> Fraction | None:
    """①发放运营补助: enrolled in a registered, filed and inclusive institution, by the kind of the class."""
    proper = stay["institution.registered"] and stay["institution.filed"] and stay["institution.inclusive"]
    if not (runs(stay, day) and proper):
        return None
    return YEARLY_RATES[rule]["infant" if stay["class.kind"] == "infant" else "other"]


def family_rate(stay: Facts, day: date, readings: Readings) -> Fraction | None:
    """③落实入托家庭直补: enrolled and under three; by the child's order, or by the children in all."""
    birth = stay["child.birth_date"]
    if not (runs(stay, day) and birth <= day < birthday(birth, UNDER_YEARS)):
        return None
    every = readings["second-child"] == "every-child"
    number = stay["family.children_total" if every else "child.birth_order"]
    if number <= 1:
        return None
    if number == 2:
        return SECOND_CHILD
    if number == 3:
        return THIRD_CHILD
    return THIRD_CHILD if stay[FOURTH] == "as-third" else None


def reimbursement(stays: list[Facts], day: date, readings: Readings) -> Answer:
    """"标准不高于幼儿园报销比例的2倍": fee x min(childcare ratio, 2 x kindergarten ratio, 1)."""
    own = stays[-1]
    if not own["parent.employed"]:
        return NOT_APPLICABLE, None
    ratio = reimbursed_ratio(own)
    if not runs(own, day) or ratio == 0:
        return REFUSED, None
    base = own["enrolment.monthly_fee"]
    if net(readings):
        subsidy = paid([family_rate(stay, day, readings) for stay in stays])
        base = max(Fraction(0), base - (subsidy or 0))
    return GRANTED, base * ratio


def reimbursed_ratio(own: Facts) -> Fraction:
    """The ratio that is reimbursed, never above 1; 0 = refused."""
    if own["employer.kindergarten_rule"]:
        return min(own["employer.childcare_ratio"], 2 * own["employer.kindergarten_ratio"], Fraction(1))
    if own[WITHOUT_RULE] == "childcare-ratio-alone":
        return min(own["employer.childcare_ratio"], Fraction(1))
    return Fraction(0)


def per(rule: str, readings: Readings) -> str | None:
    """What a rate is for (contract §4, `per`); null where the amount is set elsewhere."""
    if rule in (TRAINING, ALLOWANCE):
        return None  # of the allowance each granted month has its own
    if rule in LEAVES or rule == TAX_SAVED:
        return "once"
    if rule in YEARLY:
        return "once" if head_count(readings) else "year"
    return "month"


def amount(rule: str, answers: list[Answer], readings: Readings) -> Fraction:
    """The exact sum over the window, not yet rounded: a yearly rate gives a twelfth in each month."""
    total = sum((rate for _, rate in answers if rate is not None), Fraction(0))
    return total / 12 if per(rule, readings) == "year" else total
