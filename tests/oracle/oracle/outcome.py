"""The outcomes of a case over a window: contract §1 (order of subjects), §4 (what an outcome says)."""

from collections.abc import Container, Iterator
from typing import Any

from .case import Case, names, read_case
from .cells import Question
from .completions import Completions, that_matter
from .days import Month, window
from .entitlements import amount
from .fields import FIELDS, Distinct
from .ids import (
    KINDS, OF_ENROLMENT, OF_INSTITUTION, OF_JURISDICTION, OF_LAW, OF_PARENT_AND_ENROLMENT, RULES, TRAINING,
)
from .indicators import counted_below
from .places import institution_questions, jurisdiction_questions, law_questions
from .reach import questions
from .readings import Readings, choose, named
from .shape import in_order, maybe, money
from .states import NOT_IN_FORCE, UNDETERMINED

#: How many completions are looked at where there are too many to look at them all.
SAMPLE = 64

Outcome = dict[str, Any]


def assess(
    case: dict[str, Any], first: str, last: str, chosen: dict[str, str], only: Container[str] = RULES
) -> list[Outcome]:
    """The outcome of each subject and rule, in the contract's order."""
    readings, months = choose(chosen), window(first, last)
    order = {name: place for place, name in enumerate(names(case))}
    read = read_case(case)
    return [
        outcome(subject, rule, Completions(rule, asked, readings), months, order, read)
        for subject, rule, asked in subjects(read, months, readings, only)
    ]


def subjects(
    case: Case, months: list[Month], readings: Readings, only: Container[str]
) -> Iterator[tuple[str, str, list[Question]]]:
    """The jurisdiction, each institution, each family's enrolments and pairs, the law (contract §1, Subjects)."""
    of_jurisdiction, of_institution, of_enrolment, of_pair, of_law = (
        [rule for rule in rules if rule in only]
        for rules in (OF_JURISDICTION, OF_INSTITUTION, OF_ENROLMENT, OF_PARENT_AND_ENROLMENT, OF_LAW)
    )
    if case.jurisdiction is not None:
        for rule in of_jurisdiction:
            yield "jurisdiction", rule, jurisdiction_questions(rule, case, months, readings)
    for institution in case.institutions:
        for rule in of_institution:
            yield institution.id, rule, institution_questions(rule, institution, months, readings)
    for family in case.families:
        stays = [(child, enrolment) for child in family.children for enrolment in child.enrolments]
        for child, enrolment in stays:
            for rule in of_enrolment:
                yield enrolment.id, rule, questions(rule, family, child, enrolment, None, months, readings)
        for parent in family.parents:
            for child, enrolment in stays:
                for rule in of_pair:
                    asked = questions(rule, family, child, enrolment, parent, months, readings)
                    yield f"{parent.id}/{enrolment.id}", rule, asked
    for rule in of_law:
        yield "law", rule, law_questions(rule, months, readings)


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
    missing, left_open = (
        in_order(that_matter(completions, found), order) if len(distinct) > 1 else ([], [])
    )
    if kind == "indicator" and distinct == [[(UNDETERMINED, None)]]:
        missing = nothing_below(completions, case)
    if rule == TRAINING and fields["state"] != NOT_IN_FORCE:
        left_open = [{"set_elsewhere": f"{TRAINING}.standard"}]
    return head | fields | {"readings": chosen, "missing": missing, "open": left_open}


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
    distinct: Distinct = [completions.spell(answers) for answers in set(completions.some(SAMPLE).values())]
    entitlement = KINDS[completions.rule] == "entitlement"
    shown: dict[str, Any] = {
        "answers": [
            sorted({(each[0], maybe(each[1]) or "" if entitlement else "") for each in answers})
            for answers in zip(*distinct)
        ],
    }
    if entitlement:
        amounts = [amount(completions.rule, answers, completions.readings) for answers in distinct]
        shown["range"] = [money(min(amounts)), money(max(amounts))]
    return shown
