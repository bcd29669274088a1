"""The work: one row is one enrolment, and five amounts in fen are asked over 2026. Inputs as raw columns in a folder,
and a conversation with whoever asks, so that every engine is timed in turn and by its own clock."""

import array
import datetime
import sys
import time
from pathlib import Path

EPOCH = datetime.date(1970, 1, 1)
LAST_DAYS = [datetime.date(2026 + month // 12, month % 12 + 1, 1) - datetime.timedelta(1) for month in range(1, 13)]
# Without end: later than any day.
OPEN = 2**31 - 1
# name, code of the array module: days since 1970-01-01, fen, ten-thousandths, 0 and 1, places of options.
COLUMNS = [
    ("birth", "i"), ("order", "i"), ("kind", "B"), ("registered", "B"), ("filed", "B"), ("inclusive", "B"),
    ("from", "i"), ("to", "i"), ("fee", "q"), ("childcare", "i"), ("kindergarten", "i"),
]
AMOUNTS = ["operating-subsidy", "city-award", "family-subsidy", "employer-reimbursement", "net"]
# Fen a year; the first kind is the infant class.
SUBSIDY, AWARD, FAMILY = (300_000, 200_000), (90_000, 60_000), {1: 0, 2: 30_000, 3: 50_000, 4: 50_000}


def day(date):
    """The number of a day."""
    return (date - EPOCH).days


def three_years_before(day):
    """A child born after this day is under three on that one, which is none of 29 February."""
    return day.replace(year=day.year - 3)


def column(path, code):
    """A column, as an array of the standard library."""
    cells = array.array(code)
    cells.frombytes(Path(path).read_bytes())
    return cells


def read(folder):
    """The columns of a folder."""
    return {name: column(Path(folder) / name, code) for name, code in COLUMNS}


def known(folder):
    """For each column which cells are known, where not all are."""
    paths = {name: Path(folder) / f"{name}.known" for name, _ in COLUMNS}
    return {name: column(path, "B") for name, path in paths.items() if path.exists()}


def write_cells(path, amounts):
    """Five lists of whole fen, one behind the other; less than nothing is what is not settled."""
    with open(path, "wb") as file:
        for cells in amounts:
            file.write(memoryview(cells).tobytes())


def memory():
    """The most memory that this process had, in KiB."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))


def serve(run, cells):
    """Runs as often as it is told, and tells how many nanoseconds that took; writes the cells; tells the most memory."""
    print("ready", flush=True)
    for line in sys.stdin:
        word, _, rest = line.strip().partition(" ")
        if word == "go":
            times = range(int(rest))
            start = time.perf_counter_ns()
            for _ in times:
                run()
            print(time.perf_counter_ns() - start, flush=True)
        elif word == "cells":
            write_cells(rest, cells())
            print("written", flush=True)
        elif word == "end":
            print(memory(), flush=True)
            return
