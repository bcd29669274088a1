"""Every completion of what is unknown, and what they tell: contract §3 (Range), §4 (missing, open)."""

from collections import defaultdict
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import prod
from random import Random

from .cells import Answer, Facts, Open, Question, Unknown, reached
from .days import in_force
from .ids import KINDS, NOTICE_OF_INSTITUTION, REGISTRATION
from .judge import answer
from .readings import Readings
from .values import tried, usable

#: "Up to 4 096 completions `range` is exact"; counted over the values of facts and open readings.
LIMIT = 4096
#: Of a statement, which has all the unknowns of a family, fewer are looked at.
OF_STATEMENT = 64

#: One value for each unknown, by its place in that unknown's values.
Choice = tuple[int, ...]

#: One answer to each question (a month; the one day), by its number in `Completions.numbers`.
Answers = tuple[int, ...]

#: Of the day these ask only whether they are in force.
ASK_NO_DAY = [rule for rule in NOTICE_OF_INSTITUTION if rule != REGISTRATION]

#: Rule, question, facts of each thing, readings -> answer.
Judge = Callable[[str, Question, list[Facts], Readings], Answer]


class Completions:
    """The completions of one outcome: a choice of one value for each unknown that its rule reaches."""

    def __init__(
        self, rule: str, asked: list[Question], readings: Readings, judge: Judge = answer, whose: str = ""
    ) -> None:
        self.rule, self.asked, self.readings, self.judge, self.whose = rule, asked, readings, judge, whose
        self.unknowns = reached(asked)
        self.places = {unknown: place for place, unknown in enumerate(self.unknowns)}
        values = [tried(rule, unknown, asked, readings) for unknown in self.unknowns]
        self.count = prod(len(each) for each in values)
        self.values = [usable(*pair) for pair in zip(self.unknowns, values)]
        self.numbers: dict[Answer, int] = {}

    @property
    def exact(self) -> bool:
        return self.count <= (OF_STATEMENT if KINDS[self.rule] == "quantity" else LIMIT)

    def every(self) -> dict[Choice, Answers]:
        """All completions with their answers."""
        return self.answers_of(list(product(*(range(len(each)) for each in self.values))))

    def some(self, number: int) -> dict[Choice, Answers]:
        """A few completions, always the same ones: for an outcome that has too many."""
        random = Random(0)
        return self.answers_of(
            [tuple(random.randrange(len(each)) for each in self.values) for _ in range(number)]
        )

    def answers_of(self, choices: list[Choice]) -> dict[Choice, Answers]:
        by_month: list[list[int]] = []
        for i, question in enumerate(self.asked):
            again = i > 0 and self.same_answers(self.asked[i - 1], question)
            by_month.append(by_month[-1] if again else self.month_answers(question, choices))
        return dict(zip(choices, zip(*by_month)))

    def same_answers(self, question: Question, following: Question) -> bool:
        """Whether two months cannot be answered differently: only time has passed, and the rule asks no day."""
        return (
            self.rule in ASK_NO_DAY
            and in_force(question.day) == in_force(following.day)
            and question.stays == following.stays
        )

    def month_answers(self, question: Question, choices: list[Choice]) -> list[int]:
        """One question's answer to each choice. It depends only on the unknowns in the question's own cells,
        so it is asked once for each choice of these."""
        if not self.unknowns:
            found = self.judge(self.rule, question, question.stays, self.readings)
            return [self.numbers.setdefault(found, len(self.numbers))]
        places = [self.places[unknown] for unknown in reached([question])]
        stays: list[Facts] = [dict(stay) for stay in question.stays]
        holes = [
            (stay, name, self.places[cell])
            for stay in stays
            for name, cell in stay.items()
            if isinstance(cell, (Unknown, Open))
        ]
        known: dict[Choice, int] = {}
        answers = []
        for choice in choices:
            key = tuple([choice[place] for place in places])
            if key not in known:
                for stay, name, place in holes:
                    stay[name] = self.values[place][choice[place]]
                found = self.judge(self.rule, question, stays, self.readings)
                known[key] = self.numbers.setdefault(found, len(self.numbers))
            answers.append(known[key])
        return answers

    def spell(self, answers: Answers) -> list[Answer]:
        """The answers behind the numbers, in the order of the window."""
        by_number = list(self.numbers)
        return [by_number[number] for number in answers]


def that_matter(completions: Completions, found: dict[Choice, Answers]) -> dict[Unknown | Open, Fraction]:
    """Each unknown that two completions differing only in it answer differently, with its share:
    of its values that have a completion, how many settle the outcome."""
    shares: dict[Unknown | Open, Fraction] = {}
    for place, unknown in enumerate(completions.unknowns):
        others: dict[Choice, Answers] = {}
        by_value: dict[int, set[Answers]] = defaultdict(set)
        matters = False
        for choice, answers in found.items():
            rest = choice[:place] + choice[place + 1:]
            matters = others.setdefault(rest, answers) != answers or matters
            by_value[choice[place]].add(answers)
        if matters:
            settling = sum(len(answers) == 1 for answers in by_value.values())
            shares[unknown] = Fraction(settling, len(by_value))
    return shares
