"""Days and months: contract §1 (dates), §3 (how months count), and the notice's last sentence."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

ONE_DAY = timedelta(days=1)

#: "本实施意见自2025年7月21日起实施，有效期至2028年6月20日。" Both days are included.
FORCE_FIRST = date(2025, 7, 21)
FORCE_LAST = date(2028, 6, 20)

#: The admissible dates of a fact (contract §1, Types).
EARLIEST = date(1900, 1, 1)
LATEST = date(2100, 12, 31)

#: The ends of a line "from ever" and "without end" (contract §1, Lines in time).
EVER = date.min
WITHOUT_END = date.max


class Month(NamedTuple):
    """A calendar month."""

    year: int
    number: int

    @property
    def first_day(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    @property
    def next(self) -> "Month":
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    def plus(self, months: int) -> "Month":
        """The month so many months later, or earlier."""
        year, number = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, number + 1)

    def since(self, other: "Month") -> int:
        """How many months lie between: 0 for the same month."""
        return (self.year - other.year) * 12 + self.number - other.number

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


def read_month(text: str) -> Month:
    """`2026-01` as a month."""
    year, number = text.split("-")
    return Month(int(year), int(number))


def window(first: str, last: str) -> list[Month]:
    """Every month from `first` to `last`, both included."""
    months = [read_month(first)]
    while months[-1] < read_month(last):
        months.append(months[-1].next)
    return months


def in_force(day: date) -> bool:
    """Whether the notice is in force on a day (contract §3, below the table)."""
    return FORCE_FIRST <= day <= FORCE_LAST


def birthday(birth: date, years: int) -> date:
    """The day on which a child turns `years`; born on 29 February, 1 March where there is no such day."""
    try:
        return birth.replace(year=birth.year + years)
    except ValueError:
        return date(birth.year + years, 3, 1)


def years_before(day: date, years: int) -> date:
    """The same day some years earlier; 28 February for a 29 February that is not there."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)


def months_later(birth: date, months: int) -> date:
    """The day from which so many months are complete: the same number, or the first of the following month
    where there is no such day (contract §3, Rules of whole months)."""
    month = month_of(birth).plus(months)
    if birth.day <= month.last_day.day:
        return date(month.year, month.number, birth.day)
    return month.next.first_day


def months_before(day: date, months: int) -> date:
    """The latest birth date with so many months complete on a day."""
    month = month_of(day).plus(-months)
    return date(month.year, month.number, min(day.day, month.last_day.day))


def completed_months(birth: date, day: date) -> int:
    """Completed months of age; below 0 before the birth."""
    months = month_of(day).since(month_of(birth))
    return months if months_later(birth, months) <= day else months - 1


def month_of(day: date) -> Month:
    return Month(day.year, day.month)
