"""The limits of fees and ratios, month by month, over known facts: measures 11 and 13; contract §3, §4."""

from datetime import date
from fractions import Fraction

from .cells import Answer, Facts
from .entitlements import runs
from .facts import FEE_ITEM_NAMES
from .force import in_force
from .ids import CLASS_AGE, FEE, FEE_ITEMS
from .states import BREACHED, MET, NOT_APPLICABLE, NOT_IN_FORCE

#: The city's standard, as reported 2023 (contract §3).
INFANT_FEE = Fraction(2100)
OTHER_FEE = Fraction(1700)
#: "标准不高于幼儿园报销比例的2倍".
TIMES = 2

UNITS = {FEE: "CNY/month", CLASS_AGE: "months"}


def limit(rule: str, day: date, own: Facts) -> Answer:
    """State, value, bound, relation; the numbers only where the limit is met or breached."""
    if not in_force(rule, day):
        return NOT_IN_FORCE, None, None, "<="
    if rule == FEE_ITEMS:
        if not runs(own, day):
            return NOT_APPLICABLE, None, None, "<="
        outside = Fraction(sum(item not in FEE_ITEM_NAMES for item in own["enrolment.fee_items"]))
        return (MET if outside == 0 else BREACHED), outside, Fraction(0), "<="
    if rule == FEE:
        applies = own["institution.inclusive"]
        value = own["enrolment.monthly_fee"]
        bound = INFANT_FEE if own["class.kind"] == "infant" else OTHER_FEE
    else:
        applies = own["parent.employed"] and own["employer.kindergarten_rule"]
        value = own["employer.childcare_ratio"]
        bound = TIMES * own["employer.kindergarten_ratio"]
    if not (applies and runs(own, day)):
        return NOT_APPLICABLE, None, None, "<="
    return (MET if value <= bound else BREACHED), value, bound, "<="
