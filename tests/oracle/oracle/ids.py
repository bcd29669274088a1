"""The rules by id and kind, in the order of the packs and of the text: contract §3 (rows), §1 (Subjects)."""

CLASS_SIZE = "china/class-size"
CLASS_CARERS = "china/class-carers"
CLASS_AGE = "china/class-age"
FAMILY_HOME = "china/family-home"
DEDUCTION = "china/infant-care-deduction"
TAX_SAVED = "china/infant-care-tax-saved"
ALLOWANCE = "china/childcare-allowance"
TAX_RELIEF = "china/institution-tax-relief"
VAT_EXEMPTION = "china/institution-vat-exemption"
DEADLINES = "china/filing-deadlines"
SANCTIONS = "china/sanctions"
MATERNITY = "shandong/maternity-leave"
PATERNITY = "shandong/paternity-leave"
PARENTAL = "shandong/parental-leave"
PRICING = "shandong/pricing-mode"
FEE_ITEMS = "shandong/fee-items"

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

FAMILY_STATEMENT = "family/statement"
INSTITUTION_STATEMENT = "institution/statement"

#: What each kind of thing is asked: china, shandong, jining, the statement; of each, in the order of the documents and of their text.
OF_JURISDICTION = [
    PUBLIC_SHARE, PRICE_BURDEN, CERTIFIED_STAFF, HEALTH_MANAGEMENT, SATISFACTION, MEDICAL_CONTRACTS,
]
NOTICE_OF_INSTITUTION = [
    LEAD, REGISTRATION, INTEGRITY, INFORMATION, TRAINING, MEDICAL_CONTRACT, INTERNAL_SYSTEMS,
    UTILITIES_RULE, SAFETY, PRESCHOOL,
]
OF_INSTITUTION = [
    DEADLINES, TAX_RELIEF, FAMILY_HOME, VAT_EXEMPTION, PRICING, *NOTICE_OF_INSTITUTION, INSTITUTION_STATEMENT,
]
OF_CLASS = [CLASS_SIZE, CLASS_CARERS]
OF_FAMILY = [FAMILY_STATEMENT]
OF_PARENT = [TAX_SAVED]
OF_CHILD = [ALLOWANCE]
OF_ENROLMENT = [CLASS_AGE, FEE_ITEMS, FEE, OPERATING, CITY, FAMILY]
OF_PARENT_AND_CHILD = [DEDUCTION, MATERNITY, PATERNITY, PARENTAL]
OF_PARENT_AND_ENROLMENT = [EMPLOYER, EMPLOYER_LIMIT]
OF_LAW = [SANCTIONS, RESPONSIBLE]

RULES = [
    *OF_JURISDICTION, *OF_INSTITUTION, *OF_CLASS, *OF_FAMILY, *OF_PARENT, *OF_CHILD, *OF_ENROLMENT,
    *OF_PARENT_AND_CHILD, *OF_PARENT_AND_ENROLMENT, *OF_LAW,
]

YEARLY = (OPERATING, CITY)
LEAVES = (MATERNITY, PATERNITY, PARENTAL)

KINDS = {
    **dict.fromkeys(RULES, "entitlement"),
    **dict.fromkeys(OF_JURISDICTION, "indicator"),
    **dict.fromkeys([INTEGRITY, INFORMATION, MEDICAL_CONTRACT, INTERNAL_SYSTEMS, SAFETY, PRESCHOOL], "requirement"),
    **dict.fromkeys([FEE, EMPLOYER_LIMIT, CLASS_SIZE, CLASS_CARERS, CLASS_AGE, FAMILY_HOME, FEE_ITEMS], "limit"),
    **dict.fromkeys([LEAD, RESPONSIBLE, TAX_RELIEF, VAT_EXEMPTION, PRICING, SANCTIONS], "lookup"),
    **dict.fromkeys([REGISTRATION, DEADLINES], "procedure"),
    **dict.fromkeys([FAMILY_STATEMENT, INSTITUTION_STATEMENT], "quantity"),
}
