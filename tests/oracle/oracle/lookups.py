"""The lookups, month by month: measures 5 and 1 to 16; contract §3, §4."""

from datetime import date

from .cells import Answer, Facts
from .days import in_force
from .ids import RESPONSIBLE
from .states import KNOWN, NOT_IN_FORCE

#: A word of the department's name: "由教育部门牵头", else health (计生法 art 28).
EDUCATION, HEALTH = "教育", "卫生健康"

#: Each measure, and the county of the institution's place (以下均需各县市区政府、管委会落实).
KEYS = [*(str(measure) for measure in range(1, 17)), "place"]


def lookup(rule: str, day: date, own: Facts) -> Answer:
    """State and what is found: a word of the text, or the keys of the list."""
    if not in_force(day):
        return NOT_IN_FORCE, None
    if rule == RESPONSIBLE:
        return KNOWN, tuple(KEYS)
    return KNOWN, EDUCATION if own["institution.setting"] == "kindergarten" else HEALTH
