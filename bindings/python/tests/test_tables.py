"""Frames of every library: the same kind out, types exact, columns of the caller untouched, faults told by row."""

from __future__ import annotations

import os
import pickle
import threading
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pytest

import tuoyu

WINDOW = ("2026-01", "2026-12")
RULE = "jining/family-subsidy"
COLUMNS = {
    "enrolment.id": ["e1", "e2", "e3", "e4"],
    "child.birth_date": [date(2023, 5, 31), date(2025, 3, 10), date(2025, 3, 10), None],
    "child.birth_order": [2, 3, None, 1],
    "enrolment.from": [date(2025, 9, 10)] * 4,
    "老师": ["李", "王", "王", None],
}
# to the day of three years; the whole year; open between nothing and 500 a month; a first child is refused
AMOUNTS = [Decimal("1200.00"), Decimal("6000.00"), None, Decimal("0.00")]
STATES = ["granted", "granted", "undetermined", "refused"]
ARROW = pyarrow.table(COLUMNS)


def frames() -> dict[str, Any]:
    connection = duckdb.connect()
    roster = ARROW  # noqa: F841 (duckdb reads it by its name)
    return {
        "pyarrow table": ARROW,
        "pyarrow batch": ARROW.to_batches()[0],
        "pyarrow reader": ARROW.to_reader(max_chunksize=1),
        "polars": polars.DataFrame(ARROW),
        "polars lazy": polars.DataFrame(ARROW).lazy(),
        "pandas": ARROW.to_pandas(types_mapper=pandas.ArrowDtype),
        "duckdb": connection.sql("select * from roster"),
        "tuoyu": tuoyu.Table(tuoyu._native.table_of_frame(ARROW)),
    }


def rows(frame: Any) -> list[dict[str, Any]]:
    if isinstance(frame, polars.LazyFrame):
        frame = frame.collect()
    if isinstance(frame, polars.DataFrame):
        return frame.rows(named=True)
    if isinstance(frame, pandas.DataFrame):
        return pyarrow.Table.from_pandas(frame, preserve_index=False).to_pylist()
    if isinstance(frame, pyarrow.RecordBatchReader):
        frame = frame.read_all()
    told: list[dict[str, Any]] = pyarrow.table(frame).to_pylist()
    return told


@pytest.mark.parametrize("kind", list(frames()))
def test_the_same_kind_comes_out_with_the_answers_beside_the_callers_columns(rules: tuoyu.Rules, kind: str) -> None:
    frame = frames()[kind]
    answers = rules.assess_table(frame, *WINDOW, rules=RULE)
    assert type(answers) is type(frame)
    told = rows(answers)
    assert list(told[0]) == [*COLUMNS, f"{RULE}.amount", f"{RULE}.state"]
    assert [row[f"{RULE}.amount"] for row in told] == AMOUNTS
    assert [row[f"{RULE}.state"] for row in told] == STATES
    own = [{name: row[name] for name in COLUMNS} for row in told]
    assert own == ARROW.to_pylist()


def test_types_are_exact(rules: tuoyu.Rules) -> None:
    answers = rules.assess_table(ARROW, *WINDOW, rules=RULE, columns=["amount", "state", "min", "max", "months"])
    schema = answers.schema
    for name in ("amount", "min", "max"):
        assert schema.field(f"{RULE}.{name}").type == pyarrow.decimal128(38, 2)
    state = schema.field(f"{RULE}.state").type
    assert pyarrow.types.is_dictionary(state) and state.value_type == pyarrow.string()
    assert answers.column(f"{RULE}.max").to_pylist() == [Decimal("1200.00"), Decimal("6000.00"), Decimal("6000.00"), Decimal("0.00")]
    assert answers.column(f"{RULE}.min").to_pylist()[2] == Decimal("0.00")
    assert answers.column(f"{RULE}.months").to_pylist() == [4, 12, None, 0]
    assert answers.schema.field("child.birth_date").type == pyarrow.date32()


def test_pandas_keeps_its_index_and_its_types(rules: tuoyu.Rules) -> None:
    frame = ARROW.to_pandas(types_mapper=pandas.ArrowDtype)
    frame.index = pandas.Index([40, 30, 20, 10], name="number")
    before = frame.copy()
    answers = rules.assess_table(frame, *WINDOW, rules=RULE)
    pandas.testing.assert_frame_equal(frame, before)
    pandas.testing.assert_frame_equal(answers[list(COLUMNS)], before)
    assert answers.loc[30, f"{RULE}.amount"] == Decimal("6000.00")
    assert str(answers[f"{RULE}.amount"].dtype) == "decimal128(38, 2)[pyarrow]"
    assert str(answers[f"{RULE}.state"].dtype) == "category"


def test_days_of_pandas_are_days(rules: tuoyu.Rules) -> None:
    frame = pandas.DataFrame(
        {
            "birth_date": pandas.to_datetime(["2023-05-31", "2025-03-10"]),
            "孩次": pandas.array([2, None], dtype="Int64"),
            "入托日期": ["2025-09-10", "2025-09-10"],
        }
    ).rename(columns={"birth_date": "child_birth_date"})
    assert rules.assess_table(frame, *WINDOW, rules=RULE)[f"{RULE}.state"].to_list() == ["granted", "undetermined"]


def test_a_day_with_a_time_is_told_with_its_row(rules: tuoyu.Rules) -> None:
    births = [datetime(2023, 5, 31), datetime(2025, 3, 10, 9, 30)]
    with pytest.raises(tuoyu.TuoyuError) as refused:
        rules.assess_table(pyarrow.table({"child.birth_date": births, "enrolment.from": births}), *WINDOW, rules=RULE)
    told = [(one.code, one.path, one.found) for one in refused.value.diagnostics]
    assert told == [("not-a-date", f"row 2, {name}", "2025-03-10 09:30") for name in ("child.birth_date", "enrolment.from")]


@pytest.mark.parametrize(
    "values",
    [
        pyarrow.array(["2100", "1999.99"]),
        pyarrow.array([Decimal("2100.00"), Decimal("1999.99")], pyarrow.decimal128(10, 2)),
        pyarrow.array([Decimal("2100"), Decimal("1999.9900")], pyarrow.decimal128(12, 4)),
        pyarrow.array([Decimal("2100"), Decimal("1999.99")], pyarrow.decimal256(50, 3)),
        pyarrow.array([Decimal("2100"), Decimal("1999.99")], pyarrow.decimal64(10, 2)),
    ],
    ids=lambda values: str(values.type),
)
def test_every_exact_type_says_the_same_money(rules: tuoyu.Rules, values: pyarrow.Array) -> None:
    rule = "jining/employer-reimbursement"
    ratio = pyarrow.array([Decimal("0.5")] * 2, pyarrow.decimal128(5, 4))
    frame = pyarrow.table(
        {"enrolment.monthly_fee": values, "childcare": ratio, "employer.kindergarten_ratio": ratio, "enrolment.from": ["2025-09-10"] * 2}
    ).rename_columns(["enrolment.monthly_fee", "employer.childcare_ratio", "employer.kindergarten_ratio", "enrolment.from"])
    answers = rules.assess_table(frame, *WINDOW, rules=rule)
    # 12 × 2100 × 0.5 and 12 × 1999.99 × 0.5
    assert answers.column(f"{rule}.amount").to_pylist() == [Decimal("12600.00"), Decimal("11999.94")]


@pytest.mark.parametrize("kind", ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"])
def test_every_whole_type_says_the_same_count(rules: tuoyu.Rules, kind: str) -> None:
    frame = ARROW.set_column(2, "child.birth_order", pyarrow.array([2, 3, None, 1], pyarrow.type_for_alias(kind)))
    assert rules.assess_table(frame, *WINDOW, rules=RULE).column(f"{RULE}.amount").to_pylist() == AMOUNTS
    fee = pyarrow.array([2100] * 4, pyarrow.type_for_alias(kind if kind not in ("int8", "uint8") else "int16"))
    frame = ARROW.append_column("enrolment.monthly_fee", fee)
    limit = "jining/inclusive-fee"
    assert f"{limit}.state" in rules.assess_table(frame, *WINDOW).column_names


@pytest.mark.parametrize("kind", [pyarrow.float32(), pyarrow.float64()])
@pytest.mark.parametrize("column", ["enrolment.monthly_fee", "child.birth_order"])
def test_a_column_of_floats_is_refused_and_the_helper_is_named(rules: tuoyu.Rules, kind: Any, column: str) -> None:
    frame = pyarrow.table({column: pyarrow.array([2.0, None], kind), "child.birth_date": ["2025-03-10"] * 2})
    with pytest.raises(tuoyu.TuoyuError) as refused:
        rules.assess_table(frame, *WINDOW)
    assert (refused.value.code, refused.value.path) == ("number-with-fraction", column)
    assert f'tuoyu.decimals(frame, {{"{column}": 2}}' in refused.value.help
    assert "浮点数" in str(refused.value) and "floats" in str(refused.value)


FLOATS = [2100.5, 0.1, None, 1999.995, 2100.0]


@pytest.mark.parametrize("make", [polars.DataFrame, pandas.DataFrame, pyarrow.table], ids=["polars", "pandas", "pyarrow"])
@pytest.mark.parametrize(
    ("rounding", "last"), [("half-up", "2000.00"), ("half-even", "2000.00"), ("down", "1999.99")]
)
def test_floats_become_decimals_by_a_declared_rounding(make: Any, rounding: str, last: str) -> None:
    frame = make({"fee": FLOATS, "name": list("abcde")})
    exact = tuoyu.decimals(frame, {"fee": 2}, rounding=rounding)
    assert type(exact) is type(frame)
    expected = [Decimal("2100.50"), Decimal("0.10"), None, Decimal(last), Decimal("2100.00")]
    assert [row["fee"] for row in rows(exact)] == expected
    assert [row["name"] for row in rows(exact)] == list("abcde")


def test_exact_floats_only_unless_declared() -> None:
    frame = polars.DataFrame({"fee": FLOATS})
    with pytest.raises(tuoyu.TuoyuError) as refused:
        tuoyu.decimals(frame, {"fee": 2})
    assert [(one.code, one.path, one.found) for one in refused.value.diagnostics] == [("too-many-decimals", "row 4, fee", "1999.995")]
    assert tuoyu.decimals(frame, {"fee": 3})["fee"].to_list()[3] == Decimal("1999.995")
    with pytest.raises(tuoyu.TuoyuError, match="not-a-decimal"):
        tuoyu.decimals(polars.DataFrame({"fee": [float("inf")]}), {"fee": 2})
    with pytest.raises(ValueError, match="rounding"):
        tuoyu.decimals(frame, {"fee": 2}, rounding="up")
    with pytest.raises(ValueError, match="number of decimals"):
        tuoyu.decimals(frame, {"fee": -1})


def test_bad_rows_are_told_each_and_the_others_are_answered(rules: tuoyu.Rules) -> None:
    frame = polars.DataFrame(
        {
            "出生日期": ["2023-05-31", "2025-02-30", "2025-03-10", "2025-03-10"],
            "孩次": ["2", "3", "21", "3"],
            "入托日期": ["2025-09-10"] * 4,
            "在托截止日期": [None, None, None, "2025-09-09"],
        }
    )
    with pytest.raises(tuoyu.TuoyuError) as refused:
        rules.assess_table(frame, *WINDOW, rules=RULE)
    told = [(one.code, one.path) for one in refused.value.diagnostics]
    assert told == [
        ("no-such-day", "row 2, 出生日期"),
        ("out-of-range", "row 3, 孩次"),
        ("end-before-start", "row 4, 在托截止日期"),
    ]
    answers = rules.assess_table(frame, *WINDOW, rules=RULE, errors="report")
    assert answers[f"{RULE}.amount"].to_list() == [Decimal("1200.00"), None, None, None]
    assert answers[f"{RULE}.state"].to_list() == ["granted", None, None, None]
    findings = answers["findings"].to_list()
    assert findings[0] is None
    assert findings[1].startswith("出生日期：") and " | 出生日期: " in findings[1]
    with pytest.raises(ValueError, match="errors"):
        rules.assess_table(frame, *WINDOW, errors="ignore")


def test_rows_are_numbered_over_all_chunks(rules: tuoyu.Rules) -> None:
    count = 10_000
    orders: list[int | None] = [2] * count
    for bad in (0, 4095, 4096, 9_999):
        orders[bad] = 99
    chunks = pyarrow.chunked_array([orders[:3], orders[3:5000], orders[5000:]])
    frame = pyarrow.table({"child.birth_order": chunks, "note": pyarrow.chunked_array([["x"] * count])})
    with pytest.raises(tuoyu.TuoyuError) as refused:
        rules.assess_table(frame, *WINDOW, rules=RULE, rows="enrolment")
    assert [one.path for one in refused.value.diagnostics] == [
        f"row {number}, child.birth_order" for number in (1, 4096, 4097, 10_000)
    ]
    answers = rules.assess_table(frame, *WINDOW, rules=RULE, rows="enrolment", errors="report")
    states = answers.column(f"{RULE}.state").to_pylist()
    assert [place for place, state in enumerate(states) if state is None] == [0, 4095, 4096, 9_999]


def test_headings_are_refused_or_warned_of(rules: tuoyu.Rules) -> None:
    with pytest.raises(tuoyu.TuoyuError) as refused:
        rules.assess_table(pyarrow.table({"child.birthdate": ["2025-03-10"]}), *WINDOW)
    assert (refused.value.code, refused.value.diagnostics[0].expected) == ("unknown-fact", "child.birth_date")
    with pytest.raises(tuoyu.TuoyuError) as refused:
        rules.assess_table(pyarrow.table({"child.birth_date": ["2025-03-10"], "出生日期": ["2025-03-10"]}), *WINDOW)
    assert refused.value.code == "duplicate-column"
    near = pyarrow.table({"child.birth_order": [2], "出生日": ["2025-03-10"]})
    with pytest.warns(tuoyu.TuoyuWarning, match="near-heading.*出生日期") as warned:
        rules.assess_table(near, *WINDOW)
    assert warned[0].filename == __file__
    answered = rules.assess_table(ARROW, *WINDOW, rules=RULE)
    with pytest.raises(tuoyu.TuoyuError, match="duplicate-column"):
        rules.assess_table(answered, *WINDOW, rules=RULE)


def test_what_is_no_frame_is_named(rules: tuoyu.Rules) -> None:
    with pytest.raises(TypeError, match="builtins.list"):
        rules.assess_table([{"child.birth_order": 2}], *WINDOW)
    with pytest.raises(ValueError, match="'amonut'"):
        rules.assess_table(ARROW, *WINDOW, columns=["amonut"])
    with pytest.raises(tuoyu.TuoyuError) as refused:
        rules.assess_table(pyarrow.table({"child.birth_date": [[1]]}), *WINDOW)
    assert (refused.value.code, refused.value.path) == ("not-a-date", "child.birth_date")


def test_a_rule_without_columns_is_refused_where_it_is_named(rules: tuoyu.Rules) -> None:
    with pytest.raises(tuoyu.TuoyuError) as refused:
        rules.assess_table(ARROW, *WINDOW, rules="jining/responsible")
    assert refused.value.code == "rule-without-columns"


def test_no_rows_are_answered_with_no_rows(rules: tuoyu.Rules) -> None:
    answers = rules.assess_table(ARROW.slice(0, 0), *WINDOW, rules=RULE)
    assert answers.num_rows == 0 and f"{RULE}.amount" in answers.column_names
    assert polars.DataFrame(ARROW).clear().pipe(rules.assess_table, *WINDOW, rules=RULE).height == 0


def test_slices_and_chunks_change_nothing(rules: tuoyu.Rules) -> None:
    wide = pyarrow.concat_tables([ARROW] * 2500)
    whole = rules.assess_table(wide, *WINDOW, rules=RULE)
    combined = rules.assess_table(wide.combine_chunks(), *WINDOW, rules=RULE)
    assert whole.equals(combined) or whole.to_pylist() == combined.to_pylist()
    assert rules.assess_table(wide.combine_chunks().slice(4097, 7), *WINDOW, rules=RULE).to_pylist() == whole.to_pylist()[4097:4104]
    assert rules.assess_table(wide, *WINDOW, rules=RULE, threads=1).to_pylist() == whole.to_pylist()


@pytest.mark.parametrize("threads", [1, 2, 3, None])
def test_a_long_frame_has_the_answers_of_its_rows(rules: tuoyu.Rules, threads: int | None) -> None:
    # Five rows again and again, now and then one of two with something unknown: columns of two MiB and more, and ranges
    # that end within a byte of bits.
    few = pyarrow.table(
        {
            "child.birth_date": pyarrow.array([date(2023, 5, 31), date(2025, 3, 10), *[date(2024, 2, 29)] * 4, None]),
            "child.birth_order": pyarrow.array([2, 3, 1, 3, 2, None, 4], pyarrow.int8()),
            "class.kind": pyarrow.array([*["mixed-age", "infant"] * 2, "toddler-junior", None, "infant"]).dictionary_encode(),
            "institution.registered": [True, True, False, True, True, None, True],
            "institution.filed": [1, 1, 1, 1, 0, 1, 1],
            "institution.inclusive": ["是"] * 7,
            "enrolment.from": pyarrow.array([datetime(2025, 9, 10)] * 7, pyarrow.timestamp("ns")),
            "enrolment.monthly_fee": pyarrow.array([1680, 0, 2100, 1, 2, 3, None], pyarrow.int32()),
            "employer.childcare_ratio": pyarrow.array([Decimal("0.5")] * 6 + [None], pyarrow.decimal128(5, 1)),
            "employer.kindergarten_ratio": pyarrow.array([Decimal("0.250000")] * 7, pyarrow.decimal128(9, 6)),
        }
    )
    asked: dict[str, Any] = {"rules": "jining/*-subsidy", "columns": tuoyu._rules.COLUMNS}
    count = 140_003
    places = pyarrow.array([5 + row % 2 if row % 997 == 0 else row % 5 for row in range(count + 3)])
    expected = rules.assess_table(few, *WINDOW, **asked).take(places).slice(3)
    assert expected[f"{RULE}.amount"].null_count > 0 and expected["jining/operating-subsidy.amount"].null_count > 0
    long = few.take(places).combine_chunks().slice(3)
    answers = rules.assess_table(long, *WINDOW, threads=threads, **asked)
    answers.validate(full=True)
    for name in answers.column_names[few.num_columns:]:
        assert answers[name].combine_chunks().equals(expected[name].combine_chunks()), name
    # A row that cannot be read is left out, and no other.
    orders = long["child.birth_order"].to_numpy(zero_copy_only=False).copy()
    orders[100_001] = 99
    wrong = long.set_column(1, "child.birth_order", pyarrow.array(orders, pyarrow.int8(), from_pandas=True))
    reported = rules.assess_table(wrong, *WINDOW, threads=threads, errors="report", **asked)
    reported.validate(full=True)
    assert reported["findings"].is_valid().index(True).as_py() == 100_001
    others = pyarrow.array(row != 100_001 for row in range(count))
    for name in answers.column_names[few.num_columns:]:
        assert reported[name][100_001].as_py() is None
        assert reported[name].filter(others).combine_chunks().equals(expected[name].filter(others).combine_chunks()), name


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="tells its memory where there is /proc")
def test_a_frame_takes_its_answers_and_sixteen_mib(rules: tuoyu.Rules) -> None:
    def memory() -> int:
        return int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1]) * os.sysconf("SC_PAGE_SIZE")

    mib, rows = 2**20, 600_000
    known = ARROW.select(["child.birth_date", "child.birth_order", "enrolment.from"]).slice(0, 2)
    long = pyarrow.concat_tables([known] * (rows // 2)).combine_chunks()
    few = long.slice(0, 20_000)
    asked: dict[str, Any] = {"rules": RULE, "columns": ["amount", "min", "max"]}
    rules.assess_table(few, *WINDOW, **asked)
    before = memory()
    held = rules.assess_table(long, *WINDOW, **asked)
    # Three columns of 16 bytes, and a bit for each cell.
    answers = rows * 3 * 16 + rows * 3 // 8
    assert held.num_rows == rows and memory() - before <= answers + 16 * mib
    del held
    for _ in range(3):
        rules.assess_table(long, *WINDOW, **asked)
    assert memory() - before <= answers + 16 * mib, "dropped answers are used again"
    held = rules.assess_table(few, *WINDOW, **asked)
    assert memory() - before <= 16 * mib + 20_000 * 3 * 17, "what does not fit goes back"
    assert held.num_rows == 20_000


def test_threads_share_rules_and_frames(rules: tuoyu.Rules) -> None:
    told: list[list[Any]] = []
    threads = [
        threading.Thread(target=lambda: told.append(rules.assess_table(ARROW, *WINDOW, rules=RULE).to_pylist())) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told) == 4 and all(one == told[0] for one in told)


def test_a_stream_is_read_as_it_is_asked_for(rules: tuoyu.Rules) -> None:
    read: list[int] = []

    def batches() -> Any:
        for number in range(3):
            read.append(number)
            yield ARROW.to_batches()[0]

    reader = rules.assess_table(pyarrow.RecordBatchReader.from_batches(ARROW.schema, batches()), *WINDOW, rules=RULE)
    assert read == []
    assert reader.read_next_batch().num_rows == 4
    assert read == [0]
    assert sum(batch.num_rows for batch in reader) == 8


def test_a_table_travels_and_is_equal(rules: tuoyu.Rules) -> None:
    table = rules.parameters()
    copied = pickle.loads(pickle.dumps(table))
    assert copied == table and hash(copied) == hash(table) and copied is not table
    assert len({table, copied}) == 1
    assert table.to_dicts() == table.to_arrow().to_pylist() == table.to_polars().rows(named=True)
    assert table.to_pandas()["value"].to_list() == [row["value"] for row in table]
    with pytest.raises(AttributeError):
        table.columns = ()  # type: ignore[misc]
    assert "<table>" in table._repr_html_() and "<script" not in table._repr_html_()


def test_the_law_as_a_table(rules: tuoyu.Rules) -> None:
    table = {row["parameter"]: row for row in rules.parameters()}
    third = table["jining/family-subsidy.third-child"]
    assert third["value"] == third["law"] == Decimal(500)
    assert (third["unit"], third["from"], third["to"]) == ("CNY", date(2025, 7, 21), date(2028, 6, 20))
    assert (third["document"], third["clause"]) == ("济政办字〔2025〕15号", "二（五）13③")
    assert "三孩每人每月500元" in third["quote"]
    assert "jining/family-subsidy" in third["rules"].split("; ")
    new = {row["parameter"]: row for row in rules.reform({"jining/family-subsidy.third-child": "800"}).parameters()}
    assert new["jining/family-subsidy.third-child"]["value"] == Decimal(800)
    assert new["jining/family-subsidy.third-child"]["law"] == Decimal(500)
    assert len(table) == len(rules.describe()["parameters"])
