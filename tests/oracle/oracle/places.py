"""What the rules of institutions and of the jurisdiction ask: the cells of a month, or of the one day."""

from datetime import date

from .case import Case, Institution
from .cells import Cells, Question, cell_of, whole
from .days import Month
from .facts import SYSTEMS
from .ids import (
    INFORMATION, INTEGRITY, INTERNAL_SYSTEMS, LEAD, MEDICAL_CONTRACT, PRESCHOOL, PRICING, REGISTRATION, SAFETY,
    TAX_RELIEF, TRAINING, UTILITIES_RULE, VAT_EXEMPTION,
)
from .indicators import facts_of, judged_day, over_institutions
from .reach import reference_day
from .readings import Readings
from .utilities import utility_cells

#: The facts that each rule of an institution reads.
READ = {
    TAX_RELIEF: [],
    VAT_EXEMPTION: [],
    PRICING: ["ownership", "inclusive"],
    LEAD: ["setting"],
    REGISTRATION: [
        "setting", "education_confirmed", "legal_form", "registration_changed", "charter_approved",
        "in_county_rollup", "filed_by_health",
    ],
    INTEGRITY: ["integrity_record"],
    INFORMATION: ["information_published"],
    TRAINING: [],
    MEDICAL_CONTRACT: ["medical_contract"],
    INTERNAL_SYSTEMS: SYSTEMS,
    SAFETY: ["security_guards", "physical_protection", "technical_protection", "safety_inspection"],
    PRESCHOOL: ["setting", "in_preschool_system"],
}


def institution_questions(
    rule: str, institution: Institution, months: list[Month], readings: Readings
) -> list[Question]:
    """The rule's question in each month; the procedure's on the last day of the window (contract §4)."""
    if rule == REGISTRATION:
        last = months[-1]
        return [Question(last, last.last_day, [_cells(institution, READ[rule], last.last_day)])]
    asked = []
    for month in months:
        day = reference_day(rule, month, readings)
        cells = utility_cells(institution, day) if rule == UTILITIES_RULE else _cells(institution, READ[rule], day)
        asked.append(Question(month, day, [cells]))
    return asked


def jurisdiction_questions(rule: str, case: Case, months: list[Month], readings: Readings) -> list[Question]:
    """One question, on one day: of each institution where the case has them all, else of the totals."""
    assert case.jurisdiction is not None
    day = judged_day(rule, months[-1].last_day)
    complete = over_institutions(rule) and case.jurisdiction["institutions_complete"] is True
    names = facts_of(rule, complete, readings)
    if complete:
        stays = [_cells(institution, names, day) for institution in case.institutions]
    else:
        stays = [{
            f"jurisdiction.{name}": whole("jurisdiction", f"jurisdiction.{name}", case.jurisdiction[name])
            for name in names
        }]
    return [Question(months[-1], day, stays, complete)]


def law_questions(rule: str, months: list[Month], readings: Readings) -> list[Question]:
    """A rule that reads no fact."""
    return [Question(month, reference_day(rule, month, readings), [{}]) for month in months]


def _cells(institution: Institution, names: list[str], day: date) -> Cells:
    return {
        f"institution.{name}": cell_of(institution.id, f"institution.{name}", institution.facts[name], day)
        for name in names
    }
