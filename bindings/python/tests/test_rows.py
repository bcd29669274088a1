"""The vectors as rows: as text and typed, in every kind of frame, each row answered as its case."""

from __future__ import annotations

import json
from collections import defaultdict
from decimal import Decimal
from typing import Any

import polars
import pyarrow
import pytest
from conftest import VECTORS
from rows import Inexpressible, as_row

import tuoyu

Group = tuple[str, str, str, tuple[str, ...]]


@pytest.fixture(scope="module")
def facts(rules: tuoyu.Rules) -> dict[str, dict[str, Any]]:
    return {fact["id"]: fact for fact in rules.describe()["facts"]}


@pytest.fixture(scope="module")
def groups(facts: dict[str, dict[str, Any]]) -> dict[Group, list[tuple[dict[str, Any], dict[str, Any]]]]:
    """Vectors and their rows, by window, readings and columns."""
    groups: dict[Group, list[tuple[dict[str, Any], dict[str, Any]]]] = defaultdict(list)
    for vector in VECTORS:
        try:
            row = as_row(vector["case"], facts)
        except Inexpressible:
            continue
        window, readings = vector["window"], json.dumps(vector.get("readings") or {})
        groups[window["from"], window["to"], readings, tuple(sorted(row))].append((vector, row))
    return groups


def typed(column: str, values: list[str], facts: dict[str, dict[str, Any]]) -> pyarrow.Array:
    fact = facts[column]
    kind = fact["type"]
    if kind == "date":
        return pyarrow.array(values).cast(pyarrow.date32())
    if kind == "yes-no":
        return pyarrow.array([value == "true" for value in values])
    if kind == "option":
        return pyarrow.array(values).dictionary_encode()
    if kind == "options":
        return pyarrow.array([value.split(";") for value in values])
    if kind == "number" and fact["decimals"] == 0:
        return pyarrow.array([int(value) for value in values])
    if kind == "number":
        return pyarrow.array([Decimal(value) for value in values], pyarrow.decimal128(30, fact["decimals"]))
    return pyarrow.array(values)


def checked(vector: dict[str, Any], answers: dict[str, Any]) -> int:
    """Holds a row against what its vector expects; how many outcomes were compared."""
    compared = 0
    for expected in vector["expect"]:
        rule = expected["rule"]
        if f"{rule}.state" not in answers:
            continue
        compared += 1
        assert answers[f"{rule}.state"] == expected["state"], vector["name"]
        amount = expected.get("amount", "absent")
        if f"{rule}.amount" in answers and amount != "absent":
            assert answers[f"{rule}.amount"] == (None if amount is None else Decimal(amount)), vector["name"]
        if f"{rule}.min" in answers and expected.get("range"):
            assert [answers[f"{rule}.min"], answers[f"{rule}.max"]] == list(map(Decimal, expected["range"])), vector["name"]
    return compared


@pytest.mark.parametrize("is_typed", [False, True], ids=["text", "typed"])
def test_every_vector_that_a_row_can_say_holds_as_a_row(
    rules: tuoyu.Rules, facts: dict[str, dict[str, Any]], groups: dict[Group, Any], is_typed: bool
) -> None:
    compared = rows = 0
    for (start, end, readings, columns), members in groups.items():
        cells = {column: [row[column] for _, row in members] for column in columns}
        arrays = {name: typed(name, values, facts) if is_typed else pyarrow.array(values) for name, values in cells.items()}
        answers = rules.assess_table(
            pyarrow.table(arrays), start, end, readings=json.loads(readings), columns=["amount", "state", "min", "max"]
        )
        for (vector, _), answer in zip(members, answers.to_pylist()):
            compared += checked(vector, answer)
            rows += 1
    assert rows >= 300
    assert compared >= 300


def test_a_row_alone_is_answered_as_in_its_frame(rules: tuoyu.Rules, groups: dict[Group, Any]) -> None:
    columns = ["amount", "state", "min", "max", "months"]
    for (start, end, readings, names), members in groups.items():
        chosen = json.loads(readings)
        rows = [{name: row[name] for name in names} for _, row in members]
        frame = pyarrow.table({name: [row[name] for row in rows] for name in names})
        answers = rules.assess_table(frame, start, end, readings=chosen, columns=columns).drop_columns(list(names))
        for (vector, _), row, answer in zip(members, rows, answers.to_pylist()):
            told = rules.assess_row(row, start, end, readings=chosen, columns=columns)
            assert told == answer, vector["name"]
            checked(vector, told)


def test_a_row_is_answered_as_its_case(rules: tuoyu.Rules, groups: dict[Group, Any]) -> None:
    """All rules with columns, and not only those that the vector names."""
    for (start, end, readings, columns), members in list(groups.items())[:60]:
        frame = polars.DataFrame({column: [row[column] for _, row in members] for column in columns})
        answers = rules.assess_table(frame, start, end, readings=json.loads(readings), columns=["amount", "state", "max"])
        for (vector, _), answer in zip(members, answers.rows(named=True)):
            case = rules.assess(vector["case"], start, end, readings=json.loads(readings))
            for outcome in case:
                if f"{outcome.rule}.state" not in answer:
                    continue
                assert answer[f"{outcome.rule}.state"] == outcome.state, (vector["name"], outcome)
                assert answer.get(f"{outcome.rule}.amount") == outcome.amount, (vector["name"], outcome)
                assert answer.get(f"{outcome.rule}.max") == (outcome.range and outcome.range[1]), (vector["name"], outcome)
