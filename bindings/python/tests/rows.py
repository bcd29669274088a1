"""Cases as rows of a roster, where one row can say them."""

from __future__ import annotations

from typing import Any

HELD = {"parents": "parent", "children": "child", "enrolments": "enrolment", "classes": "class"}


class Inexpressible(Exception):
    """What a row cannot say."""


def as_row(case: dict[str, Any], facts: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The cells of the row that says the same as a case: one of each thing, one value for the whole window."""
    row: dict[str, Any] = {}
    ids: dict[str, str | None] = {}

    def state(thing: str, members: dict[str, Any]) -> None:
        ids[thing] = members.get("id")
        for name, value in members.items():
            fact = facts.get(f"{thing}.{name}")
            if name in HELD and isinstance(value, list):
                one(HELD[name], value)
            elif name in ("employer", "birth"):
                state(name, value or {})
            elif name == "id" or value is None:
                continue
            elif fact is None:
                raise Inexpressible(name)
            elif fact["type"] == "link":
                row[f"link.{name}"] = value
            elif fact["type"] == "records":
                # A kind that a list does not name is none; a row that does not name it does not know.
                if len({record.get("kind") for record in value}) < len(fact["options"]):
                    raise Inexpressible("a list of records")
                for record in value:
                    for number in set(record) - {"kind"}:
                        row[f"{thing}.{name}.{record['kind']}.{number}"] = record[number]
            elif isinstance(value, list) and value and isinstance(value[0], dict):
                raise Inexpressible("a line in time")
            elif isinstance(value, list):
                if not value:
                    raise Inexpressible("a list that is known to be empty")
                row[fact["id"]] = ";".join(value)
            else:
                row[fact["id"]] = str(value).lower() if isinstance(value, bool) else str(value)

    def one(thing: str, members: list[dict[str, Any]]) -> None:
        if len(members) > 1:
            raise Inexpressible(f"several of {thing}")
        for member in members:
            state(thing, member)

    state("jurisdiction", case.get("jurisdiction") or {})
    one("institution", case.get("institutions") or [])
    one("family", case.get("families") or [])
    linked = {name: row.pop(f"link.{name}", None) for name in ("institution", "class")}
    if "enrolment" in ids:
        # A row reaches the institution and the class that stand in it; so must the case.
        if "class" in ids and linked["class"] is None:
            raise Inexpressible("a class beside the enrolment")
        if "institution" in ids and linked["class"] is None and linked["institution"] is None:
            raise Inexpressible("an institution beside the enrolment")
    elif "institution" in ids and "family" in ids:
        raise Inexpressible("a family beside an institution")
    if not row:
        raise Inexpressible("nothing is known")
    return row
