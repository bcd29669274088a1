"""A made roster through Python: tuoyu from Arrow with one thread and with all, beside polars on int64.

    python bindings/python/bench/table.py [ROWS] [COMMAND]

Four rules of money over 2026, `fourth-child=as-third`. What polars does is written by hand for this window; every cell is
compared. The times of one run stand side by side; only their ratios mean anything. A case is timed besides.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

import tuoyu

RULES = ["operating-subsidy", "city-award", "family-subsidy", "employer-reimbursement"]
COLUMNS = [f"jining/{rule}.amount" for rule in RULES]
WINDOW = ("2026-01", "2026-12")
MONTHS = [date(2026, month, monthrange(2026, month)[1]) for month in range(1, 13)]
TIMES = 5


def made(rows: int, command: str) -> pl.DataFrame:
    """A roster of `tuoyu sample`, typed."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "roster.csv"
        asked = ["sample", "--rows", str(rows), "--seed", "2026", "--headings", "en", "-o", str(file)]
        subprocess.run([command, *asked], check=True)
        text = pl.read_csv(file, infer_schema=False)
    kinds = {fact["id"]: fact for fact in tuoyu.rules("jining").describe()["facts"]}
    return text.select(typed(name, kinds.get(name, {})) for name in text.columns)


def typed(name: str, fact: dict[str, Any]) -> pl.Expr:
    column = pl.col(name)
    match fact.get("type"):
        case "date":
            return column.str.to_date("%Y-%m-%d")
        case "yes-no":
            return column.is_in(["true", "1", "是"])
        case "option":
            return column.cast(pl.Categorical)
        case "number" if fact["decimals"] == 0:
            return column.cast(pl.Int64)
        case "number":
            return column.cast(pl.Decimal(18, fact["decimals"]))
        case _:
            return column


def by_hand(frame: pl.DataFrame) -> pl.DataFrame:
    """The same four amounts in fen, on int64."""
    start, end, birth = pl.col("enrolment.from"), pl.col("enrolment.to"), pl.col("child.birth_date")
    year, month, day = birth.dt.year() + 3, birth.dt.month(), birth.dt.day()
    leap = (month == 2) & (day == 29)
    third = pl.date(year, pl.when(leap).then(3).otherwise(month), pl.when(leap).then(1).otherwise(day))
    runs = [(start <= at) & (end.is_null() | (end >= at)) for at in MONTHS]
    months = pl.sum_horizontal(one.cast(pl.Int64) for one in runs)
    young = pl.sum_horizontal((one & (birth <= at) & (third > at)).cast(pl.Int64) for one, at in zip(runs, MONTHS))
    paid = pl.col("institution.registered") & pl.col("institution.filed") & pl.col("institution.inclusive")
    infant = pl.col("class.kind") == "infant"
    order = pl.col("child.birth_order")
    fee = (pl.col("enrolment.monthly_fee") * 100).cast(pl.Int64)
    ratios = [(pl.col(f"employer.{name}_ratio") * 10_000).cast(pl.Int64) for name in ("childcare", "kindergarten")]
    ratio = pl.min_horizontal(ratios[0], 2 * ratios[1], pl.lit(10_000))

    def yearly(first: int, other: int) -> pl.Expr:
        rate = pl.when(infant).then(first).otherwise(other)
        return pl.when(paid).then((2 * months * rate + 12) // 24).otherwise(0)

    rate = pl.when(order == 1).then(0).when(order == 2).then(30_000).otherwise(50_000)
    reimbursed = (2 * months * fee * ratio + 10_000) // 20_000
    return frame.select(
        yearly(300_000, 200_000).alias(COLUMNS[0]),
        yearly(90_000, 60_000).alias(COLUMNS[1]),
        (young * rate).alias(COLUMNS[2]),
        reimbursed.alias(COLUMNS[3]),
    )


def best(work: Callable[[], Any]) -> float:
    """The shortest of several runs, in seconds."""
    shortest = float("inf")
    for _ in range(TIMES):
        start = time.perf_counter()
        work()
        shortest = min(shortest, time.perf_counter() - start)
    return shortest


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    frame = made(rows, sys.argv[2] if len(sys.argv) > 2 else "target/release/tuoyu")
    arrow = frame.to_arrow()
    rules = tuoyu.rules("jining").with_readings({"fourth-child": "as-third"})
    asked: dict[str, Any] = {"rules": [f"jining/{rule}" for rule in RULES], "columns": "amount"}
    answers = pl.DataFrame(rules.assess_table(arrow, *WINDOW, **asked)).select(COLUMNS)
    expected = by_hand(frame)
    wrong = sum(
        ((answers[name] * 100).cast(pl.Int64) != expected[name]).fill_null(value=True).sum() for name in COLUMNS
    )
    print(f"{rows} rows, {len(COLUMNS)} amounts each; cells that differ: {wrong}")
    polars = best(lambda: by_hand(frame))
    one = best(lambda: rules.assess_table(arrow, *WINDOW, threads=1, **asked))
    all_of_them = best(lambda: rules.assess_table(arrow, *WINDOW, **asked))
    for name, seconds in (("polars int64, all threads", polars), ("tuoyu, 1 thread", one), ("tuoyu, all threads", all_of_them)):
        print(f"{name:28} {seconds * 1000:10.1f} ms {seconds / rows * 1e9:8.1f} ns a row {polars / seconds:8.2f} × polars")
    case = {"families": [{"children": [{"birth_date": "2025-03-10", "birth_order": 2,
        "enrolments": [{"id": "e1", "from": "2025-09-10", "to": "2026-12-31"}]}]}]}  # fmt: skip
    whole = best(lambda: [rules.assess(case, *WINDOW, rules="jining/family-subsidy") for _ in range(100)]) / 100
    print(f"one case, one rule, with reasons and the receipt: {whole * 1e6:.0f} µs")


if __name__ == "__main__":
    main()
