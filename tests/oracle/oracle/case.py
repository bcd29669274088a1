"""A case as read from JSON: things, lines in time, links. Contract §1; input is assumed valid."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from .days import EVER, ONE_DAY, WITHOUT_END
from .facts import INSTITUTION_FACTS, JURISDICTION_FACTS, UTILITY_NUMBERS


class Span(NamedTuple):
    """A value from one day to another, both included."""

    first: date
    last: date
    value: Any


#: A fact that can change: spans that do not overlap. Days outside all of them are unknown.
Line = tuple[Span, ...]


def read_date(text: str) -> date:
    return date.fromisoformat(text)


def as_it_is(value: Any) -> Any:
    return value


def number_or_word(value: Any) -> Any:
    """A number exactly, whether it came as a text or an integer; a word or a yes/no as it is."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int) or value[:1].isdigit():
        return Fraction(value)
    return value


def read_line(raw: Any, read: Callable[[Any], Any] = as_it_is) -> Line:
    """A value, a line in time, or null (contract §1, Lines in time)."""
    if raw is None:
        return ()
    if not isinstance(raw, list):
        return (Span(EVER, WITHOUT_END, read(raw)),)
    return tuple(
        Span(
            read_date(part["from"]) if part.get("from") is not None else EVER,
            read_date(part["to"]) if part.get("to") is not None else WITHOUT_END,
            read(part["value"]),
        )
        for part in raw
    )


def read_utilities(raw: list[dict[str, Any]] | None) -> Line:
    """A list of records, or a line in time of such lists; each list as kind -> name -> number or None."""
    def records(value: list[dict[str, Any]]) -> dict[str, dict[str, Fraction | None]]:
        return {
            record["kind"]: {name: _maybe(record.get(name), Fraction) for name in UTILITY_NUMBERS} for record in value
        }

    if raw is None:
        return ()
    if any("value" in part for part in raw):
        return read_line(raw, records)
    return (Span(EVER, WITHOUT_END, records(raw)),)


def read_items(raw: list[Any] | None) -> Line:
    """A list of fee items, or a line in time of such lists."""
    if raw is None:
        return ()
    if any(isinstance(part, dict) for part in raw):
        return read_line(raw)
    return (Span(EVER, WITHOUT_END, raw),)


def on(line: Line, day: date) -> Any:
    """The value of the day; None = unknown."""
    for span in line:
        if span.first <= day <= span.last:
            return span.value
    return None


def gap(line: Line, day: date) -> date:
    """The gap that holds an uncovered day, named by its first day: one gap is one unknown (contract §3, Range)."""
    return max((span.last + ONE_DAY for span in line if span.last < day), default=EVER)


@dataclass
class Institution:
    id: str
    facts: dict[str, Line]  # by the fact's name without `institution.`
    utilities: Line  # of lists of records, kind -> name -> number or None
    filing_received: date | None
    classes: list["Class"]


@dataclass
class Class:
    id: str
    institution: Institution
    kind: Line
    children: Line
    carers: Line


@dataclass
class Enrolment:
    id: str
    first: date | None
    last: date | None  # None = without end
    institution: Line  # of Institution
    in_class: Line  # of Class
    fee: Line
    fee_items: Line  # of lists of texts

    def class_on(self, day: date) -> Class | None:
        return on(self.in_class, day)

    def institution_on(self, day: date) -> Institution | None:
        """The institution given, else the class's own (contract §1, Absent lists and links)."""
        given, in_class = on(self.institution, day), self.class_on(day)
        return given if given or in_class is None else in_class.institution


@dataclass
class Child:
    id: str
    birth_date: date | None
    birth_order: int | None
    difficult: bool | None
    babies: int | None
    enrolments: list[Enrolment]


@dataclass
class Parent:
    id: str
    role: str | None
    income: Fraction | None
    share: Fraction | None
    employed: Line
    childcare_ratio: Line
    kindergarten_ratio: Line
    kindergarten_rule: Line


@dataclass
class Family:
    id: str
    children_total: int | None
    parents: list[Parent]
    children: list[Child]


@dataclass
class Case:
    jurisdiction: dict[str, Any] | None  # fact without `jurisdiction.` -> value or None; None = the case has none
    institutions: list[Institution]
    families: list[Family]


def read_case(raw: dict[str, Any]) -> Case:
    """A case, its enrolments linked to its institutions and classes."""
    institutions: dict[str, Institution] = {}
    classes: dict[str, Class] = {}
    for path, thing in _each(raw, "institutions"):
        facts = {name: read_line(thing.get(name), number_or_word) for name in INSTITUTION_FACTS}
        institution = Institution(
            thing.get("id") or path, facts, read_utilities(thing.get("utilities")),
            _maybe(thing.get("filing_received"), read_date), [],
        )
        institutions[institution.id] = institution
        for inner, part in _each(thing, "classes", path):
            counts = [read_line(part.get(name), Fraction) for name in ("children", "carers")]
            one = Class(part.get("id") or inner, institution, read_line(part.get("kind")), *counts)
            classes[one.id] = one
            institution.classes.append(one)

    def enrolment(path: str, thing: dict[str, Any]) -> Enrolment:
        return Enrolment(
            id=thing.get("id") or path,
            first=_maybe(thing.get("from"), read_date),
            last=_maybe(thing.get("to"), read_date),
            institution=read_line(thing.get("institution"), institutions.__getitem__),
            in_class=read_line(thing.get("class"), classes.__getitem__),
            fee=read_line(thing.get("monthly_fee"), Fraction),
            fee_items=read_items(thing.get("fee_items")),
        )

    def child(path: str, thing: dict[str, Any]) -> Child:
        return Child(
            id=thing.get("id") or path,
            birth_date=_maybe(thing.get("birth_date"), read_date),
            birth_order=_maybe(thing.get("birth_order"), int),
            difficult=(thing.get("birth") or {}).get("difficult"),
            babies=_maybe((thing.get("birth") or {}).get("babies"), int),
            enrolments=[enrolment(*part) for part in _each(thing, "enrolments", path)],
        )

    families = [
        Family(
            id=thing.get("id") or path,
            children_total=_maybe(thing.get("children_total"), int),
            parents=[_parent(*part) for part in _each(thing, "parents", path)],
            children=[child(*part) for part in _each(thing, "children", path)],
        )
        for path, thing in _each(raw, "families")
    ]
    return Case(_jurisdiction(raw.get("jurisdiction")), list(institutions.values()), families)


def names(raw: dict[str, Any]) -> list[str]:
    """Every thing's id or path in the order of the case: each before what it holds."""
    found = ["jurisdiction"]

    def walk(holder: dict[str, Any], lists: list[str], path: str = "") -> None:
        for name in lists:
            for inner, thing in _each(holder, name, path):
                found.append(thing.get("id") or inner)
                walk(thing, HELD.get(name, []), inner)

    walk(raw, ["institutions", "families"])
    return found


HELD = {"institutions": ["classes"], "families": ["parents", "children"], "children": ["enrolments"]}


def _parent(path: str, thing: dict[str, Any]) -> Parent:
    employer = thing.get("employer") or {}
    return Parent(
        id=thing.get("id") or path,
        role=thing.get("role"),
        income=_maybe(thing.get("annual_taxable_income"), Fraction),
        share=_maybe(thing.get("deduction_share"), Fraction),
        employed=read_line(thing.get("employed")),
        childcare_ratio=read_line(employer.get("childcare_ratio"), Fraction),
        kindergarten_ratio=read_line(employer.get("kindergarten_ratio"), Fraction),
        kindergarten_rule=read_line(employer.get("kindergarten_rule")),
    )


def _jurisdiction(raw: dict[str, Any] | None) -> dict[str, Any] | None:
    if raw is None:
        return None
    return {name: _maybe(raw.get(name), number_or_word) for name in JURISDICTION_FACTS}


def _maybe(raw: Any, read: Callable[[Any], Any]) -> Any:
    return None if raw is None else read(raw)


def _each(thing: dict[str, Any], name: str, path: str = "") -> list[tuple[str, dict[str, Any]]]:
    """The things of a list, each with its path: `families[0].children[1]`."""
    head = f"{path}.{name}" if path else name
    return [(f"{head}[{i}]", part) for i, part in enumerate(thing.get(name) or [])]
