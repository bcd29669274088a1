"""The facts that the rules reach, in the order of contract §1's table, and what values each may have."""

from fractions import Fraction

COUNT_MOST = Fraction(100_000_000)
MONEY_MOST = Fraction(10_000_000)
STEP = Fraction(1)
CENT = Fraction(1, 100)

#: The other numbers of the jurisdiction are counts.
JURISDICTION_MONEY = ["disposable_income_per_head", "average_price"]
JURISDICTION_FACTS = [
    *JURISDICTION_MONEY, "children_under_three", "children_health_managed", "families_surveyed",
    "families_satisfied", "institutions_complete", "institutions_total", "institutions_public",
    "places_total", "places_public", "staff_total", "staff_certified", "institutions_contracted",
]

OPTIONS = {
    "institution.legal_form": ["public-institution", "social-service-organization", "company", "other"],
    "institution.ownership": ["public", "state-owned", "private"],
    "institution.setting": ["standalone", "kindergarten", "community", "employer", "family-home"],
    "class.kind": ["infant", "toddler-junior", "toddler-senior", "mixed-age"],
    "parent.role": ["mother", "father", "guardian"],
}
#: Measure 10: 食品安全、卫生保健、儿童膳食、体格锻炼、安全防护等制度.
SYSTEMS = ["rules_food_safety", "rules_health_care", "rules_meals", "rules_exercise", "rules_protection"]
INSTITUTION_COUNTS = ["places", "security_guards", "staff", "staff_certified"]
INSTITUTION_FACTS = [
    "legal_form", "ownership", "setting", "registered", "filed", "inclusive", "places", "medical_contract",
    *SYSTEMS, "security_guards", "physical_protection", "technical_protection", "safety_inspection",
    "information_published", "integrity_record", "in_preschool_system", "education_confirmed",
    "registration_changed", "charter_approved", "in_county_rollup", "filed_by_health", "filing_conforms",
    "filing_receipt_issued", "filing_notice_issued", "staff", "staff_certified",
]

UTILITIES = ["electricity", "water", "gas", "heating"]
#: The numbers of a record, in order: the largest value and the step of each.
UTILITY_NUMBERS = {
    "quantity": (Fraction(100_000_000), Fraction(1, 10_000)),
    "residential_price": (Fraction(10_000), Fraction(1, 1_000_000)),
    "commercial_price": (Fraction(10_000), Fraction(1, 1_000_000)),
}

#: The facts in the order in which `missing` names them where shares are equal.
FACT_ORDER = [
    *(f"jurisdiction.{name}" for name in JURISDICTION_FACTS),
    *(f"institution.{name}" for name in INSTITUTION_FACTS),
    *(f"institution.utilities.{kind}.{name}" for kind in UTILITIES for name in UTILITY_NUMBERS),
    "class.kind", "class.children", "class.carers", "family.children_total", "parent.role", "parent.employed",
    "parent.annual_taxable_income", "parent.deduction_share", "employer.childcare_ratio",
    "employer.kindergarten_ratio", "employer.kindergarten_rule", "child.birth_date", "child.birth_order",
    "birth.difficult", "birth.babies", "enrolment.from", "enrolment.monthly_fee", "enrolment.fee_items",
]

#: A closed list: contract §1; a list that is unknown may hold another item or none.
FEE_ITEM_NAMES = [
    "childcare", "boarding", "meals", "transport", "extended-hours", "bedding", "medical-insurance",
    "accident-insurance",
]

YES_NO = {
    "parent.employed", "employer.kindergarten_rule", "birth.difficult",
    *(
        f"institution.{name}" for name in INSTITUTION_FACTS
        if name not in INSTITUTION_COUNTS and f"institution.{name}" not in OPTIONS
    ),
}


def bounds(fact: str) -> tuple[Fraction, Fraction]:
    """The largest value and the step of a number; the smallest is 0."""
    thing, name = fact.split(".", 1)
    if thing == "jurisdiction" and name in JURISDICTION_MONEY:
        return MONEY_MOST, CENT
    if name.startswith("utilities."):
        return UTILITY_NUMBERS[name.rsplit(".", 1)[1]]
    return COUNT_MOST, STEP
