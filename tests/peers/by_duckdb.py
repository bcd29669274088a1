"""The work with DuckDB: DECIMAL and DATE, into a table."""

import sys

import duckdb
import numpy as np

import work

columns = {name: np.frombuffer(c, dtype=np.dtype(c.typecode)) for name, c in work.read(sys.argv[1]).items()}
base = duckdb.connect(config={"threads": int(sys.argv[2])})
given = columns
base.execute(
    """CREATE TABLE rows AS SELECT
        DATE '1970-01-01' + "birth" AS birth, "order" AS birth_order, "kind" = 0 AS infant,
        "registered" = 1 AND "filed" = 1 AND "inclusive" = 1 AS entitled,
        DATE '1970-01-01' + "from" AS start,
        CASE WHEN "to" < 2147483647 THEN DATE '1970-01-01' + "to" END AS "end",
        (fee::DECIMAL(18, 2) * 0.01::DECIMAL(3, 2))::DECIMAL(9, 2) AS fee,
        (childcare::DECIMAL(18, 4) * 0.0001::DECIMAL(5, 4))::DECIMAL(5, 4) AS childcare,
        (kindergarten::DECIMAL(18, 4) * 0.0001::DECIMAL(5, 4))::DECIMAL(5, 4) AS kindergarten
       FROM given"""
)
months = " + ".join(
    f"""(start <= DATE '{day}' AND ("end" IS NULL OR DATE '{day}' <= "end"))::INT""" for day in work.LAST_DAYS
)
young = " + ".join(
    f"""(start <= DATE '{day}' AND ("end" IS NULL OR DATE '{day}' <= "end")
        AND birth <= DATE '{day}' AND birth > DATE '{work.three_years_before(day)}')::INT"""
    for day in work.LAST_DAYS
)
WORK = f"""CREATE OR REPLACE TEMP TABLE amounts AS
    WITH counted AS (SELECT *, {months} AS enrolled, {young} AS young FROM rows),
    paid AS (SELECT
        round((CASE WHEN entitled THEN enrolled ELSE 0 END) * (CASE WHEN infant THEN 3000 ELSE 2000 END) / 12, 2)::DECIMAL(18, 2) AS subsidy,
        round((CASE WHEN entitled THEN enrolled ELSE 0 END) * (CASE WHEN infant THEN 900 ELSE 600 END) / 12, 2)::DECIMAL(18, 2) AS award,
        (young * (CASE birth_order WHEN 1 THEN 0 WHEN 2 THEN 300 ELSE 500 END))::DECIMAL(18, 2) AS family,
        round((enrolled * fee)::DECIMAL(12, 2) * least(childcare, 2 * kindergarten, 1)::DECIMAL(5, 4), 2)::DECIMAL(18, 2) AS reimbursed,
        (enrolled * fee)::DECIMAL(18, 2) AS fees
      FROM counted)
    SELECT subsidy, award, family, reimbursed, greatest(0, fees - family - reimbursed)::DECIMAL(18, 2) AS net FROM paid"""


def cells():
    names = ["subsidy", "award", "family", "reimbursed", "net"]
    fen = ", ".join(f"({name} * 100)::BIGINT AS {name}" for name in names)
    table = base.execute(f"SELECT {fen} FROM amounts").fetchnumpy()
    return [np.ascontiguousarray(table[name], np.int64) for name in names]


work.serve(lambda: base.execute(WORK), cells)
