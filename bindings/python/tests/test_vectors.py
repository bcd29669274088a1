"""Every vector of tests/vectors, unedited, through Python: what it expects, and the command's own bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import VECTORS, ask

import tuoyu

TOTAL = ("payer", "payee", "form", "unit", "discretionary")


def assessed(rules: tuoyu.Rules, vector: dict[str, Any]) -> tuoyu.Assessment:
    window = vector["window"]
    return rules.assess(vector["case"], window["from"], window["to"], readings=vector.get("readings"))


def agrees(field: str, stated: Any, found: Any) -> bool:
    """Whether a field is as stated. Of steps and parts only what is stated is compared; a part that is stated as nothing may
    be left out; of a text it may be stated what its Chinese holds."""
    if field == "steps":
        return len(stated) == len(found) and all(map(holds, stated, found))
    if field == "parts":
        said = {part_name(part): part for part in found}
        nothing = {"amount": "0.00"}
        return all(holds_part(part, said.get(part_name(part), nothing)) for part in stated)
    if isinstance(stated, dict) and "holds" in stated:
        return isinstance(found, dict) and stated["holds"] in found["zh"]
    return bool(found == stated)


def holds(stated: dict[str, Any], said: dict[str, Any]) -> bool:
    return all(said[key] == value for key, value in stated.items())


def holds_part(stated: dict[str, Any], said: dict[str, Any]) -> bool:
    return holds(stated, said) if "item" in said else stated["amount"] == said["amount"]


def part_name(part: dict[str, Any]) -> tuple[Any, ...]:
    return part["subject"], part["month"], part["item"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_a_vector_holds(rules: tuoyu.Rules, vector: dict[str, Any]) -> None:
    answer = assessed(rules, vector).to_dict()
    outcomes = {(one["subject"], one["rule"]): one for one in answer["outcomes"]}
    totals = {tuple(one[key] for key in TOTAL): one for one in answer["totals"]}
    for expected in vector["expect"]:
        found = outcomes[expected["subject"], expected["rule"]]
        for field, stated in expected.items():
            assert agrees(field, stated, found[field]), (vector["because"], field, found[field])
    for expected in vector.get("totals", ()):
        found = totals[tuple(expected[key] for key in TOTAL)]
        assert {key: found[key] for key in expected} == expected, vector["because"]


def test_there_are_vectors() -> None:
    assert len(VECTORS) >= 600


def test_answers_are_the_commands_bytes(rules: tuoyu.Rules, command: Path, tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    for vector in VECTORS:
        file.write_text(json.dumps(vector["case"], ensure_ascii=False), encoding="utf-8")
        window = vector["window"]
        readings = [part for name, option in vector.get("readings", {}).items() for part in ("--reading", f"{name}={option}")]
        said = ask(command, "assess", str(file), "--from", window["from"], "--to", window["to"], *readings, "--json")
        assert said.returncode == 0, said.stderr.decode()
        answer = assessed(rules, vector)
        assert (answer.to_json() + "\n").encode() == said.stdout, vector["name"]


def test_a_dict_and_its_text_are_one_case(rules: tuoyu.Rules) -> None:
    for vector in VECTORS[:100]:
        window = vector["window"]
        text = json.dumps(vector["case"], ensure_ascii=False)
        told = {rules.assess(case, window["from"], window["to"]).to_json() for case in (vector["case"], text, text.encode())}
        assert len(told) == 1, vector["name"]
