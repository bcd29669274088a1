"""The exact reference: civil dates and whole numbers, month by month, written from docs/contract.md and from no engine."""

import array
import datetime
import functools
import itertools
import sys

import work

NOT_SETTLED = -1
# A fee beyond which nothing changes any more: every amount grows with it or not at all.
LARGE_FEE = 100_000_000


@functools.cache
def civil(number):
    return datetime.date.max if number == work.OPEN else work.EPOCH + datetime.timedelta(number)


@functools.cache
def under_three(birth, on):
    """Born on 29 February, a child turns three on 1 March."""
    try:
        third = birth.replace(year=birth.year + 3)
    except ValueError:
        third = datetime.date(birth.year + 3, 3, 1)
    return birth <= on < third


def half_up(numerator, denominator):
    """A quotient, rounded half up."""
    return (2 * numerator + denominator) // (2 * denominator)


def amounts(birth, order, kind, registered, filed, inclusive, start, end, fee, childcare, kindergarten):
    """The five amounts of a row in which everything is known, in fen."""
    birth, start, end = civil(birth), civil(start), civil(end)
    enrolled = [day for day in work.LAST_DAYS if start <= day <= end]
    entitled = len(enrolled) if registered and filed and inclusive else 0
    place = 0 if kind == 0 else 1
    subsidy = half_up(entitled * work.SUBSIDY[place], 12)
    award = half_up(entitled * work.AWARD[place], 12)
    family = sum(work.FAMILY[order] for day in enrolled if under_three(birth, day))
    ratio = min(childcare, 2 * kindergarten, 10_000)
    reimbursed = half_up(len(enrolled) * fee * ratio, 10_000)
    return subsidy, award, family, reimbursed, max(0, len(enrolled) * fee - family - reimbursed)


DAYS = [work.day(day) for day in work.LAST_DAYS]
# Both sides of every day on which an answer can change, and days beyond the first and the last of them.
STARTS = sorted({day + side for day in DAYS for side in (0, 1)} | {0})
BIRTHS = sorted({work.day(work.three_years_before(day)) + side for day in work.LAST_DAYS for side in (0, 1)} | set(STARTS))


def tried(name, end):
    """Values of an unknown fact among which are all that make a difference."""
    if name == "from":
        # An enrolment does not end before it begins.
        return [day for day in STARTS if day <= end]
    return {
        "birth": BIRTHS, "order": [1, 2, 3], "kind": [0, 1], "fee": [0, 1, LARGE_FEE],
        "childcare": [0, 5_000, 10_000], "kindergarten": [0, 2_500, 5_000],
    }.get(name, [0, 1])


def settled(row):
    """The amounts that are the same whatever the unknown facts are; the others are not settled."""
    if None not in row:
        return amounts(*row)
    end = row[7]
    names = (name for name, _ in work.COLUMNS)
    values = [tried(name, end) if cell is None else [cell] for name, cell in zip(names, row)]
    each = zip(*(amounts(*completed) for completed in itertools.product(*values)))
    return [column[0] if len(set(column)) == 1 else NOT_SETTLED for column in each]


def main(folder, path):
    columns, known = work.read(folder), work.known(folder)
    for name, is_known in known.items():
        columns[name] = [cell if holds else None for cell, holds in zip(columns[name], is_known)]
    out = [array.array("q") for _ in work.AMOUNTS]
    for row in zip(*(columns[name] for name, _ in work.COLUMNS)):
        for column, amount in zip(out, settled(row)):
            column.append(amount)
    work.write_cells(path, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
