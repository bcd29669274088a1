"""A roster of `tuoyu sample --headings en` → raw columns, which every engine reads alike. What is not known is 0, and
`NAME.known` says so."""

import array
import csv
import datetime
import functools
import sys
from pathlib import Path

import work

KINDS = ["infant", "toddler-junior", "toddler-senior", "mixed-age"]


@functools.cache
def day(text):
    return work.day(datetime.date.fromisoformat(text))


def units(text, decimals):
    """A plain decimal, in units of its last decimal."""
    whole, _, rest = text.partition(".")
    return int(whole + rest.ljust(decimals, "0"))


# Column, heading, how a cell is read.
CELLS = [
    ("birth", "child.birth_date", day),
    ("order", "child.birth_order", int),
    ("kind", "class.kind", KINDS.index),
    ("registered", "institution.registered", ["false", "true"].index),
    ("filed", "institution.filed", ["false", "true"].index),
    ("inclusive", "institution.inclusive", ["false", "true"].index),
    ("from", "enrolment.from", day),
    ("to", "enrolment.to", lambda text: day(text) if text else work.OPEN),
    ("fee", "enrolment.monthly_fee", lambda text: units(text, 2)),
    ("childcare", "employer.childcare_ratio", lambda text: units(text, 4)),
    ("kindergarten", "employer.kindergarten_ratio", lambda text: units(text, 4)),
]


def cells(row):
    """The numbers of a row, in the order of the columns; None where it is not known."""
    return [read(row[heading]) if row[heading] or name == "to" else None for name, heading, read in CELLS]


def main(roster, folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    columns = [array.array(code) for _, code in work.COLUMNS]
    known = [bytearray() for _ in work.COLUMNS]
    with open(roster, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for column, is_known, cell in zip(columns, known, cells(row)):
                column.append(0 if cell is None else cell)
                is_known.append(cell is not None)
    for (name, _), column, is_known in zip(work.COLUMNS, columns, known):
        (folder / name).write_bytes(column.tobytes())
        if not all(is_known):
            (folder / f"{name}.known").write_bytes(is_known)


if __name__ == "__main__":
    main(*sys.argv[1:])
