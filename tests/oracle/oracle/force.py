"""On which days each rule is in force: contract §3, and policy-facts' time line for what it leaves open."""

from datetime import date

from .days import EVER, WITHOUT_END, in_force as notice_in_force
from .ids import (
    ALLOWANCE, CLASS_AGE, CLASS_CARERS, CLASS_SIZE, DEADLINES, DEDUCTION, FAMILY_HOME, FAMILY_STATEMENT, FEE_ITEMS,
    MATERNITY, PARENTAL, PATERNITY, PRICING, SANCTIONS, TAX_RELIEF, TAX_SAVED, VAT_EXEMPTION,
)

#: 国卫人口发〔2019〕58号, in force from issue.
STANDARDS = date(2019, 10, 8)
#: 山东省人口与计划生育条例, the decision of 2022-07-28.
LEAVE = date(2022, 11, 1)
#: 国发〔2022〕8号.
DEDUCTED = date(2022, 1, 1)
#: 山东省学前教育与托育服务收费管理办法, from its issue.
FEES = date(2023, 8, 22)

FORCE = {
    CLASS_SIZE: (STANDARDS, WITHOUT_END),
    CLASS_CARERS: (STANDARDS, WITHOUT_END),
    CLASS_AGE: (STANDARDS, WITHOUT_END),
    FAMILY_HOME: (date(2023, 11, 14), WITHOUT_END),  # 家庭托育点管理办法（试行）, as published
    DEADLINES: (date(2019, 12, 19), WITHOUT_END),  # 国卫办人口发〔2019〕25号
    SANCTIONS: (date(2021, 8, 20), WITHOUT_END),  # 人口与计划生育法, as amended on this day
    TAX_RELIEF: (date(2019, 6, 1), date(2027, 12, 31)),  # 公告2019年第76号, then 公告2026年第7号
    VAT_EXEMPTION: (date(2026, 1, 1), WITHOUT_END),  # 增值税法
    ALLOWANCE: (date(2025, 1, 1), WITHOUT_END),
    DEDUCTION: (DEDUCTED, WITHOUT_END),
    TAX_SAVED: (DEDUCTED, WITHOUT_END),
    MATERNITY: (LEAVE, WITHOUT_END),
    PATERNITY: (LEAVE, WITHOUT_END),
    PARENTAL: (LEAVE, WITHOUT_END),
    PRICING: (FEES, WITHOUT_END),
    FEE_ITEMS: (FEES, WITHOUT_END),
    FAMILY_STATEMENT: (EVER, WITHOUT_END),
}


def in_force(rule: str, day: date) -> bool:
    """Whether a rule is in force on a day; those of the notice are where the notice is."""
    if rule not in FORCE:
        return notice_in_force(day)
    first, last = FORCE[rule]
    return first <= day <= last
