"""Random jurisdictions, institutions and utilities: most facts known, at and beside every threshold."""

from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import Any

from draw import Draw, Thing
from oracle.facts import INSTITUTION_COUNTS, INSTITUTION_FACTS, OPTIONS, UTILITIES
from oracle.indicators import PLACES, TARGETS

COUNTIES = ["任城区", "邹城市", "曲阜市", "济宁高新区"]
#: These have draws of their own, and the conditions of the subsidies are drawn as before.
CONDITIONS = ["registered", "filed", "inclusive"]
#: How many of an institution's other facts are unknown: few, so that completions stay few.
HOLES = [0, 0, 0, 1, 1, 2, 3]


def jurisdiction(draw: Draw) -> Thing:
    """The totals of a place: quotients at a threshold, one step beside it, nothing below."""
    place: Thing = {}
    if draw.chance(40):
        place["name"] = "济宁市"
    kind = draw.random.randrange(10)
    if kind < 6:
        place["institutions_complete"] = kind < 5
    elif kind == 6:
        place["institutions_complete"] = None
    for target in TARGETS.values():
        money = target.top == "average_price"
        _quotient(draw, place, target.top, target.bottom, target.bound / target.times, money)
    _quotient(draw, place, *PLACES, Fraction(42, 100), False)
    for name in list(place):
        if draw.chance(3 + draw.unknown) and name not in ("name", "institutions_complete"):
            _lose(draw, place, name)
    return place


def _quotient(draw: Draw, place: Thing, top: str, bottom: str, bound: Fraction, money: bool) -> None:
    """A pair at the bound, a step on either side, or anywhere; the denominator may be 0 or given already."""
    steps = 100 if money else 1
    if bottom not in place:
        below = draw.pick([0, 1, 3, 7, 10, 50, 100, 100, 1000, 12345, draw.random.randint(1, 3000)]) * steps
        if money and below:
            below = draw.pick([below * 1000, 36000_00, 40000_00, 10_000_000_00 // 7])
        place[bottom] = _written(draw, below, money)
    exact = bound * _read(place[bottom]) * steps
    kind = draw.random.randrange(10)
    if kind < 7:
        above = draw.pick([floor(exact), ceil(exact)]) + draw.pick([-1, 0, 0, 1])
    elif kind < 9:
        above = draw.random.randint(0, int(_read(place[bottom]) * steps) + 1)
    else:
        above = draw.pick([0, 100_000])
    place[top] = _written(draw, max(0, above), money)


def institution(draw: Draw, place: Thing) -> None:
    """What the rules of institutions read, a few of them unknown."""
    if draw.chance(60):
        place["county"] = draw.pick(COUNTIES)
    good = draw.pick([60, 85, 97])
    setting = draw.pick(["kindergarten", "kindergarten", "family-home", *OPTIONS["institution.setting"]])
    for name in INSTITUTION_FACTS:
        if name == "setting":
            value: Any = lambda: setting if draw.chance(90) else draw.pick(OPTIONS["institution.setting"])
        elif f"institution.{name}" in OPTIONS:
            value = lambda name=name: draw.pick(OPTIONS[f"institution.{name}"])
        elif name in INSTITUTION_COUNTS:
            continue
        else:
            value = draw.flag if name in CONDITIONS else lambda: draw.chance(good)
        if name in CONDITIONS:
            draw.put(place, name, value, line=25)
        else:
            place[name] = draw.line(value) if draw.chance(8) else value()
    _counts(draw, place)
    draw.put(place, "filing_received", lambda: _filing(draw))
    if draw.chance(98):
        place["utilities"] = _utility_line(draw) if draw.chance(12) else _utility_list(draw)
    others = [name for name in INSTITUTION_FACTS if name not in CONDITIONS]
    for name in draw.random.sample(others, draw.pick(HOLES) if draw.unknown else 0):
        _lose(draw, place, name)


def people(draw: Draw, one: Thing) -> None:
    """Children at and beside a class's size, carers at and beside what they need."""
    size = draw.pick([10, 15, 18, 20, 5, 3, 9, draw.random.randint(0, 25)])
    children = max(0, size + draw.pick([-1, 0, 0, 0, 1]))
    draw.put(one, "children", lambda: max(0, children + draw.pick([0, 0, 0, 1])), line=15)
    each = draw.pick([3, 5, 7])
    draw.put(one, "carers", lambda: max(0, -(-children // each) + draw.pick([-1, 0, 0, 0, 1])), line=15)


def share_of_places(draw: Draw, institutions: list[Thing]) -> None:
    """Places of which 42 % are public, or one more or less; those of the third and later do not count."""
    if len(institutions) > 1 and draw.chance(35):
        times = draw.pick([1, 1, 2])
        for place, number in zip(institutions, [42 * times + draw.pick([-1, 0, 0, 1]), 58 * times, 0]):
            place["places"] = number
        institutions[0]["ownership"] = draw.pick(["public", "state-owned"])
        institutions[1]["ownership"] = "private"


def _filing(draw: Draw) -> str:
    """A day from which working days of 2026 run: near holidays, near the ends of the year, or in another year."""
    kind = draw.random.randrange(10)
    if kind < 2:
        return draw.pick(["2025-12-30", "2025-12-31", "2026-12-09", "2026-12-10", "2026-12-11", "2026-12-24",
                          "2026-12-25", "2026-12-31", "2027-01-04", "2020-06-01"])
    if kind < 5:
        near = draw.pick([(1, 1), (2, 10), (2, 13), (4, 3), (4, 30), (6, 18), (9, 18), (9, 24), (9, 30), (10, 9)])
        return (date(2026, *near) + timedelta(days=draw.random.randint(-1, 2))).isoformat()
    return (date(2026, 1, 1) + timedelta(days=draw.random.randint(0, 364))).isoformat()


def _counts(draw: Draw, place: Thing) -> None:
    """Guards about one; places and staff such that small sums meet 42 % and 90 %."""
    place["security_guards"] = draw.pick([0, 1, 1, 2, "1", 3])
    place["places"] = draw.pick([0, 21, 29, 42, 58, 50, 100, draw.random.randint(0, 150)])
    staff = draw.pick([0, 0, 5, 10, 10, 20, draw.random.randint(0, 40)])
    place["staff"] = staff
    place["staff_certified"] = max(0, staff * 9 // 10 + draw.pick([-1, 0, 0, 0, 1]))
    if draw.chance(10):
        place["security_guards"] = draw.line(lambda: draw.random.randint(0, 2))
    if draw.chance(5):
        place["staff"] = draw.line(lambda: draw.random.randint(0, 20))


def _utility_line(draw: Draw) -> list[Thing]:
    return draw.line(lambda: _utility_list(draw))


def _utility_list(draw: Draw) -> list[Thing]:
    """Records of some kinds, in any order; a number may be missing."""
    kinds = draw.random.sample(UTILITIES, draw.pick([0, 1, 2, 2, 3, 4]))
    records = []
    for kind in kinds:
        residential, commercial = _prices(draw)
        record: Thing = {
            "kind": kind, "quantity": _quantity(draw),
            "residential_price": residential, "commercial_price": commercial,
        }
        if draw.unknown and draw.chance(8):
            _lose(draw, record, draw.pick(["quantity", "residential_price", "commercial_price"]))
        records.append(record)
    return records


def _prices(draw: Draw) -> tuple[str | int, str | int]:
    """Residential and commercial: dearer, equal, a step on either side, cheaper."""
    millionths = draw.pick([0, 546_900, 3_250_000, 10_000_000_000, draw.random.randint(0, 9_000_000)])
    beside = draw.pick([0, 1, -1, 250_000, 1_000_000, -300_000, draw.random.randint(-500_000, 3_000_000)])
    other = min(10_000_000_000, max(0, millionths + beside))
    if millionths % 1_000_000 == other % 1_000_000 == 0 and draw.chance(50):
        return millionths // 1_000_000, other // 1_000_000
    return _decimal(millionths, 6), _decimal(other, 6)


def _quantity(draw: Draw) -> str | int:
    kind = draw.random.randrange(10)
    if kind < 2:
        return draw.pick([0, "0", "0.0001", 1, "100000000"])
    if kind < 5:
        return draw.random.randint(1, 5000)
    return _decimal(draw.random.randint(0, 30_000_000), 4)


def _lose(draw: Draw, thing: Thing, name: str) -> None:
    """Make a fact unknown: null or absent."""
    if draw.chance(50):
        thing[name] = None
    else:
        thing.pop(name, None)


def _written(draw: Draw, steps: int, money: bool) -> str | int:
    if money:
        return _decimal(min(steps, 10_000_000_00), 2)
    return str(steps) if draw.chance(10) else steps


def _read(value: str | int) -> Fraction:
    return Fraction(value)


def _decimal(steps: int, places: int) -> str:
    """`_decimal(1234, 2)` is `12.34`."""
    digits = str(steps).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}"
