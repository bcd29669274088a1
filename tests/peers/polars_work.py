"""The work as polars expressions over whole fen."""

import polars as pl

import work


def amounts():
    """Expressions of the five amounts, in three steps that build on each other."""
    def month(day):
        return (pl.col("from") <= work.day(day)) & (work.day(day) <= pl.col("to"))

    def young(day):
        before = work.day(work.three_years_before(day))
        return month(day) & (before < pl.col("birth")) & (pl.col("birth") <= work.day(day))

    infant = pl.col("kind") == 0
    rate = pl.when(pl.col("order") == 1).then(0).when(pl.col("order") == 2).then(30_000).otherwise(50_000)
    ratio = pl.min_horizontal(pl.col("childcare"), 2 * pl.col("kindergarten"), pl.lit(10_000)).cast(pl.Int64)
    entitled = pl.col("enrolled") * (pl.col("registered") & pl.col("filed") & pl.col("inclusive")).cast(pl.Int64)

    def twelfth(rates):
        return (entitled * pl.when(infant).then(rates[0]).otherwise(rates[1]) * 2 + 12) // 24

    counted = [
        pl.sum_horizontal([month(day).cast(pl.Int64) for day in work.LAST_DAYS]).alias("enrolled"),
        pl.sum_horizontal([young(day).cast(pl.Int64) for day in work.LAST_DAYS]).alias("young"),
    ]
    paid = [
        twelfth(work.SUBSIDY).alias("operating-subsidy"),
        twelfth(work.AWARD).alias("city-award"),
        (pl.col("young") * rate.cast(pl.Int64)).alias("family-subsidy"),
        ((pl.col("enrolled") * pl.col("fee") * ratio * 2 + 10_000) // 20_000).alias("employer-reimbursement"),
    ]
    left = pl.col("enrolled") * pl.col("fee") - pl.col("family-subsidy") - pl.col("employer-reimbursement")
    return counted, paid, [pl.max_horizontal(pl.lit(0, pl.Int64), left).alias("net")]


def worked(frame):
    """The five amounts of a lazy frame."""
    counted, paid, net = amounts()
    return frame.with_columns(counted).with_columns(paid).with_columns(net)
