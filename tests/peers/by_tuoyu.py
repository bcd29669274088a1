"""The work with tuoyu from Python, from an Arrow table into one: dates, decimals, dictionaries, as a data frame has them.
With `case` in place of a folder: one case, and one row, in nanoseconds."""

import csv
import statistics
import sys
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
import tuoyu

import work
from prepare import CELLS, KINDS

HERE = Path(__file__).resolve().parent
RULES = [*(f"jining/{name}" for name in work.AMOUNTS[:-1]), "bench/net"]
WINDOW = ("2026-01", "2026-12")


def decimals(units, scale):
    """Whole units as an Arrow decimal, without a detour over text: both halves of 128 bits."""
    halves = np.zeros((len(units), 2), np.int64)
    halves[:, 0] = units
    return pa.Array.from_buffers(pa.decimal128(18, scale), len(units), [None, pa.py_buffer(halves)])


def table(folder):
    """The columns as a data frame would hand them over."""
    columns = {name: np.frombuffer(column, np.dtype(column.typecode)) for name, column in work.read(folder).items()}

    def cells(name):
        values = columns[name]
        match name:
            case "birth" | "from":
                return pa.array(values, pa.date32())
            case "to":
                return pa.array(values, pa.date32(), mask=values == work.OPEN)
            case "kind":
                return pa.DictionaryArray.from_arrays(pa.array(values, pa.int8()), KINDS)
            case "registered" | "filed" | "inclusive":
                return pa.array(values == 1)
            case "fee":
                return decimals(values, 2)
            case "childcare" | "kindergarten":
                return decimals(values, 4)
            case _:
                return pa.array(values)

    return pa.table({heading: cells(name) for name, heading, _ in CELLS})


def fen(column):
    """An Arrow decimal with two places as whole fen."""
    chunks = [np.frombuffer(chunk.buffers()[1], np.int64)[::2][chunk.offset:][:len(chunk)] for chunk in column.chunks]
    return np.ascontiguousarray(np.concatenate(chunks))


def rows(folder, layers, threads):
    rules = tuoyu.load(layers).with_readings({"fourth-child": "as-third"})
    frame = table(folder)
    out = []

    def run():
        out[:] = [rules.assess_table(frame, *WINDOW, rules=RULES, columns="amount", threads=threads)]

    work.serve(run, lambda: [fen(out[0][f"{rule}.amount"]) for rule in RULES])


def median(run):
    """Nanoseconds of a run, the median of many."""
    each = []
    for _ in range(301):
        start = time.perf_counter_ns()
        run()
        each.append(time.perf_counter_ns() - start)
    return int(statistics.median(each))


def case():
    rules = tuoyu.rules("jining").with_readings({"fourth-child": "as-third"})
    text = (HERE / "case.json").read_bytes()
    with open(HERE / "row.csv", newline="", encoding="utf-8") as file:
        row = next(csv.DictReader(file))
    row = {heading: cell or None for heading, cell in row.items()}
    one = pa.table({heading: [cell] for heading, cell in row.items()})
    print("python-row", median(lambda: rules.assess_row(row, *WINDOW, rules="jining/*")))
    print("python-table-row", median(lambda: rules.assess_table(one, *WINDOW, rules="jining/*")))
    print("python-assess", median(lambda: rules.assess(text, *WINDOW, rules="jining/*")))
    print("python-assess-one", median(lambda: rules.assess(text, *WINDOW, rules="jining/family-subsidy")))


if __name__ == "__main__":
    if sys.argv[1] == "case":
        case()
    else:
        rows(sys.argv[1], sys.argv[2], int(sys.argv[3]))
