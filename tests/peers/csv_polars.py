"""A whole process with polars: a roster in, the same roster with five amounts out."""

import sys

import polars as pl

from polars_work import worked
import work

KINDS = {"infant": 0, "toddler-junior": 1, "toddler-senior": 2, "mixed-age": 3}
roster, out = sys.argv[1:]
days = ["child.birth_date", "enrolment.from", "enrolment.to"]
frame = pl.scan_csv(roster, schema_overrides={name: pl.Date for name in days} | {
    "enrolment.monthly_fee": pl.String, "employer.childcare_ratio": pl.String, "employer.kindergarten_ratio": pl.String})


def units(name, scale):
    """A decimal text in whole units, exactly."""
    return (pl.col(name).cast(pl.Decimal(18, scale)) * 10**scale).cast(pl.Int64)


columns = [
    pl.col("child.birth_date").to_physical().alias("birth"),
    pl.col("child.birth_order").alias("order"),
    pl.col("class.kind").replace_strict(KINDS, return_dtype=pl.Int64).alias("kind"),
    *[pl.col(f"institution.{name}").cast(pl.Int64).alias(name) for name in ("registered", "filed", "inclusive")],
    pl.col("enrolment.from").to_physical().alias("from"),
    pl.col("enrolment.to").to_physical().fill_null(work.OPEN).alias("to"),
    units("enrolment.monthly_fee", 2).alias("fee"),
    units("employer.childcare_ratio", 4).alias("childcare"),
    units("employer.kindergarten_ratio", 4).alias("kindergarten"),
]
given = pl.read_csv(roster, n_rows=0).columns
whole = worked(frame.with_columns(columns))
fen = [(pl.col(name).cast(pl.Decimal(18, 2)) / 100).alias(name) for name in work.AMOUNTS]
whole.select(*given, *fen).sink_csv(out)
