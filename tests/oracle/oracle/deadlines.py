"""The time limits of filing: 托育机构登记和备案办法（试行）; contract §3. Working days of 2026: 国务院办公厅关于2026年部分
节假日安排的通知."""

from datetime import date

from .case import Institution
from .cells import Answer, Cells, Facts, Question, cell_of
from .days import ONE_DAY, Month
from .force import in_force
from .states import DONE, NOT_APPLICABLE, NOT_IN_FORCE, PENDING, UNDETERMINED

RECEIVED = "institution.filing_received"
CONFORMS = "institution.filing_conforms"

#: Step -> whether the filing conforms, the fact that says it is done, working days.
STEPS = {
    "receipt": (True, "institution.filing_receipt_issued", 5),
    "notice": (False, "institution.filing_notice_issued", 15),
}

YEAR = 2026
#: "放假": first and last day.
OFF = [
    (date(YEAR, 1, 1), date(YEAR, 1, 3)), (date(YEAR, 2, 15), date(YEAR, 2, 23)), (date(YEAR, 4, 4), date(YEAR, 4, 6)),
    (date(YEAR, 5, 1), date(YEAR, 5, 5)), (date(YEAR, 6, 19), date(YEAR, 6, 21)),
    (date(YEAR, 9, 25), date(YEAR, 9, 27)), (date(YEAR, 10, 1), date(YEAR, 10, 7)),
]
#: "上班": Saturdays and Sundays on which one works.
WORKED = {
    date(YEAR, 1, 4), date(YEAR, 2, 14), date(YEAR, 2, 28), date(YEAR, 5, 9), date(YEAR, 9, 20), date(YEAR, 10, 10),
}


def filing_questions(place: Institution, months: list[Month]) -> list[Question]:
    """One question, on the last day of the window."""
    last = months[-1]
    cells: Cells = {RECEIVED: place.filing_received}
    for fact in (CONFORMS, *(done for _, done, _ in STEPS.values())):
        cells[fact] = cell_of(place.id, fact, place.facts[fact.split(".")[1]], last.last_day)
    return [Question(last, last.last_day, [cells])]


def filing(rule: str, day: date, own: Facts) -> Answer:
    """State and the step that is not done. Where no filing is known to have come in, the rule does not apply; where a step
    is to be done by a day that is in no published calendar, nobody can say how the filing stands."""
    if not in_force(rule, day):
        return NOT_IN_FORCE, None
    if own[RECEIVED] is None:
        return NOT_APPLICABLE, None
    ahead = [(step, day) for step, state, day in filing_steps(own) if state == PENDING]
    if not ahead:
        return DONE, None
    step, day = ahead[0]
    return (UNDETERMINED if day is None else PENDING), step


def filing_steps(own: Facts) -> list[tuple[str, str, date | None]]:
    """Name, state and last day of each step; of the two only one is to be done."""
    steps: list[tuple[str, str, date | None]] = []
    for step, (conforms, done, days) in STEPS.items():
        if own[CONFORMS] == conforms:
            steps.append((step, DONE if own[done] else PENDING, due(own[RECEIVED], days)))
        else:
            steps.append((step, NOT_APPLICABLE, None))
    return steps


def due(received: date, days: int) -> date | None:
    """So many working days after a day, which is not counted itself; None where no calendar is published."""
    day = received
    while days:
        day += ONE_DAY
        if day.year != YEAR:
            return None
        days -= worked(day)
    return day


def worked(day: date) -> bool:
    off = any(first <= day <= last for first, last in OFF)
    return day in WORKED or not (off or day.weekday() >= 5)
