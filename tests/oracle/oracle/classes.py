"""Classes and places at home: 托育机构设置标准（试行） art 19, 20; 家庭托育点管理办法（试行）; contract §3."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import ceil

from .case import Child, Class, Enrolment, Institution, gap
from .cells import Answer, Cells, Facts, Open, Question, Unknown, cell_of, whole
from .days import EVER, ONE_DAY, Month, completed_months, months_before, months_later
from .entitlements import runs
from .force import in_force
from .ids import CLASS_CARERS, CLASS_SIZE
from .reach import premises, reference_day, running
from .readings import MIXED_CARERS, Readings
from .states import BREACHED, MET, NOT_APPLICABLE, NOT_IN_FORCE

KIND, CHILDREN, CARERS = "class.kind", "class.children", "class.carers"
SETTING, FROM, BIRTH = "institution.setting", "enrolment.from", "child.birth_date"
#: The first day on which the enrolment's class is named, of the day's class; no fact of the vocabulary.
PLACED = "placed"

#: "乳儿班10人以下、托小班15人以下、托大班20人以下", "混合编班每班不超过18人".
SIZES = {"infant": 10, "toddler-junior": 15, "toddler-senior": 20, "mixed-age": 18}
#: "乳儿班1:3、托小班1:5、托大班1:7"; of a mixed class the article says nothing.
EACH_CARER = {"infant": 3, "toddler-junior": 5, "toddler-senior": 7}
OF_MIXED = {"one-to-five": 5, "one-to-seven": 7}
#: Completed months, from the first up to but without the second.
BANDS = {"infant": (6, 12), "toddler-junior": (12, 24), "toddler-senior": (24, 36), "mixed-age": (18, 36)}
#: "收托婴幼儿人数不得超过5人", "每名人员最多看护3名".
HOME_MOST, HOME_EACH = 5, 3


def class_questions(rule: str, one: Class, months: list[Month], readings: Readings) -> list[Question]:
    """Kind and children; of the carers' rule the carers and the reading besides."""
    asked = []
    for month in months:
        day = reference_day(rule, month, readings)
        cells: Cells = {
            KIND: cell_of(one.id, KIND, one.kind, day), CHILDREN: cell_of(one.id, CHILDREN, one.children, day),
        }
        if rule == CLASS_CARERS:
            cells[CARERS] = cell_of(one.id, CARERS, one.carers, day)
            cells[MIXED_CARERS] = readings[MIXED_CARERS] or Open(MIXED_CARERS)
        asked.append(Question(month, day, [cells]))
    return asked


def class_limit(rule: str, day: date, own: Facts) -> Answer:
    """State, value, bound, relation."""
    relation = "<=" if rule == CLASS_SIZE else ">="
    if not in_force(rule, day):
        return NOT_IN_FORCE, None, None, relation
    if rule == CLASS_SIZE:
        bound = Fraction(SIZES[own[KIND]])
        return (MET if own[CHILDREN] <= bound else BREACHED), own[CHILDREN], bound, relation
    each = EACH_CARER.get(own[KIND]) or OF_MIXED[own[MIXED_CARERS]]
    bound = Fraction(ceil(own[CHILDREN] / each))
    return (MET if own[CARERS] >= bound else BREACHED), own[CARERS], bound, relation


def home_questions(rule: str, place: Institution, months: list[Month], readings: Readings) -> list[Question]:
    """The setting, and of each class its children and carers."""
    asked = []
    for month in months:
        day = reference_day(rule, month, readings)
        stays = [
            {CHILDREN: cell_of(one.id, CHILDREN, one.children, day), CARERS: cell_of(one.id, CARERS, one.carers, day)}
            for one in place.classes
        ]
        asked.append(Question(month, day, [*stays, {SETTING: cell_of(place.id, SETTING, place.facts["setting"], day)}]))
    return asked


def home_limit(rule: str, day: date, stays: list[Facts]) -> Answer:
    """State, value, bound, relation: of the first need that is not met, else of the number of children."""
    if not in_force(rule, day):
        return NOT_IN_FORCE, None, None, "<="
    *classes, own = stays
    if own[SETTING] != "family-home":
        return NOT_APPLICABLE, None, None, "<="
    children = sum((each[CHILDREN] for each in classes), Fraction(0))
    carers = sum((each[CARERS] for each in classes), Fraction(0))
    needed = Fraction(ceil(children / HOME_EACH))
    if children <= HOME_MOST and carers < needed:
        return BREACHED, carers, needed, ">="
    return (MET if children <= HOME_MOST else BREACHED), children, Fraction(HOME_MOST), "<="


def age_questions(
    rule: str, child: Child, enrolment: Enrolment, months: list[Month], readings: Readings
) -> list[Question]:
    asked = []
    for month in months:
        day = reference_day(rule, month, readings)
        birth = whole(child.id, BIRTH, child.birth_date)
        cells = running(enrolment) | premises(enrolment, day, []) | {BIRTH: birth, PLACED: placed(enrolment, day)}
        asked.append(Question(month, day, [cells]))
    return asked


def placed(enrolment: Enrolment, day: date) -> date:
    """The first of the days around this one on which the enrolment is in the day's class without a break: who comes back
    to a class enters it again. Of a gap its first day."""
    one = enrolment.class_on(day)
    if one is None:
        return gap(enrolment.in_class, day)
    until = day
    for span in sorted(enrolment.in_class, reverse=True, key=lambda span: span.first):
        if span.value is one and span.first < until and until - ONE_DAY <= span.last:
            until = span.first
    return until


def age_limit(rule: str, day: date, own: Facts) -> Answer:
    """Completed months on the first day of the enrolment in that class: not too young, then not too old."""
    if not in_force(rule, day):
        return NOT_IN_FORCE, None, None, ">="
    if not runs(own, day):
        return NOT_APPLICABLE, None, None, ">="
    age = completed_months(own[BIRTH], max(own[FROM], own[PLACED]))
    least, below = BANDS[own[KIND]]
    if least <= age and age >= below:
        return BREACHED, Fraction(age), Fraction(below), "<"
    return (MET if least <= age else BREACHED), Fraction(age), Fraction(least), ">="


def count_points(fact: str, asked: list[Question]) -> list[Fraction]:
    """Children and carers of one class are compared, carers with children by each: each has the other's points."""
    children = [each * carers for carers in _known(CARERS, asked) for each in _divisors()]
    carers = [Fraction(ceil(n / each)) for n in _known(CHILDREN, asked) for each in _divisors()]
    if fact == CHILDREN:
        more = [each * point for point in carers for each in _divisors()] if _unknown(CARERS, asked) else []
        return children + more
    more = [Fraction(ceil(n / each)) for n in children for each in _divisors()] if _unknown(CHILDREN, asked) else []
    return carers + more


def home_points(unknown: Unknown, asked: list[Question]) -> list[Fraction]:
    """Children about 5 and about three for each carer, carers about a third; another unknown number counts 0."""
    points = []
    for question in asked:
        own = [stay for stay in question.stays if stay.get(unknown.fact) == unknown]
        if own:
            children, carers = (
                sum((n for stay in question.stays for n in [stay.get(fact)] if isinstance(n, Fraction)), Fraction(0))
                for fact in (CHILDREN, CARERS)
            )
            if unknown.fact == CHILDREN:
                points += [HOME_MOST - children, HOME_EACH * carers - children]
            else:
                points.append(ceil(children / HOME_EACH) - carers)
    return points


def birth_points(asked: list[Question]) -> list[date]:
    """The birth dates with which the months of a band are complete on the first day."""
    return [months_before(first, months) for first in _firsts(asked) for months in _band_ends()]


def from_points(asked: list[Question]) -> list[date]:
    """Reference days, the first days in a class, and the days on which the months of a band are complete."""
    births = [question.stays[-1][BIRTH] for question in asked if isinstance(question.stays[-1][BIRTH], date)]
    return [
        *(question.day for question in asked), *({question.stays[-1][PLACED] for question in asked} - {EVER}),
        *(months_later(birth, months) for birth in births[:1] for months in _band_ends()),
    ]


def _firsts(asked: list[Question]) -> Iterator[date]:
    for question in asked:
        own = question.stays[-1]
        if isinstance(own[FROM], date):
            yield max(own[FROM], own[PLACED])
        else:
            yield from {question.day, own[PLACED]} - {EVER}


def _band_ends() -> list[int]:
    return sorted({end for band in BANDS.values() for end in band})


def _divisors() -> list[int]:
    return sorted(set(EACH_CARER.values()))


def _known(fact: str, asked: list[Question]) -> list[Fraction]:
    cells = [question.stays[-1][fact] for question in asked]
    return list({cell: None for cell in cells if not isinstance(cell, Unknown)})


def _unknown(fact: str, asked: list[Question]) -> bool:
    return any(isinstance(question.stays[-1][fact], Unknown) for question in asked)
