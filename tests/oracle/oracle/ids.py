"""The rules by id and kind, in the order of the text: contract §3 (rows), §1 (Subjects)."""

PUBLIC_SHARE = "jining/target-public-share"
PRICE_BURDEN = "jining/target-price-burden"
CERTIFIED_STAFF = "jining/target-certified-staff"
HEALTH_MANAGEMENT = "jining/target-health-management"
SATISFACTION = "jining/target-satisfaction"
LEAD = "jining/lead-department"
REGISTRATION = "jining/kindergarten-registration"
INTEGRITY = "jining/integrity-record"
INFORMATION = "jining/information-publication"
TRAINING = "jining/training-subsidy"
MEDICAL_CONTRACT = "jining/medical-contract"
MEDICAL_CONTRACTS = "jining/target-medical-contracts"
INTERNAL_SYSTEMS = "jining/internal-systems"
FEE = "jining/inclusive-fee"
UTILITIES_RULE = "jining/residential-utilities"
OPERATING = "jining/operating-subsidy"
CITY = "jining/city-award"
FAMILY = "jining/family-subsidy"
EMPLOYER = "jining/employer-reimbursement"
EMPLOYER_LIMIT = "jining/employer-reimbursement-limit"
SAFETY = "jining/safety-measures"
RESPONSIBLE = "jining/responsible"
PRESCHOOL = "jining/preschool-system"

#: What each kind of thing is asked, in the order of the text.
OF_JURISDICTION = [
    PUBLIC_SHARE, PRICE_BURDEN, CERTIFIED_STAFF, HEALTH_MANAGEMENT, SATISFACTION, MEDICAL_CONTRACTS,
]
OF_INSTITUTION = [
    LEAD, REGISTRATION, INTEGRITY, INFORMATION, TRAINING, MEDICAL_CONTRACT, INTERNAL_SYSTEMS,
    UTILITIES_RULE, SAFETY, PRESCHOOL,
]
OF_ENROLMENT = [FEE, OPERATING, CITY, FAMILY]
OF_PARENT_AND_ENROLMENT = [EMPLOYER, EMPLOYER_LIMIT]
OF_LAW = [RESPONSIBLE]

RULES = [*OF_JURISDICTION, *OF_INSTITUTION, *OF_ENROLMENT, *OF_PARENT_AND_ENROLMENT, *OF_LAW]

YEARLY = (OPERATING, CITY)

KINDS = {
    **dict.fromkeys(RULES, "entitlement"),
    **dict.fromkeys(OF_JURISDICTION, "indicator"),
    **dict.fromkeys([INTEGRITY, INFORMATION, MEDICAL_CONTRACT, INTERNAL_SYSTEMS, SAFETY, PRESCHOOL], "requirement"),
    **dict.fromkeys([FEE, EMPLOYER_LIMIT], "limit"),
    **dict.fromkeys([LEAD, RESPONSIBLE], "lookup"),
    REGISTRATION: "procedure",
}
