"""The requirements, month by month, over known facts: measures 7, 10, 15 and 16; contract §3, §4."""

from datetime import date

from .cells import Answer, Facts
from .days import in_force
from .facts import SYSTEMS
from .ids import INFORMATION, INTEGRITY, INTERNAL_SYSTEMS, MEDICAL_CONTRACT, PRESCHOOL, SAFETY
from .states import BREACHED, MET, NOT_APPLICABLE, NOT_IN_FORCE, SHORT

#: "配备必要的安保人员": at least one.
LEAST_GUARDS = 1

#: Whose duty it is: the institution's (托育机构要, 各幼儿园要), or a department's (推动, 建立).
BINDING = {
    SAFETY: True, PRESCHOOL: True,
    MEDICAL_CONTRACT: False, INTERNAL_SYSTEMS: False, INFORMATION: False, INTEGRITY: False,
}

ALL_OF = {
    SAFETY: ["physical_protection", "technical_protection", "safety_inspection"],
    PRESCHOOL: ["in_preschool_system"],
    MEDICAL_CONTRACT: ["medical_contract"],
    INTERNAL_SYSTEMS: SYSTEMS,
    INFORMATION: ["information_published"],
    INTEGRITY: ["integrity_record"],
}


def requirement(rule: str, day: date, own: Facts) -> Answer:
    """The state alone."""
    if not in_force(day):
        return (NOT_IN_FORCE,)
    if rule == PRESCHOOL and own["institution.setting"] != "kindergarten":
        return (NOT_APPLICABLE,)
    met = all(own[f"institution.{name}"] for name in ALL_OF[rule])
    if rule == SAFETY:
        met = met and own["institution.security_guards"] >= LEAST_GUARDS
    if met:
        return (MET,)
    return (BREACHED if BINDING[rule] else SHORT,)
