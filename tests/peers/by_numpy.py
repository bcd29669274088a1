"""The work with numpy: whole fen in 64 bits, or yuan in binary fractions as most scripts have them."""

import sys

import numpy as np

import work

folder, style = sys.argv[1:]
c = {name: np.frombuffer(column, dtype=np.dtype(column.typecode)) for name, column in work.read(folder).items()}
days = [(work.day(day), work.day(work.three_years_before(day))) for day in work.LAST_DAYS]
out = []


def counted():
    enrolled = np.zeros(len(c["birth"]), np.int64)
    young = np.zeros(len(c["birth"]), np.int64)
    for day, before in days:
        here = (c["from"] <= day) & (day <= c["to"])
        enrolled += here
        young += here & (before < c["birth"]) & (c["birth"] <= day)
    return enrolled, young, enrolled * (c["registered"] & c["filed"] & c["inclusive"])


def whole():
    enrolled, young, entitled = counted()
    infant = c["kind"] == 0
    subsidy = (entitled * np.where(infant, *work.SUBSIDY) * 2 + 12) // 24
    award = (entitled * np.where(infant, *work.AWARD) * 2 + 12) // 24
    family = young * np.select([c["order"] == 1, c["order"] == 2], [0, 30_000], 50_000)
    ratio = np.minimum(np.minimum(c["childcare"], 2 * c["kindergarten"]), 10_000)
    fees = enrolled * c["fee"]
    reimbursed = (fees * ratio * 2 + 10_000) // 20_000
    out[:] = [subsidy, award, family, reimbursed, np.maximum(0, fees - family - reimbursed)]


def fractions():
    enrolled, young, entitled = counted()
    infant = c["kind"] == 0
    subsidy = np.round(entitled * np.where(infant, 3000.0, 2000.0) / 12, 2)
    award = np.round(entitled * np.where(infant, 900.0, 600.0) / 12, 2)
    family = young * np.select([c["order"] == 1, c["order"] == 2], [0.0, 300.0], 500.0)
    ratio = np.minimum(np.minimum(yuan["childcare"], 2 * yuan["kindergarten"]), 1.0)
    fees = enrolled * yuan["fee"]
    # Half up, as the contract rounds; `np.round` would round half to even.
    reimbursed = np.floor(fees * ratio * 100 + 0.5) / 100
    out[:] = [subsidy, award, family, reimbursed, np.maximum(0.0, fees - family - reimbursed)]


if style == "whole":
    work.serve(whole, lambda: [np.ascontiguousarray(column, np.int64) for column in out])
else:
    yuan = {"fee": c["fee"] / 100, "childcare": c["childcare"] / 10_000, "kindergarten": c["kindergarten"] / 10_000}
    work.serve(fractions, lambda: [np.rint(column * 100).astype(np.int64) for column in out])
