"""The readings that the rules know: contract §2, in the order of its table."""

from .ids import (
    CITY, CLASS_CARERS, EMPLOYER, FAMILY, FAMILY_STATEMENT, INSTITUTION_STATEMENT, KINDS, OPERATING, PARENTAL,
    PUBLIC_SHARE,
)

DAY = "reference-day"
YEARLY_RATE = "yearly-rate"
SECOND = "second-child"
FOURTH = "fourth-child"
BASE = "reimbursement-base"
WITHOUT_RULE = "employer-without-kindergarten-rule"
MIXED_CARERS = "mixed-age-carers"
SHARE_BASIS = "public-share-basis"
PAYER = "family-subsidy-payer"
LEAVE_YEAR = "parental-leave-year"

#: Options of each reading, the default first; None = no default, so the reading is open until chosen.
OPTIONS: dict[str, list[str | None]] = {
    DAY: ["last-day", "first-day"],
    YEARLY_RATE: ["by-month", "head-count-at-year-end"],
    SECOND: ["that-child", "every-child"],
    FOURTH: [None, "as-third", "none"],
    BASE: ["gross", "net-of-family-subsidy"],
    WITHOUT_RULE: [None, "none", "childcare-ratio-alone"],
    MIXED_CARERS: [None, "one-to-five", "one-to-seven"],
    SHARE_BASIS: ["institutions", "places"],
    PAYER: [None, "institution-county", "family-county"],
    LEAVE_YEAR: [None, "calendar-year", "child-year"],
}

ORDER = list(OPTIONS)

Readings = dict[str, str | None]


def choose(chosen: dict[str, str]) -> Readings:
    """The defaults with the chosen options over them; an open reading is None."""
    for name, option in chosen.items():
        if option is None or option not in OPTIONS.get(name, []):
            raise ValueError(f"no such reading or option: {name}={option}")
    return {name: chosen.get(name, options[0]) for name, options in OPTIONS.items()}


def options(name: str) -> list[str]:
    """The options that an open reading stands for."""
    return [option for option in OPTIONS[name] if option is not None]


def net(readings: Readings) -> bool:
    """Whether a reimbursement is reckoned on the fee less the family subsidy."""
    return readings[BASE] == "net-of-family-subsidy"


def head_count(readings: Readings) -> bool:
    """Whether the yearly rates are paid by a head count at the year's end."""
    return readings[YEARLY_RATE] == "head-count-at-year-end"


def named(rule: str) -> list[str]:
    """The readings that a rule names: its own, and the reference day where it looks at months."""
    if rule == PUBLIC_SHARE:
        return [SHARE_BASIS]
    if KINDS[rule] in ("indicator", "procedure"):
        return []
    return [DAY, *NAMED.get(rule, [])]


NAMED = {
    OPERATING: [YEARLY_RATE],
    CITY: [YEARLY_RATE],
    FAMILY: [SECOND, FOURTH, PAYER],
    EMPLOYER: [BASE, WITHOUT_RULE],
    CLASS_CARERS: [MIXED_CARERS],
    PARENTAL: [LEAVE_YEAR],
}


#: A reimbursement may be net of the family subsidy; a statement adds up what rules grant.
BESIDES = {
    EMPLOYER: [FAMILY],
    FAMILY_STATEMENT: [FAMILY, EMPLOYER],
    INSTITUTION_STATEMENT: [OPERATING],
}


def reached_readings(rule: str) -> list[str]:
    """Those that it names, and those of the rules that it rests on."""
    return named(rule) + [name for other in BESIDES.get(rule, []) for name in NAMED[other]]
