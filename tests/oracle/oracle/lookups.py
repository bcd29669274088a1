"""The lookups, month by month: measures 5 and 1 to 16, the law's sanctions, the institution's taxes and the mode of its
prices; contract §3, §4."""

from datetime import date

from .cells import Answer, Facts
from .force import in_force
from .ids import PRICING, RESPONSIBLE, SANCTIONS, TAX_RELIEF, VAT_EXEMPTION
from .states import KNOWN, NOT_IN_FORCE

#: A word of the department's name: "由教育部门牵头", else health (计生法 art 28).
EDUCATION, HEALTH = "教育", "卫生健康"

#: Each measure, and the county of the institution's place (以下均需各县市区政府、管委会落实).
KEYS = [*(str(measure) for measure in range(1, 17)), "place"]


#: "公办 … 实行政府指导价", "非普惠性托育服务收费实行市场调节价".
GUIDED, MARKET = "政府指导价", "市场调节价"
#: A word of each announcement's name, and from when it is the one.
OLD_RELIEF, NEW_RELIEF, RENEWED = "第76号", "第7号", date(2026, 1, 1)
VAT = "增值税"
#: 计生法 art 41, in its order: 警告; 罚款; 停止托育服务; 终身不得从事.
SANCTIONED = ("warning", "fine", "suspension", "ban")


def lookup(rule: str, day: date, own: Facts) -> Answer:
    """State and what is found: a word of the text, or the keys of the list."""
    if not in_force(rule, day):
        return NOT_IN_FORCE, None
    if rule == RESPONSIBLE:
        return KNOWN, tuple(KEYS)
    if rule == SANCTIONS:
        return KNOWN, SANCTIONED
    if rule == TAX_RELIEF:
        return KNOWN, OLD_RELIEF if day < RENEWED else NEW_RELIEF
    if rule == VAT_EXEMPTION:
        return KNOWN, VAT
    if rule == PRICING:
        guided = own["institution.ownership"] == "public" or own["institution.inclusive"]
        return KNOWN, GUIDED if guided else MARKET
    return KNOWN, EDUCATION if own["institution.setting"] == "kindergarten" else HEALTH
