"""What a binary says otherwise than the oracle, one line each."""

import json
from collections.abc import Iterator
from typing import Any

Outcome = dict[str, Any]

#: The outcome's fields that stand for every kind; each kind's own follow (contract §4).
COMMON = ["kind", "state"]
OWN = {
    "entitlement": [
        "form", "amount", "range", "range_exact", "unit", "at_least", "months", "payer", "payee", "discretionary",
    ],
    "limit": ["value", "relation", "bound", "excess", "unit", "months"],
    "requirement": ["binding", "months"],
    "indicator": ["value", "target", "relation", "due", "binding"],
    "procedure": ["steps", "next"],
    "lookup": ["value", "months"],
    "quantity": ["parts", "range_exact", "months"],
}
LAST = ["readings", "missing", "open"]
MONTH_FIELDS = {
    "entitlement": ["from", "to", "state", "rate", "per"],
    "lookup": ["from", "to", "state", "value"],
    "limit": ["from", "to", "state"],
    "requirement": ["from", "to", "state"],
    "quantity": ["from", "to", "state"],
}
#: Stands where the contract leaves open what is said.
ANYTHING = "*"
#: The readings of a statement are those of its lines.
WITHOUT_READINGS = ("family/statement", "institution/statement")
#: Of these the shares by which missing facts are ordered hang on how many values are tried.
IN_ANY_ORDER = ("jining/target-public-share",)
LISTS_OF_LAW = ("jining/responsible", "china/sanctions")


def differences(ours: list[Outcome], theirs: list[Outcome] | str) -> Iterator[str]:
    """What the binary says otherwise than the oracle, one line each."""
    if isinstance(theirs, str):
        yield theirs
        return
    names = [[(each.get("subject"), each.get("rule")) for each in side] for side in (ours, theirs)]
    if names[0] != names[1]:
        yield f"outcomes: oracle {names[0]}, tuoyu {names[1]}"
        return
    for mine, other in zip(ours, theirs):
        found = contradictions(mine, other) if "sample" in mine else differing_fields(mine, other)
        for what in found:
            yield f"{mine['subject']} {mine['rule']} {what}"


def differing_fields(mine: Outcome, other: Outcome) -> Iterator[str]:
    """Field by field, where the oracle has seen every completion."""
    kind = mine["kind"]
    for field in COMMON + OWN[kind] + LAST:
        if field not in other:
            yield f"{field}: is absent"
            continue
        said, expected = other[field], mine[field]
        if expected == ANYTHING or (field == "readings" and mine["rule"] in WITHOUT_READINGS):
            continue
        if field == "parts" and isinstance(said, list):
            yield from part_faults(expected, said)
            continue
        if mine["rule"] in LISTS_OF_LAW and field == "value":
            yield from list_faults(said, expected)
            continue
        if kind == "lookup" and field == "value":
            said = a_text(said, expected)
        elif field == "months" and isinstance(said, list):
            said = [{name: line.get(name) for name in MONTH_FIELDS[kind]} for line in said]
            said, expected = month_values(mine["rule"], said, expected)
            for line, ours in zip(said, expected):
                if ours.get("per") == ANYTHING:
                    line["per"] = ANYTHING
        elif field == "steps" and isinstance(said, list) and len(said) == len(expected):
            said = [a_step(*pair) for pair in zip(said, expected)]
        elif field == "missing" and mine["rule"] in IN_ANY_ORDER and isinstance(said, list):
            said, expected = sorted(said, key=dense), sorted(expected, key=dense)
        if said != expected:
            yield f"{field}: oracle {dense(expected)}, tuoyu {dense(said)}"
    for absent in sorted({field for fields in OWN.values() for field in fields} - set(OWN[kind])):
        if absent in other:
            yield f"{absent}: no field of this kind ({kind})"


def a_text(said: Any, word: str | None) -> Any:
    """The expected word where a two-language text holds it in its Chinese, else what is said.
    A null is null; an empty word asks for any text."""
    if word is None or not isinstance(said, dict):
        return said
    whole = set(said) == {"zh", "en"} and all(isinstance(text, str) and text for text in said.values())
    return word if whole and word in said["zh"] else said


def a_step(said: Any, expected: dict[str, Any]) -> Any:
    """A step with the expected words in place of texts that hold them."""
    if not isinstance(said, dict):
        return said
    texts = {name: a_text(said.get(name), expected[name]) for name in ("act", "body", "certificate")}
    return said | texts


def month_values(rule: str, said: list[Any], expected: list[Any]) -> tuple[list[Any], list[Any]]:
    """Months of a lookup with the expected words in place of texts; the list of the law is looked at once."""
    if rule in LISTS_OF_LAW:
        return [{**line, "value": None} for line in said], [{**line, "value": None} for line in expected]
    for line, ours in zip(said, expected):
        if "value" in line:
            line["value"] = a_text(line["value"], ours["value"])
    return said, expected


def list_faults(said: Any, keys: tuple[str, ...] | None) -> Iterator[str]:
    """A list of the law: its keys in order, and a text in both languages under each."""
    if keys is None or not isinstance(said, list):
        if said is not keys:
            yield f"value: oracle {dense(keys)}, tuoyu {dense(said)}"
        return
    if [entry.get("key") for entry in said] != list(keys):
        yield f"value: the keys are {dense([entry.get('key') for entry in said])}"
    for entry in said:
        if not (entry.get("zh") and entry.get("en")):
            yield f"value: {dense(entry)} lacks a text"


def part_faults(ours: list[dict[str, Any]], theirs: list[Any]) -> Iterator[str]:
    """Part by part, whatever their order; a part that is not there is nothing."""
    by_name: dict[tuple[Any, ...], dict[str, Any]] = {}
    for part in theirs:
        name = part_name(part)
        if name in by_name:
            yield f"parts: {dense(name)} stands twice"
        by_name[name] = part
    for part in ours:
        said = by_name.pop(part_name(part), NO_PART)
        for field in ("amount", "range", "discretionary"):
            free = field == "discretionary" and (said is NO_PART or part["item"] == "left-to-pay")
            if not free and said.get(field) != part[field]:
                name = dense(part_name(part))
                yield f"parts: {field} of {name}: oracle {dense(part[field])}, tuoyu {dense(said.get(field))}"
    for name, part in by_name.items():
        if part.get("range") != NO_PART["range"]:
            yield f"parts: the oracle has no {dense(name)}"


NO_PART: dict[str, Any] = {"amount": "0.00", "range": ["0.00", "0.00"]}


def part_name(part: dict[str, Any]) -> tuple[Any, ...]:
    return part.get("subject"), part.get("month"), part.get("item")


def wider_parts(seen: list[dict[str, Any]], other: Outcome) -> Iterator[str]:
    """What some completions show lies within what is said of each part."""
    by_name = {part_name(part): part for part in other.get("parts") or []}
    for part in seen:
        said = by_name.get(part_name(part), NO_PART)
        for fault in range_faults(part["range"], said):
            yield f"{dense(part_name(part))} {fault}"


def contradictions(mine: Outcome, other: Outcome) -> Iterator[str]:
    """Beyond 4 096 completions: the range may be wider and months undetermined, but nothing may be wrong."""
    shown = mine["sample"]["answers"]
    if "months" not in other:
        states = {state for state, _ in shown[0]}
        if other.get("state") != "undetermined" and {other.get("state")} != states:
            yield f"state: {other.get('state')}, where completions give {sorted(states)}"
        return
    if "range" in mine["sample"]:
        yield from range_faults(mine["sample"]["range"], other)
    if "parts" in mine["sample"]:
        yield from wider_parts(mine["sample"]["parts"], other)
    lines = list(by_month(other["months"] or []))
    if len(lines) != len(shown):
        yield f"months: {len(lines)} in a window of {len(shown)}"
    for i, (line, seen) in enumerate(zip(lines, shown)):
        said = (line["state"], line.get("rate") or "")
        if said[0] != "undetermined" and [said] != seen:
            yield f"months: {said} in month {i} of the window, where completions give {seen}"


def range_faults(seen: list[str], other: Outcome) -> Iterator[str]:
    if other.get("range_exact") and other.get("state") == "undetermined":
        yield "range_exact: true over more than 4096 completions, and undetermined"
    lowest, highest = (fen(end) for end in seen)
    span = other.get("range") or ["0.00", "0.00"]
    if not (fen(span[0]) <= lowest and highest <= fen(span[1])):
        yield f"range: {span} leaves out {seen}"


def by_month(lines: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A line of months, month by month."""
    for line in lines:
        first, last = (int(line[end][:4]) * 12 + int(line[end][5:]) for end in ("from", "to"))
        for _ in range(first, last + 1):
            yield line


def fen(amount: str) -> int:
    """`"12.30"` as 1230; days as they are."""
    sign = -1 if amount.startswith("-") else 1
    return sign * int(amount.lstrip("-").replace(".", ""))


def dense(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
