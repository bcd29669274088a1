"""The readings that the four rules know: contract §2, in the order of its table."""

#: Options of each reading, the default first; None = no default, so the reading is open until chosen.
OPTIONS: dict[str, list[str | None]] = {
    "reference-day": ["last-day", "first-day"],
    "yearly-rate": ["by-month", "head-count-at-year-end"],
    "second-child": ["that-child", "every-child"],
    "fourth-child": [None, "as-third", "none"],
    "reimbursement-base": ["gross", "net-of-family-subsidy"],
    "employer-without-kindergarten-rule": [None, "none", "childcare-ratio-alone"],
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
    return readings["reimbursement-base"] == "net-of-family-subsidy"


def head_count(readings: Readings) -> bool:
    """Whether the yearly rates are paid by a head count at the year's end."""
    return readings["yearly-rate"] == "head-count-at-year-end"
