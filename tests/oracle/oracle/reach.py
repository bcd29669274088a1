"""What the rules of enrolments ask in one month: the cells that they read, each a known value or an unknown.

Contract §1 (absent links, implied facts), §3 (range: "the facts and open readings that the rule
reaches"). Known facts never shorten the reach; readings that are chosen do.
"""

from datetime import date

from .case import Child, Enrolment, Family, Parent, gap
from .cells import Cells, Open, Question, Unknown, cell_of, whole
from .days import Month
from .ids import EMPLOYER_LIMIT, FAMILY, FEE, FEE_ITEMS, YEARLY
from .readings import DAY, FOURTH, SECOND, WITHOUT_RULE, Readings, head_count, net

MONTHLY_FEE = "enrolment.monthly_fee"
ITEMS = "enrolment.fee_items"
CONDITIONS = ["registered", "filed", "inclusive"]


def questions(
    rule: str, family: Family, child: Child, enrolment: Enrolment, parent: Parent | None,
    months: list[Month], readings: Readings,
) -> list[Question]:
    """The rule's question in each month of the window; `parent` for the rules of an employer."""
    place = child.enrolments.index(enrolment)
    earlier = child.enrolments[:place]
    asked = []
    for month in months:
        day = reference_day(rule, month, readings)
        if rule in YEARLY:
            stays = [running(e) | premises(e, day, CONDITIONS) for e in [*earlier, enrolment]]
            for stay in stays[:-1]:
                # Whether an earlier enrolment is paid does not depend on its kind of class, only how much.
                stay["class.kind"] = None
        elif rule == FAMILY:
            stays = [running(e) | _child(family, child, readings) for e in [*earlier, enrolment]]
        elif rule == FEE:
            own = running(enrolment) | premises(enrolment, day, ["inclusive"])
            stays = [own | {MONTHLY_FEE: cell_of(enrolment.id, MONTHLY_FEE, enrolment.fee, day)}]
        elif rule == FEE_ITEMS:
            stays = [running(enrolment) | {ITEMS: cell_of(enrolment.id, ITEMS, enrolment.fee_items, day)}]
        elif rule == EMPLOYER_LIMIT:
            stays = [running(enrolment) | _employer(parent, day)]
        else:
            own = running(enrolment) | _employer(parent, day)
            own[WITHOUT_RULE] = readings[WITHOUT_RULE] or Open(WITHOUT_RULE)
            own[MONTHLY_FEE] = cell_of(enrolment.id, MONTHLY_FEE, enrolment.fee, day)
            stays = [own]
            if net(readings):
                subsidy = _child(family, child, readings)
                stays = [*(running(e) | subsidy for e in earlier), own | subsidy]
        asked.append(Question(month, day, stays))
    return asked


def reference_day(rule: str, month: Month, readings: Readings) -> date:
    """The day that a month is judged by (contract §3, How months count)."""
    if rule in YEARLY and head_count(readings):
        return month.last_day
    return month.first_day if readings[DAY] == "first-day" else month.last_day


def running(enrolment: Enrolment) -> Cells:
    first = enrolment.first or Unknown(enrolment.id, "enrolment.from", not_after=enrolment.last)
    return {"enrolment.from": first, "enrolment.to": enrolment.last}


def premises(enrolment: Enrolment, day: date, names: list[str]) -> Cells:
    """The institution and the class of the day; those of an unnamed one are unknowns of the enrolment."""
    cells: Cells = {}
    institution, in_class = enrolment.institution_on(day), enrolment.class_on(day)
    for name in names:
        fact = f"institution.{name}"
        if institution is None:
            cells[fact] = Unknown(enrolment.id, fact, gap(enrolment.institution + enrolment.in_class, day))
        else:
            cells[fact] = cell_of(institution.id, fact, institution.facts[name], day)
    if in_class is None:
        cells["class.kind"] = Unknown(enrolment.id, "class.kind", gap(enrolment.in_class, day))
    else:
        cells["class.kind"] = cell_of(in_class.id, "class.kind", in_class.kind, day)
    return cells


def _child(family: Family, child: Child, readings: Readings) -> Cells:
    """What the family subsidy asks of child and family; `second-child` says which number counts."""
    cells = {"child.birth_date": whole(child.id, "child.birth_date", child.birth_date)}
    if readings[SECOND] == "every-child":
        cells["family.children_total"] = whole(family.id, "family.children_total", family.children_total)
    else:
        cells["child.birth_order"] = whole(child.id, "child.birth_order", child.birth_order)
    return cells | {FOURTH: readings[FOURTH] or Open(FOURTH)}


def _employer(parent: Parent, day: date) -> Cells:
    """Employment and ratios of the day; a ratio that is given says what would otherwise be unknown."""
    ratios = [*parent.childcare_ratio, *parent.kindergarten_ratio]
    employed = cell_of(parent.id, "parent.employed", parent.employed, day, ratios)
    rule = cell_of(parent.id, "employer.kindergarten_rule", parent.kindergarten_rule, day, parent.kindergarten_ratio)
    return {
        "parent.employed": employed,
        "employer.childcare_ratio": cell_of(parent.id, "employer.childcare_ratio", parent.childcare_ratio, day),
        "employer.kindergarten_ratio": cell_of(
            parent.id, "employer.kindergarten_ratio", parent.kindergarten_ratio, day
        ),
        "employer.kindergarten_rule": rule,
    }
