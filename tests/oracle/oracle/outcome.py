"""The outcomes of a case over a window: contract §1 (order of subjects), §4 (what an outcome says)."""

from collections.abc import Callable, Container, Iterator
from typing import Any

from .allowance import child_questions
from .case import Case, Family, Institution, names, read_case
from .cells import Question
from .classes import age_questions, class_questions, home_questions
from .completions import Answers, Choice, Completions, that_matter
from .days import Month, window
from .deadlines import STEPS, filing_questions
from .entitlements import amount
from .fields import FIELDS, Distinct, quantity_fields
from .ids import (
    CLASS_AGE, DEADLINES, FAMILY_HOME, INSTITUTION_STATEMENT, KINDS, LEAVES, OF_CHILD, OF_CLASS, OF_ENROLMENT,
    OF_FAMILY, OF_INSTITUTION, OF_JURISDICTION, OF_LAW, OF_PARENT, OF_PARENT_AND_CHILD, OF_PARENT_AND_ENROLMENT, RULES,
    TRAINING,
)
from .indicators import counted_below
from .parents import pair_questions, parent_questions
from .places import institution_questions, jurisdiction_questions, law_questions
from .reach import questions
from .readings import Readings, choose, named
from .shape import in_order, maybe, money, plain
from .statements import Loose, amounts_of, family_questions, place_questions
from .states import NOT_IN_FORCE, UNDETERMINED

#: How many completions are looked at where there are too many to look at them all.
SAMPLE = 64
SAMPLE_OF_STATEMENT = 8

Outcome = dict[str, Any]


def assess(
    case: dict[str, Any], first: str, last: str, chosen: dict[str, str], only: Container[str] = RULES
) -> list[Outcome]:
    """The outcome of each subject and rule, in the contract's order."""
    readings, months = choose(chosen), window(first, last)
    order = {name: place for place, name in enumerate(names(case))}
    read = read_case(case)
    return [
        outcome(subject, rule, Completions(rule, asked, readings, whose=subject), months, order, read)
        for subject, rule, asked in subjects(read, months, readings, only)
    ]


def subjects(
    case: Case, months: list[Month], readings: Readings, only: Container[str]
) -> Iterator[tuple[str, str, list[Question]]]:
    """The jurisdiction, each institution, each family's enrolments and pairs, the law (contract §1, Subjects)."""
    def wanted(rules: list[str]) -> list[str]:
        return [rule for rule in rules if rule in only]

    if case.jurisdiction is not None:
        for rule in wanted(OF_JURISDICTION):
            yield "jurisdiction", rule, jurisdiction_questions(rule, case, months, readings)
    for institution in case.institutions:
        for rule in wanted(OF_INSTITUTION):
            yield institution.id, rule, questions_of_institution(rule, institution, months, readings)
        for one in institution.classes:
            for rule in wanted(OF_CLASS):
                yield one.id, rule, class_questions(rule, one, months, readings)
    for family in case.families:
        yield from subjects_of_family(family, months, readings, wanted)
    for rule in wanted(OF_LAW):
        yield "law", rule, law_questions(rule, months, readings)


def questions_of_institution(
    rule: str, institution: Institution, months: list[Month], readings: Readings
) -> list[Question]:
    if rule == FAMILY_HOME:
        return home_questions(rule, institution, months, readings)
    if rule == DEADLINES:
        return filing_questions(institution, months)
    if rule == INSTITUTION_STATEMENT:
        return place_questions(institution, months, readings)
    return institution_questions(rule, institution, months, readings)


def subjects_of_family(
    family: Family, months: list[Month], readings: Readings, wanted: Callable[[list[str]], list[str]]
) -> Iterator[tuple[str, str, list[Question]]]:
    """The family, its parents, its children, each child's enrolments, the pairs."""
    for rule in wanted(OF_FAMILY):
        yield family.id, rule, family_questions(family, months, readings)
    for parent in family.parents:
        for rule in wanted(OF_PARENT):
            yield parent.id, rule, parent_questions(rule, family, parent, months, readings)
    for child in family.children:
        for rule in wanted(OF_CHILD):
            yield child.id, rule, child_questions(rule, child, months, readings)
    stays = [(child, enrolment) for child in family.children for enrolment in child.enrolments]
    for child, enrolment in stays:
        for rule in wanted(OF_ENROLMENT):
            if rule == CLASS_AGE:
                yield enrolment.id, rule, age_questions(rule, child, enrolment, months, readings)
            else:
                yield enrolment.id, rule, questions(rule, family, child, enrolment, None, months, readings)
    for parent in family.parents:
        for child in family.children:
            for rule in wanted(OF_PARENT_AND_CHILD):
                asked = pair_questions(rule, family, parent, child, months, readings)
                yield f"{parent.id}/{child.id}", rule, asked
    for parent in family.parents:
        for child, enrolment in stays:
            for rule in wanted(OF_PARENT_AND_ENROLMENT):
                asked = questions(rule, family, child, enrolment, parent, months, readings)
                yield f"{parent.id}/{enrolment.id}", rule, asked


def outcome(
    subject: str, rule: str, completions: Completions, months: list[Month], order: dict[str, int], case: Case
) -> Outcome:
    """One outcome; with too many completions only what a few of them show."""
    kind, readings = KINDS[rule], completions.readings
    head = {"subject": subject, "rule": rule, "kind": kind}
    chosen = {name: readings[name] for name in named(rule)}
    if not completions.exact:
        return head | {"state": None, "readings": chosen, "sample": sample(completions)}
    found = completions.every()
    distinct = [completions.spell(answers) for answers in set(found.values())]
    fields = FIELDS[kind](completions, distinct, months)
    if kind == "quantity":
        found = by_parts(completions, found)
    missing, left_open = (
        in_order(that_matter(completions, found), order) if len(distinct) > 1 else ([], [])
    )
    if kind == "indicator" and distinct == [[(UNDETERMINED, None)]]:
        missing = nothing_below(completions, case)
    if rule == TRAINING and fields["state"] != NOT_IN_FORCE:
        left_open = [{"set_elsewhere": f"{TRAINING}.standard"}]
    if rule == DEADLINES and any((UNDETERMINED, step) in answers for step in STEPS for answers in distinct):
        left_open = [{"calendar": "china/public-holidays"}]
    return head | fields | {"readings": chosen, "missing": missing, "open": left_open}


def by_parts(completions: Completions, found: dict[Choice, Answers]) -> dict[Choice, Answers]:
    """Of a statement the completions by what its parts show: less than half a fen tells none from another."""
    numbers: dict[tuple[Any, ...], int] = {}
    shown: dict[Answers, Answers] = {}
    for answers in set(found.values()):
        amounts = amounts_of(
            completions.rule, completions.whose, completions.asked, completions.spell(answers), Loose([])
        )
        shown[answers] = (numbers.setdefault(tuple(sorted(amounts.items(), key=str)), len(numbers)),)
    return {choice: shown[answers] for choice, answers in found.items()}


def nothing_below(completions: Completions, case: Case) -> list[dict[str, str]]:
    """Where the denominator is 0, its facts are named though they are known (contract §4)."""
    complete = completions.asked[0].complete
    fact = counted_below(completions.rule, complete, completions.readings)
    if fact is None:
        return []
    holders = [institution.id for institution in case.institutions] if complete else ["jurisdiction"]
    return [{"subject": holder, "fact": fact} for holder in holders]


def sample(completions: Completions) -> dict[str, Any]:
    """What some completions show: nothing settled may say otherwise, no range may leave them out."""
    kind = KINDS[completions.rule]
    number = SAMPLE_OF_STATEMENT if kind == "quantity" else SAMPLE
    distinct: Distinct = [completions.spell(answers) for answers in set(completions.some(number).values())]
    entitlement = kind == "entitlement"
    shown: dict[str, Any] = {
        "answers": [
            sorted({(each[0], maybe(each[1]) or "" if entitlement else "") for each in answers})
            for answers in zip(*distinct)
        ],
    }
    if entitlement:
        amounts = [amount(completions.rule, answers, completions.readings) for answers in distinct]
        written = plain if completions.rule in LEAVES else money
        shown["range"] = [written(min(amounts)), written(max(amounts))]
    if kind == "quantity":
        months = [question.month for question in completions.asked]
        shown["parts"] = quantity_fields(completions, distinct, months, Loose([]))["parts"]
    return shown
