"""What if: who gains, who loses, what it costs whom, and what the open questions of the law are worth."""

from __future__ import annotations

import pickle
from decimal import Decimal
from typing import Any

import polars
import pytest

import tuoyu

WINDOW = ("2026-01", "2026-12")
RULE = "jining/family-subsidy"
ROSTER = polars.DataFrame(
    {
        "county": ["邹城市", "邹城市", "曲阜市", "曲阜市", "曲阜市"],
        "institution.county": ["邹城市", "邹城市", "曲阜市", "曲阜市", "曲阜市"],
        "child.birth_date": ["2025-03-10"] * 5,
        # second, third, third, unknown, fourth
        "child.birth_order": [2, 3, 3, None, 4],
        "enrolment.from": ["2025-09-10", "2025-09-10", "2026-07-01", "2025-09-10", "2025-09-10"],
    }
)
REFORM = {"jining/family-subsidy.third-child": "800", "jining/family-subsidy.second-child": "200"}


@pytest.fixture(scope="module")
def comparison(rules: tuoyu.Rules) -> tuoyu.Comparison:
    return rules.compare(rules.reform(REFORM), ROSTER, *WINDOW, by=["county"], rules=RULE)


def test_who_gains_and_who_loses(comparison: tuoyu.Comparison) -> None:
    zoucheng, qufu = sorted(comparison.lines, key=lambda line: line.rows)
    assert (zoucheng.rule, zoucheng.payer, zoucheng.payee, zoucheng.form, zoucheng.unit) == (RULE, "county", "family", "payment", "CNY")
    assert (zoucheng.group, zoucheng.rows) == (("邹城市",), 2)
    # second child: 12 × 300 becomes 12 × 200; third child: 12 × 500 becomes 12 × 800
    assert (zoucheng.before, zoucheng.after, zoucheng.difference) == (Decimal("9600.00"), Decimal("12000.00"), Decimal("2400.00"))
    assert (zoucheng.gaining, zoucheng.gained, zoucheng.losing, zoucheng.lost) == (1, Decimal("3600.00"), 1, Decimal("1200.00"))
    assert (zoucheng.same, zoucheng.unsettled) == (0, 0)
    # third child from July: 6 × 500, then 6 × 800; two rows are open, so the sum is, and its range is not
    assert (qufu.group, qufu.rows, qufu.gaining, qufu.unsettled) == (("曲阜市",), 3, 1, 2)
    assert (qufu.before, qufu.after, qufu.difference) == (None, None, None)
    assert qufu.before_range == (Decimal("3000.00"), Decimal("15000.00"))
    assert qufu.after_range == (Decimal("4800.00"), Decimal("24000.00"))


def test_budgets_add_up(comparison: tuoyu.Comparison) -> None:
    whole = comparison.budget().to_dicts()
    assert [(one["payer"], one["payee"], one["before"], one["gaining"]) for one in whole] == [("county", "family", None, 2)]
    by_county = {one["county"]: one for one in comparison.budget("county")}
    assert by_county["邹城市"]["difference"] == Decimal("2400.00")
    assert by_county["曲阜市"]["difference"] is None
    assert [one["rule"] for one in comparison.budget("rule")] == [RULE]
    with pytest.raises(ValueError, match="'place'"):
        comparison.budget("place")


def test_a_comparison_is_an_object(rules: tuoyu.Rules, comparison: tuoyu.Comparison) -> None:
    again = rules.compare(rules.reform(REFORM), ROSTER, *WINDOW, by=["county"], rules=RULE)
    assert again == comparison and hash(again) == hash(comparison)
    assert pickle.loads(pickle.dumps(comparison)) == comparison
    with pytest.raises(AttributeError):
        comparison.lines = ()  # type: ignore[misc]
    told = comparison.to_dict()
    assert told["lines"][0]["difference"] in ("2400.00", None)
    page = comparison._repr_html_()
    assert "<script" not in page and "prefers-color-scheme:dark" in page
    assert "3,600.00" not in page and "12,000.00" in page


def test_every_rule_with_amounts_has_its_lines(rules: tuoyu.Rules) -> None:
    same = rules.compare(rules, ROSTER, *WINDOW)
    assert {line.rule for line in same.lines} >= {RULE, "jining/operating-subsidy", "jining/city-award"}
    assert same.changed() == ()
    assert all(line.gaining == line.losing == 0 for line in same.lines)
    # the months of the award and of the subsidy are open, from nothing to all of 900 and 3000 yuan a row
    award = next(line for line in same.lines if line.rule == "jining/city-award")
    assert award.before_range == (Decimal("0.00"), Decimal("4050.00"))


def test_groups_are_facts_or_columns(rules: tuoyu.Rules) -> None:
    by_fact = rules.compare(rules, ROSTER, *WINDOW, by="institution.county", rules=RULE)
    assert {line.group for line in by_fact.lines} == {("邹城市",), ("曲阜市",)}
    with pytest.raises(tuoyu.TuoyuError) as refused:
        rules.compare(rules, ROSTER, *WINDOW, by=["conty"], rules=RULE)
    assert (refused.value.code, refused.value.path, refused.value.diagnostics[0].expected) == ("unknown-name", "by", "county")


def test_bad_rows_are_told_or_counted(rules: tuoyu.Rules) -> None:
    bad = ROSTER.with_columns(bad_orders())
    with pytest.raises(tuoyu.TuoyuError, match="out-of-range"):
        rules.compare(rules, bad, *WINDOW, rules=RULE)
    line = rules.compare(rules, bad, *WINDOW, rules=RULE, errors="report").lines[0]
    assert (line.rows, line.left_out) == (5, 1)


def bad_orders() -> Any:
    return polars.Series("child.birth_order", [99, 3, 3, None, 4])


def test_a_sweep_has_a_row_for_each_value(rules: tuoyu.Rules) -> None:
    roster = ROSTER.head(3)
    number = "jining/family-subsidy.third-child"
    table = rules.sweep(number, [500, "800", Decimal("450.5")], roster, *WINDOW).to_dicts()
    assert {row["rule"] for row in table} == {RULE}
    # 12 + 6 months of third children, and 12 × 300
    told = [(row["value"], row["amount"], row["difference"], row["gaining"], row["losing"], row["same"]) for row in table]
    assert told == [
        (Decimal("500.0"), Decimal("12600.00"), Decimal("0.00"), 0, 0, 3),
        (Decimal("800.0"), Decimal("18000.00"), Decimal("5400.00"), 2, 0, 1),
        (Decimal("450.5"), Decimal("11709.00"), Decimal("-891.00"), 0, 2, 1),
    ]
    with pytest.raises(tuoyu.TuoyuError, match="unknown-parameter"):
        rules.sweep("jining/family-subsidy.third", [500], roster, *WINDOW)


def test_open_questions_have_a_price(rules: tuoyu.Rules) -> None:
    table = rules.sensitivity(ROSTER, *WINDOW, rules=RULE).to_dicts()
    told = {(row["reading"], row["option"]): row for row in table}
    as_third, none = told["fourth-child", "as-third"], told["fourth-child", "none"]
    # the unknown order stays open; the fourth child of row five is worth 12 × 500
    assert (as_third["min"], as_third["max"]) == (Decimal("12600.00") + 6000, Decimal("12600.00") + 6000 + 6000)
    assert (none["min"], none["max"]) == (Decimal("12600.00"), Decimal("12600.00") + 6000)
    assert (as_third["taken"], none["taken"]) == (False, False)
    assert told["reference-day", "last-day"]["taken"] is True
    # on the first day of a month July is not yet begun for whoever starts on its second day; here all start before
    assert told["reference-day", "first-day"]["losing"] == 0
    settled = rules.with_readings({"fourth-child": "none"}).sensitivity(ROSTER.drop_nulls(), *WINDOW, rules=RULE).to_dicts()
    told = {(row["reading"], row["option"]): row for row in settled}
    assert (told["fourth-child", "none"]["taken"], told["fourth-child", "none"]["difference"]) == (True, Decimal("0.00"))
    assert (told["fourth-child", "as-third"]["difference"], told["fourth-child", "as-third"]["gaining"]) == (Decimal("6000.00"), 1)
