"""What every object of an answer promises: it never changes, it travels, it is equal where it says the same."""

from __future__ import annotations

import copy
import json
import pickle
import threading
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from conftest import PROJECT, ask

import tuoyu

CASE = {
    "institutions": [{"id": "n1", "setting": "kindergarten", "legal_form": "company", "education_confirmed": True}],
    "families": [
        {
            "children": [
                {"id": "k1", "birth_date": "2023-05-31", "birth_order": 2, "enrolments": [{"id": "e1", "from": "2025-09-10"}]}
            ]
        }
    ],
}
WINDOW = ("2026-01", "2026-12")


def objects(rules: tuoyu.Rules) -> list[Any]:
    answer = rules.assess(CASE, *WINDOW)
    unknown = {"families": [{"children": [{"enrolments": [{"id": "e1"}]}]}]}
    outcome = answer.outcome("e1", "jining/family-subsidy")
    return [
        rules,
        answer,
        outcome,
        outcome.months[0],
        outcome.sources[0],
        outcome.reasons[0],
        answer.totals[0],
        rules.questions(unknown, *WINDOW, "jining/family-subsidy")[0],
        rules.with_readings({"fourth-child": "none"}),
        rules.reform({"jining/family-subsidy.third-child": "800"}),
    ]


def test_objects_travel_are_equal_and_have_a_hash(rules: tuoyu.Rules) -> None:
    one, other = objects(rules), objects(tuoyu.rules("jining"))
    assert one == other
    for value, again in zip(one, other):
        assert hash(value) == hash(again)
        for copied in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
            assert copied == value
            assert hash(copied) == hash(value)
    assert len(set(map(repr, one))) == len(one)
    assert all(value != "another kind" for value in one)


def test_objects_do_not_change(rules: tuoyu.Rules) -> None:
    for value in objects(rules):
        for name in ("state", "name", "_text", "new"):
            with pytest.raises((AttributeError, TypeError)):
                setattr(value, name, 1)
        with pytest.raises((AttributeError, TypeError)):
            del value.state


def test_what_is_handed_out_is_a_copy(rules: tuoyu.Rules) -> None:
    answer = rules.assess(CASE, *WINDOW)
    outcome = answer.outcomes[0]
    before = answer.to_json(), outcome.to_json(), rules.describe()
    answer.to_dict().clear()
    answer.receipt.clear()
    outcome.readings.clear()
    rules.describe()["rules"].clear()
    rules.readings["fourth-child"] = "none"
    assert before == (answer.to_json(), outcome.to_json(), rules.describe())


def test_a_dict_is_the_json(rules: tuoyu.Rules) -> None:
    answer = rules.assess(CASE, *WINDOW)
    assert answer.to_dict() == json.loads(answer.to_json())
    assert [one.to_dict() for one in answer] == answer.to_dict()["outcomes"]


def test_amounts_are_decimals_and_days_are_dates(rules: tuoyu.Rules) -> None:
    answer = rules.assess(CASE, *WINDOW)
    subsidy = answer.outcome("e1", "jining/family-subsidy")
    assert (subsidy.amount, type(subsidy.amount)) == (Decimal("1200.00"), Decimal)
    assert subsidy.months[0] == tuoyu.Months("2026-01", "2026-04", "granted", Decimal(300), "month")
    assert subsidy.months[1].rate is None
    case = {"jurisdiction": {"institutions_total": 100, "institutions_public": 41}}
    target = rules.assess(case, "2025-12", "2025-12").outcome("jurisdiction", "jining/target-public-share")
    assert (target.value, target.target, target.due) == (Decimal("0.4100"), Decimal("0.42"), date(2025, 12, 31))
    steps = answer.outcome("n1", "jining/kindergarten-registration").steps
    assert (steps[0].id, steps[0].state, steps[0].due) == ("confirm", "done", None)
    assert str(steps[1].body) == "市场监管部门或行政审批部门"


def test_an_outcome_that_is_not_there_is_named(rules: tuoyu.Rules) -> None:
    with pytest.raises(KeyError, match="no outcome of jining/city-award for e9"):
        rules.assess(CASE, *WINDOW).outcome("e9", "jining/city-award")


def test_rules_are_loaded_from_files_folders_and_bytes(rules: tuoyu.Rules, command: Path, tmp_path: Path) -> None:
    file = tmp_path / "jining.tuoyu"
    said = ask(command, "pack", str(PROJECT / "rules-data"), "-o", str(file))
    assert said.returncode == 0, said.stderr.decode()
    for place in (file, str(file), file.read_bytes(), PROJECT / "rules-data"):
        assert tuoyu.load(place) == rules


def test_a_pack_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(tuoyu.TuoyuError) as refused:
        tuoyu.load(b"no pack")
    assert refused.value.code == "not-a-pack"
    with pytest.raises(tuoyu.TuoyuError) as refused:
        tuoyu.load(tmp_path)
    assert refused.value.code == "empty-pack"
    with pytest.raises(FileNotFoundError):
        tuoyu.load(tmp_path / "nothing")
    with pytest.raises(tuoyu.TuoyuError) as refused:
        tuoyu.rules("beijing")
    assert refused.value.path == "name"


def test_a_fault_of_a_folder_is_told_by_file_line_and_column(tmp_path: Path) -> None:
    (tmp_path / "jining").mkdir()
    for name in ("vocabulary.toml", "jining/2025-15.md"):
        text = (PROJECT / "rules-data" / name).read_bytes()
        (tmp_path / name).write_bytes(text.replace(b"entitlement city-award", b"entitlemant city-award"))
    with pytest.raises(tuoyu.TuoyuError) as refused:
        tuoyu.load(tmp_path)
    fault = refused.value.diagnostics[0]
    assert (fault.code, fault.found) == ("unknown-kind", "entitlemant")
    assert fault.path.startswith("jining/2025-15.md:") and fault.path.count(":") == 2


def test_errors_travel(rules: tuoyu.Rules) -> None:
    with pytest.raises(tuoyu.TuoyuError) as refused:
        rules.reform({"jining/family-subsidy.third-chid": "800", "jining/family-subsidy.second-child": "-1"})
    error = refused.value
    copied = pickle.loads(pickle.dumps(error))
    assert copied.diagnostics == error.diagnostics
    assert [one.code for one in error.diagnostics] == ["unknown-parameter", "out-of-range"]
    assert error.diagnostics[0].expected == "jining/family-subsidy.third-child"
    assert set(error.diagnostics[0].to_dict()) >= {"code", "path", "found", "help_zh", "help_en"}


@pytest.mark.parametrize("value", [800.0, True, None])
def test_a_reform_takes_no_float(rules: tuoyu.Rules, value: Any) -> None:
    with pytest.raises(TypeError, match=r"jining/family-subsidy\.third-child: a number is a Decimal"):
        rules.reform({"jining/family-subsidy.third-child": value})


def test_reforms_and_readings_add_up(rules: tuoyu.Rules) -> None:
    numbers = {"jining/family-subsidy.third-child": 800, "jining/family-subsidy.second-child": Decimal("400.00")}
    one = rules.reform(numbers).with_readings({"fourth-child": "as-third"})
    other = rules.with_readings({"fourth-child": "none"})
    for name, value in numbers.items():
        other = other.reform({name: value})
    assert other != one
    assert other.with_readings({"fourth-child": "as-third"}) == one
    assert one.reformed == {name: Decimal(value) for name, value in numbers.items()}
    receipt = one.assess(CASE, *WINDOW).receipt
    assert receipt["reform"] == {"jining/family-subsidy.second-child": "400", "jining/family-subsidy.third-child": "800"}
    assert receipt["readings"]["fourth-child"] == "as-third"


def test_an_explanation_ends_in_the_law(rules: tuoyu.Rules) -> None:
    outcome = rules.assess(CASE, *WINDOW).outcome("e1", "jining/family-subsidy")
    zh, en = outcome.explain(), outcome.explain("en")
    assert "不符合“未满三周岁”" in zh and "二孩每人每月300元" in zh
    assert "under three" in en
    assert rules.explain(outcome.to_dict()) == zh
    with pytest.raises(ValueError, match="lang"):
        outcome.explain("fr")


def test_threads_share_rules(rules: tuoyu.Rules) -> None:
    told: list[str] = []
    work: Callable[[], None] = lambda: told.append(rules.assess(CASE, *WINDOW).to_json())  # noqa: E731
    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told) == 8 and len(set(told)) == 1
