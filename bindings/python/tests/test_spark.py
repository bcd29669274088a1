"""Spark in local mode: row by row what one machine answers."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pyarrow
import pytest

import tuoyu
import tuoyu.spark

WINDOW = ("2026-01", "2026-12")
ROWS = 3000
ROSTER = pyarrow.table(
    {
        "enrolment.id": [f"e{number}" for number in range(ROWS)],
        "child.birth_date": [date(2022, 1, 1) + timedelta(days=number % 1460) for number in range(ROWS)],
        "child.birth_order": pyarrow.array([(None, 1, 2, 3, 4)[number % 5] for number in range(ROWS)], pyarrow.int32()),
        "class.kind": [("infant", "mixed-age", None)[number % 3] for number in range(ROWS)],
        "institution.registered": [number % 7 > 0 for number in range(ROWS)],
        "institution.filed": [number % 11 > 0 for number in range(ROWS)],
        "institution.inclusive": [(True, False, None)[number % 13 % 3] for number in range(ROWS)],
        "enrolment.from": [date(2025, 1, 1) + timedelta(days=number % 700) for number in range(ROWS)],
        "enrolment.monthly_fee": pyarrow.array(
            [Decimal(80_000 + number * 37 % 200_000).scaleb(-2) for number in range(ROWS)], pyarrow.decimal128(8, 2)
        ),
    }
)


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    with warnings.catch_warnings():
        # Spark's own code warns of what Python will do without.
        warnings.simplefilter("ignore")
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master("local[2]").appName("tuoyu")
        builder = builder.config("spark.ui.enabled", "false").config("spark.driver.host", "127.0.0.1")
        session = builder.config("spark.sql.execution.arrow.pyspark.enabled", "true").getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        yield session
        session.stop()


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning", "ignore::FutureWarning")
@pytest.mark.parametrize("is_reformed", [False, True], ids=["law", "reform"])
def test_spark_answers_row_by_row_as_one_machine(rules: tuoyu.Rules, session: Any, is_reformed: bool) -> None:
    if is_reformed:
        rules = rules.reform({"jining/family-subsidy.third-child": "800"}).with_readings({"fourth-child": "as-third"})
    columns = ["amount", "state", "min", "max", "months"]
    frame = session.createDataFrame(ROSTER).repartition(4)
    answered = tuoyu.spark.assess(frame, rules, *WINDOW, columns=columns)
    found = {row["enrolment.id"]: row.asDict() for row in answered.collect()}
    local = rules.assess_table(ROSTER, *WINDOW, columns=columns, errors="report").to_pylist()
    assert len(found) == ROWS
    assert [found[row["enrolment.id"]] for row in local] == local
    kinds = dict(answered.dtypes)
    assert kinds["jining/family-subsidy.amount"] == "decimal(38,2)"
    assert (kinds["jining/family-subsidy.state"], kinds["findings"]) == ("string", "string")


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning", "ignore::FutureWarning")
def test_a_wrong_question_starts_no_job(rules: tuoyu.Rules, session: Any) -> None:
    frame = session.createDataFrame(ROSTER)
    with pytest.raises(tuoyu.TuoyuError) as refused:
        tuoyu.spark.assess(frame, rules, "2026-13", "2026-12")
    assert refused.value.code == "not-a-month"
    with pytest.raises(tuoyu.TuoyuError) as refused:
        tuoyu.spark.assess(frame.withColumnRenamed("child.birth_date", "child.birthdate"), rules, *WINDOW)
    assert refused.value.code == "unknown-fact"
