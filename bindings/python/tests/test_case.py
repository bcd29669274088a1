"""A case as Python writes it: exact numbers and days go in, floats and what no case holds do not."""

from __future__ import annotations

import decimal
import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import numpy
import pytest

import tuoyu

WINDOW = ("2026-01", "2026-12")


def reimbursed(rules: tuoyu.Rules, fee: Any, *, start: Any = "2025-09-10", ratio: Any = "0.5") -> tuoyu.Outcome:
    case = {
        "families": [
            {
                "parents": [{"id": "p1", "employer": {"childcare_ratio": ratio, "kindergarten_ratio": "0.3"}}],
                "children": [{"enrolments": [{"id": "e1", "from": start, "monthly_fee": fee}]}],
            }
        ]
    }
    return rules.assess(case, *WINDOW).outcome("p1/e1", "jining/employer-reimbursement")


@pytest.mark.parametrize("fee", ["2100.00", Decimal("2100.00"), Decimal("2.1E+3"), 2100, numpy.int64(2100)])
def test_every_exact_number_is_the_same_number(rules: tuoyu.Rules, fee: Any) -> None:
    # 12 × 2100 × min(0.5, 2 × 0.3) = 12600
    assert reimbursed(rules, fee).amount == Decimal("12600.00")


@pytest.mark.parametrize("start", ["2026-03-02", date(2026, 3, 2), datetime(2026, 3, 2)])
def test_every_day_is_the_same_day(rules: tuoyu.Rules, start: Any) -> None:
    # ten months × 2100 × 0.5
    assert reimbursed(rules, "2100.00", start=start).amount == Decimal("10500.00")


@pytest.mark.parametrize(("fee", "right"), [(2100.5, '"2100.5"'), (2100.0, '"2100"'), (numpy.float64(0.5), '"0.5"')])
def test_a_float_is_refused_with_the_text_that_would_be_right(rules: tuoyu.Rules, fee: float, right: str) -> None:
    with pytest.raises(tuoyu.TuoyuError) as refused:
        reimbursed(rules, fee)
    assert refused.value.code == "number-with-fraction"
    assert refused.value.path == "families[0].children[0].enrolments[0].monthly_fee"
    assert right in refused.value.help


@pytest.mark.parametrize("fee", [float("nan"), float("inf"), Decimal("NaN")])
def test_what_is_no_number_is_refused(rules: tuoyu.Rules, fee: Any) -> None:
    with pytest.raises(tuoyu.TuoyuError) as refused:
        reimbursed(rules, fee)
    assert refused.value.code == "not-a-decimal"


def test_a_day_with_a_time_is_no_day(rules: tuoyu.Rules) -> None:
    with pytest.raises(tuoyu.TuoyuError) as refused:
        reimbursed(rules, "2100.00", start=datetime(2026, 3, 2, 9, 30))
    assert (refused.value.code, refused.value.diagnostics[0].found) == ("not-a-date", "2026-03-02T09:30:00")


@pytest.mark.parametrize("value", [{"a"}, object(), numpy.array(["2100.00"])])
def test_what_no_case_holds_is_named_with_its_place(rules: tuoyu.Rules, value: Any) -> None:
    with pytest.raises(TypeError, match=r"at families\[0\]\.children\[0\]\.enrolments\[0\]\.monthly_fee"):
        reimbursed(rules, value)


def test_members_are_named_by_texts(rules: tuoyu.Rules) -> None:
    with pytest.raises(TypeError, match="not by int"):
        rules.assess({"families": [{1: 2}]}, *WINDOW)  # type: ignore[dict-item]


def test_a_case_that_holds_itself_is_too_deep(rules: tuoyu.Rules) -> None:
    case: dict[str, Any] = {}
    case["families"] = [case]
    with pytest.raises(tuoyu.TuoyuError) as refused:
        rules.assess(case, *WINDOW)
    assert refused.value.code == "too-deep"


def test_a_text_that_is_no_json_is_told_by_line_and_column(rules: tuoyu.Rules) -> None:
    with pytest.raises(tuoyu.TuoyuError) as refused:
        rules.assess('{\n  "families": [}', *WINDOW)
    assert (refused.value.code, refused.value.path) == ("invalid-json", "2:16")


def test_the_decimal_context_of_the_caller_changes_nothing(rules: tuoyu.Rules) -> None:
    with decimal.localcontext(decimal.Context(prec=2)):
        outcome = reimbursed(rules, Decimal("2099.99"))
    # 12 × 2099.99 × 0.5 = 12599.94
    assert outcome.amount == Decimal("12599.94")


def test_all_faults_of_question_and_case_come_at_once(rules: tuoyu.Rules) -> None:
    case = {"families": [{"county": "邹城", "children": [{"birth_date": "2025-02-30"}]}]}
    with pytest.raises(tuoyu.TuoyuError) as refused:
        rules.assess(case, "2026-12", "2026-01", rules=["jining/nothing"], readings={"fourth-child": "maybe"})
    codes = [one.code for one in refused.value.diagnostics]
    assert codes == ["window-reversed", "unknown-rule", "unknown-option", "not-an-option", "no-such-day"]
    assert refused.value.code == "window-reversed"
    assert str(refused.value).count("\n") == 4


def test_an_unknown_fact_is_not_a_zero(rules: tuoyu.Rules) -> None:
    for absent in ({}, {"birth_order": None}):
        child = {"id": "k1", "birth_date": "2025-03-10", **absent, "enrolments": [{"id": "e1", "from": "2025-09-10"}]}
        outcome = rules.assess({"families": [{"children": [child]}]}, *WINDOW).outcome("e1", "jining/family-subsidy")
        assert (outcome.state, outcome.amount) == ("undetermined", None)
        assert outcome.range == (Decimal("0.00"), Decimal("6000.00"))


def test_names_are_patterns(rules: tuoyu.Rules) -> None:
    case = json.dumps({"families": [{"children": [{"enrolments": [{"id": "e1"}]}]}]})
    asked = rules.assess(case, *WINDOW, rules="jining/*-subsidy")
    assert [one.rule for one in asked] == ["jining/operating-subsidy", "jining/family-subsidy"]
