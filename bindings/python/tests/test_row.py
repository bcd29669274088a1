"""One row: a dict in, a dict out, answered as in a frame; what was made ready for a question is kept for the next time."""

from __future__ import annotations

import pickle
import threading
import warnings
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import numpy
import pyarrow
import pytest

import tuoyu

WINDOW = ("2026-01", "2026-12")
RULE = "jining/family-subsidy"
EVERY = ["amount", "state", "min", "max", "months"]
ROW = {"child.birth_date": "2023-05-31", "child.birth_order": "2", "enrolment.from": "2025-09-10", "老师": object()}


def told(amount: str | None, state: str, low: str, high: str, months: int | None) -> dict[str, Any]:
    values = (amount and Decimal(amount), state, Decimal(low), Decimal(high), months)
    return {f"{RULE}.{name}": value for name, value in zip(EVERY, values)}


def test_every_column_of_an_answer(rules: tuoyu.Rules) -> None:
    def answer(**cells: Any) -> dict[str, Any]:
        return rules.assess_row({**ROW, **cells}, *WINDOW, rules=RULE, columns=EVERY)

    # January to April at 300: on the last day of May the child is three.
    assert answer() == told("1200.00", "granted", "1200.00", "1200.00", 4)
    assert list(answer()) == [f"{RULE}.{name}" for name in EVERY]
    assert answer(**{"child.birth_order": 1}) == told("0.00", "refused", "0.00", "0.00", 0)
    third = {"child.birth_date": date(2025, 3, 10), "child.birth_order": None}
    assert answer(**third) == told(None, "undetermined", "0.00", "6000.00", None)


@pytest.mark.parametrize(
    "cells",
    [
        {"孩次": 3, "出生日期": date(2025, 3, 10)},
        {"孩次": Decimal("3"), "出生日期": datetime(2025, 3, 10)},
        {"孩次": numpy.int64(3), "出生日期": " 2025-03-10 "},
        {"child_birth_order": "3", "child_birth_date": numpy.datetime64("2025-03-10")},
    ],
)
def test_cells_are_what_python_has(rules: tuoyu.Rules, cells: dict[str, Any]) -> None:
    row = {**cells, "enrolment.from": "2025-09-10", "enrolment.id": "e1", "institution.registered": True}
    assert rules.assess_row(row, *WINDOW, rules=RULE)[f"{RULE}.amount"] == Decimal("6000.00")
    assert rules.assess_row(MappingProxyType(row), *WINDOW, rules=RULE)[f"{RULE}.state"] == "granted"


def test_a_list_is_the_list_of_a_frame(rules: tuoyu.Rules) -> None:
    fact = next(one for one in rules.describe()["facts"] if one["type"] == "options")
    items = [option["id"] for option in fact["options"]][:2]
    row, frame = {fact["id"]: items}, pyarrow.table({fact["id"]: [items]})
    expected = rules.assess_table(frame, *WINDOW).drop_columns([fact["id"]]).to_pylist()[0]
    assert rules.assess_row(row, *WINDOW) == expected
    assert rules.assess_row({fact["id"]: ";".join(items)}, *WINDOW) == expected


def test_everything_that_is_wrong_is_told_by_the_name_of_its_cell(rules: tuoyu.Rules) -> None:
    row = {"出生日期": "2025-02-30", "孩次": 21, "enrolment.from": 45.5, "enrolment.monthly_fee": "12.345"}
    with pytest.raises(tuoyu.TuoyuError) as refused:
        rules.assess_row(row, *WINDOW, rules=RULE)
    assert sorted((one.code, one.path) for one in refused.value.diagnostics) == [
        ("no-such-day", "出生日期"),
        ("number-with-fraction", "enrolment.from"),
        ("out-of-range", "孩次"),
        ("too-many-decimals", "enrolment.monthly_fee"),
    ]
    assert "tuoyu.decimals" not in str(refused.value)
    with pytest.raises(tuoyu.TuoyuError) as refused:
        rules.assess_row({"enrolment.from": "2026-02-01", "enrolment.to": "2026-01-31"}, *WINDOW)
    assert [(one.code, one.path) for one in refused.value.diagnostics] == [("end-before-start", "enrolment.to")]
    # The next one is answered.
    assert rules.assess_row({"enrolment.from": "2026-01-31", "enrolment.to": "2026-02-01"}, *WINDOW)
    with pytest.raises(TypeError, match=r"not builtins.dict \(in 孩次\)"):
        rules.assess_row({"孩次": {}}, *WINDOW)
    with pytest.raises(TypeError, match="not by int"):
        rules.assess_row({1: "2"}, *WINDOW)  # type: ignore[dict-item]
    with pytest.raises(ValueError, match="'amonut'"):
        rules.assess_row(ROW, *WINDOW, columns=["amonut"])
    with pytest.raises(tuoyu.TuoyuError, match="unknown-fact"):
        rules.assess_row({"child.birthdate": "2025-03-10"}, *WINDOW)
    with pytest.raises(tuoyu.TuoyuError, match="rule-without-columns"):
        rules.assess_row(ROW, *WINDOW, rules="jining/responsible")
    with pytest.raises(tuoyu.TuoyuError, match="not-a-month"):
        rules.assess_row(ROW, "2026", "2026-12")


def test_a_name_that_is_nearly_a_fact_is_warned_of_every_time(rules: tuoyu.Rules) -> None:
    for _ in range(2):
        with pytest.warns(tuoyu.TuoyuWarning, match="near-heading.*出生日期") as warned:
            rules.assess_row({"child.birth_order": 2, "出生日": "2025-03-10"}, *WINDOW)
        assert warned[0].filename == __file__


def test_what_is_kept_of_one_question_is_not_taken_for_another(rules: tuoyu.Rules) -> None:
    """Whatever was asked before, by months, rules, readings, names and their order, columns and what a row is about."""
    third = {"child.birth_date": "2025-03-10", "child.birth_order": 4, "enrolment.from": "2025-09-10"}
    turned = dict(reversed(third.items()))
    questions: list[tuple[dict[str, Any], tuple[str, str], dict[str, Any]]] = [
        (third, WINDOW, {"rules": RULE}),
        (turned, WINDOW, {"rules": RULE}),
        (third, WINDOW, {"rules": RULE, "readings": {"fourth-child": "as-third"}}),
        (third, WINDOW, {"rules": RULE, "readings": {"fourth-child": "none"}}),
        (third, WINDOW, {"rules": RULE, "columns": "max"}),
        (third, WINDOW, {"rules": [RULE, "jining/city-award"]}),
        (third, WINDOW, {"rules": RULE, "rows": "enrolment"}),
        ({**third, "child.birth_order": 2}, WINDOW, {"rules": RULE}),
        *((third, (f"2026-{month:02}", "2026-12"), {"rules": RULE, "columns": "max"}) for month in range(1, 13)),
    ]
    expected = [pickle.loads(pickle.dumps(rules)).assess_row(row, *window, **asked) for row, window, asked in questions]
    amount, highest = f"{RULE}.amount", f"{RULE}.max"
    assert [answer.get(amount) for answer in expected[:4]] == [None, None, Decimal("6000.00"), Decimal("0.00")]
    assert [answer[highest] for answer in expected[8:]] == [500 * Decimal(months) for months in range(12, 0, -1)]
    for start in range(len(questions)):
        for place in [*range(start, len(questions)), *range(start)]:
            row, window, asked = questions[place]
            assert rules.assess_row(row, *window, **asked) == expected[place]
            frame = pyarrow.table({name: [str(cell)] for name, cell in row.items()})
            answers = rules.assess_table(frame, *window, **asked).drop_columns(list(row))
            assert answers.to_pylist() == [expected[place]]


def test_rules_of_other_readings_and_numbers_keep_their_own(rules: tuoyu.Rules) -> None:
    row = {"child.birth_date": "2025-03-10", "child.birth_order": 3, "enrolment.from": "2025-09-10"}
    new = rules.reform({"jining/family-subsidy.third-child": "800"})
    both = [one.assess_row(row, *WINDOW, rules=RULE)[f"{RULE}.amount"] for one in (rules, new, rules, new)]
    assert both == [Decimal("6000.00"), Decimal("9600.00")] * 2
    case = {"families": [{"children": [{"birth_date": "2025-03-10", "birth_order": 3, "enrolments": [{"from": "2025-09-10"}]}]}]}
    both = [one.assess(case, *WINDOW, rules=RULE).outcomes[0].amount for one in (rules, new, rules, new)]
    assert both == [Decimal("6000.00"), Decimal("9600.00")] * 2


def test_threads_share_what_is_kept(rules: tuoyu.Rules) -> None:
    rows = [
        {"child.birth_date": "2025-03-10", "child.birth_order": order, "enrolment.from": f"2026-{month:02}-01"}
        for order in (1, 2, 3) for month in range(1, 13)
    ]
    by_order = {1: 0, 2: 300, 3: 500}
    expected = [Decimal(by_order[row["child.birth_order"]] * (13 - int(str(row["enrolment.from"])[5:7]))) for row in rows]
    wrong: list[Any] = []

    def ask(window: tuple[str, str]) -> None:
        for row, amount in zip(rows * 20, expected * 20):
            answer = rules.assess_row(row, *window, rules=RULE)[f"{RULE}.amount"]
            if answer != amount:
                wrong.append((row, answer))

    threads = [threading.Thread(target=ask, args=[WINDOW]) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_no_warning_without_a_near_miss(rules: tuoyu.Rules) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert rules.assess_row(ROW, *WINDOW, rules=RULE)
        assert rules.assess_row({}, *WINDOW, rules=RULE, rows="enrolment")[f"{RULE}.state"] == "undetermined"
