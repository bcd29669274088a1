"""Random values, days and lines in time for the generator; all from one seeded `random.Random`."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from oracle.days import ONE_DAY, Month, birthday, years_before

Thing = dict[str, Any]

#: Days on which the law turns: force, due days, leap days, third birthdays of leap days.
LEGAL_DAYS = [
    date(2025, 12, 30), date(2025, 12, 31), date(2026, 1, 1), date(2027, 12, 31), date(2028, 1, 1),
    date(2025, 7, 20), date(2025, 7, 21), date(2025, 7, 22), date(2025, 7, 31),
    date(2028, 6, 19), date(2028, 6, 20), date(2028, 6, 21), date(2028, 5, 31),
    date(2019, 10, 7), date(2019, 10, 8), date(2021, 12, 31), date(2022, 1, 1), date(2022, 10, 31), date(2022, 11, 1),
    date(2022, 12, 31), date(2023, 1, 1), date(2023, 8, 21), date(2023, 8, 22), date(2024, 12, 31), date(2025, 1, 1),
    date(2024, 2, 29), date(2028, 2, 29), date(2027, 2, 28), date(2027, 3, 1), date(2026, 2, 28),
]


class Draw:
    """A source of random facts for one case over one window."""

    def __init__(self, random: Random, months: list[Month], unknown: int, gaps: int) -> None:
        """`unknown` and `gaps` are in a hundred: how often a fact is unknown, a line has a gap."""
        self.random, self.months, self.unknown, self.gaps = random, months, unknown, gaps

    def chance(self, in_a_hundred: int) -> bool:
        return self.random.randrange(100) < in_a_hundred

    def pick(self, options: list[Any]) -> Any:
        return self.random.choice(options)

    def day(self) -> date:
        """A day that is likely to make a difference in the window."""
        month = self.pick(self.months)
        kind = self.random.randrange(10)
        if kind < 3:
            return month.last_day + timedelta(days=self.random.randint(-1, 1))
        if kind < 5:
            return month.first_day + timedelta(days=self.random.randint(-1, 1))
        if kind < 7:
            return month.first_day + timedelta(days=self.random.randint(1, 26))
        if kind == 7:
            return self.pick(LEGAL_DAYS)
        return self.months[0].first_day - timedelta(days=self.random.randint(1, 500))

    def birth(self) -> date:
        """A birth date: a third birthday near a reference day, a leap day, a birth in the window, or any."""
        kind = self.random.randrange(10)
        if kind < 3:
            return years_before(self.day(), 3) + timedelta(days=self.random.randint(-1, 1))
        if kind == 3:
            return self.pick([
                date(2024, 2, 29), date(2024, 2, 28), date(2024, 3, 1), date(2023, 2, 28), date(2021, 12, 31),
                date(2022, 1, 1), date(2024, 12, 31), date(2025, 1, 1), date(2023, 1, 1), date(2023, 1, 2),
            ])
        if kind == 5:  # a month of the window that is one in which something begins or ceases
            month = self.pick(self.months).plus(-self.pick([0, 1, 6, 11, 12, 13, 18, 24, 25, 35, 36, 37]))
            return self.pick([month.first_day, month.last_day, month.first_day + timedelta(days=14)])
        if kind == 4:
            return self.day()
        return self.months[0].first_day - timedelta(days=self.random.randint(30, 700))

    def fee(self) -> str | int:
        """A monthly fee: odd fen, exact halves after a ratio, the kinks of the family subsidy, the ends."""
        kind = self.random.randrange(10)
        if kind < 3:
            return self.pick(["2100.01", "2100.00", "2099.99", "1700.00", "1699.99",
                              "1999.99", "1700.01", "0.01", "1234.5", "1500.15", "100000.00"])
        if kind < 5:
            return self.pick(["0", "0.00", "299.99", "300.00", "300.01", "500", "499.99", "500.01"])
        if kind == 5:
            return self.random.randint(1, 3000)
        return f"{self.random.randint(0, 4000)}.{self.random.randint(0, 99):02d}"

    def ratio(self) -> str | int:
        """A ratio: the ends, halves, odd last decimals."""
        kind = self.random.randrange(10)
        if kind < 2:
            return self.pick([0, 1, "0", "1", "0.0000", "1.0000"])
        if kind < 6:
            return self.pick(["0.5", "0.25", "0.85", "0.3", "0.6", "0.4999", "0.5001", "0.0001", "0.125"])
        return f"0.{self.random.randint(0, 9999):04d}"

    def income(self) -> str | int:
        """Taxable income: at and beside the edges of the brackets, with and without some months' deductions."""
        kind = self.random.randrange(10)
        if kind == 0:
            return self.pick([0, "0.00", "0.01", "1000000000.00", 960_000, 2000, "1999.99"])
        if kind < 6:
            edge = self.pick([36_000, 144_000, 300_000, 420_000, 660_000, 960_000])
            more = self.pick([0, 0, 1000, 2000, 12_000, 24_000, 6000, 48_000]) * 100 + self.pick([-1, 0, 0, 1])
            return f"{edge + more // 100}.{more % 100:02d}"
        return f"{self.random.randint(0, 400_000)}.{self.random.randint(0, 99):02d}"

    def flag(self) -> bool:
        return self.chance(92)

    def put(self, thing: Thing, name: str, value: Callable[[], Any], line: int = 0) -> None:
        """Give a fact: unknown (null or absent), a value, or in `line` of a hundred a line in time."""
        if self.chance(self.unknown):
            if self.chance(50):
                thing[name] = None
        elif self.chance(line):
            thing[name] = self.line(value)
        else:
            thing[name] = value()

    def line(self, value: Callable[[], Any]) -> list[Thing]:
        """A line in time: 1 to 4 spans, adjacent or with gaps."""
        return self.as_json([(first, last, value()) for first, last in self.stretches()])

    def stretches(self) -> list[tuple[date | None, date | None]]:
        """Days from … to, in order, without overlap; None = from ever, without end."""
        starts = sorted({self.day() for _ in range(self.random.randint(1, 4))})
        spans: list[tuple[date | None, date | None]] = []
        for first, following in zip(starts, [*starts[1:], None]):
            last = None if following is None else following - ONE_DAY
            if self.chance(self.gaps):
                cut = self.day()
                last = cut if first <= cut and (last is None or cut < last) else last
            spans.append((first, last))
        if not self.chance(self.gaps):
            spans[0] = (None, spans[0][1])
        return spans

    def as_json(self, spans: list[tuple[date | None, date | None, Any]]) -> list[Thing]:
        """Spans as the contract writes them; an open end is absent or null."""
        parts = []
        for first, last, value in spans:
            part: Thing = {"value": value}
            for name, day in (("from", first), ("to", last)):
                if day is not None:
                    part[name] = day.isoformat()
                elif self.chance(30):
                    part[name] = None
            parts.append(part)
        if self.chance(10):
            self.random.shuffle(parts)
        return parts

    def stay(self) -> tuple[date, date | None]:
        """From … to of an enrolment: mostly through much of the window, often ending near a month's end."""
        before = self.months[0].first_day - timedelta(days=self.random.randint(0, 400))
        first = self.day() if self.chance(50) else before
        last = self.day() if self.chance(45) else None
        if last is not None and last < first:
            first, last = last, first
        if last is not None and self.chance(10):
            last = birthday(first, 1)
        return first, last
