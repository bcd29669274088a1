"""Assessments and outcomes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tuoyu._frozen import FromJson
from tuoyu._values import Fact, Months, Reason, Source, Step, Total, Words, decimal, words

if TYPE_CHECKING:
    from tuoyu._rules import Rules

__all__ = ["Assessment", "Outcome", "Question"]


class _Answer(FromJson):
    """An answer that knows the rules that gave it, so that it can say why."""

    __slots__ = ("_rules",)

    _rules: Rules

    def __init__(self, text: str, rules: Rules) -> None:
        super().__init__(text)
        object.__setattr__(self, "_rules", rules)

    def __reduce__(self) -> tuple[type, tuple[str, Rules]]:
        return type(self), (self._text, self._rules)


class Outcome(_Answer):
    """What one rule says of one subject over the window.

    Unknown, not applicable, not in force and zero are four different answers: look at ``state`` before ``amount``.
    Fields that an outcome's kind does not have are None or empty. Every field is described in ``docs/answers.md``.

    >>> import tuoyu
    >>> case = {"families": [{"children": [{"birth_date": "2023-05-31", "birth_order": 2,
    ...     "enrolments": [{"id": "e1", "from": "2025-09-10"}]}]}]}
    >>> outcome = tuoyu.rules("jining").assess(case, "2026-01", "2026-12").outcome("e1", "jining/family-subsidy")
    >>> outcome.state, outcome.amount, outcome.unit
    ('granted', Decimal('1200.00'), 'CNY')
    >>> outcome.months[0]
    Months(start='2026-01', end='2026-04', state='granted', rate=Decimal('300'), per='month')
    >>> [(reason.condition, reason.start) for reason in outcome.reasons if reason.holds is False]
    [('under-three', '2026-05')]
    """

    __slots__ = ()

    def __repr__(self) -> str:
        amount = f" {self.amount} {self.unit}" if self.amount is not None else ""
        between = f" {self.range[0]} … {self.range[1]}" if self.amount is None and self.range else ""
        return f"<Outcome {self.subject} {self.rule}: {self.state}{amount}{between}>"

    @property
    def subject(self) -> str:
        """Whom it is about: an id, a path of the case, or a pair such as ``p1/e1``."""
        return str(self._told["subject"])

    @property
    def rule(self) -> str:
        """The rule's id."""
        return str(self._told["rule"])

    @property
    def kind(self) -> str:
        """The rule's kind, such as ``entitlement`` or ``limit``."""
        return str(self._told["kind"])

    @property
    def state(self) -> str:
        """The state over the window; which there are depends on the kind."""
        return str(self._told["state"])

    @property
    def form(self) -> str | None:
        """``payment``, ``saving``, ``deduction`` or ``leave``; only one form is ever added up."""
        return self._text_of("form")

    @property
    def amount(self) -> Decimal | None:
        """What is due over the window, rounded once; None while undetermined, not in force or not applicable."""
        return decimal(self._told.get("amount"))

    @property
    def range(self) -> tuple[Decimal, Decimal] | None:
        """The smallest and the largest amount that the unknown facts and open readings allow."""
        ends = self._told.get("range")
        return None if ends is None else (Decimal(ends[0]), Decimal(ends[1]))

    @property
    def range_exact(self) -> bool | None:
        """Whether the range is exact; False: it holds every possible amount but may be wider."""
        exact = self._told.get("range_exact")
        return None if exact is None else bool(exact)

    @property
    def unit(self) -> str | None:
        """What the amount or the value counts: ``CNY``, ``day``, ``CNY/month``; None for plain numbers."""
        return self._text_of("unit")

    @property
    def months(self) -> tuple[Months, ...]:
        """The window without a gap, equal neighbours merged."""
        lines = self._told.get("months") or ()
        return tuple(
            Months(line["from"], line["to"], line["state"], decimal(line.get("rate")), line.get("per"))
            for line in lines
        )

    @property
    def payer(self) -> str | None:
        """Who pays."""
        return self._text_of("payer")

    @property
    def payee(self) -> str | None:
        """Who is paid."""
        return self._text_of("payee")

    @property
    def payer_place(self) -> str | None:
        """The county that pays, where it is settled."""
        return self._text_of("payer_place")

    @property
    def discretionary(self) -> bool:
        """Whether it is due only if it has been so decided."""
        return bool(self._told.get("discretionary", False))

    @property
    def binding(self) -> bool | None:
        """Whether a requirement or an indicator binds; None for other kinds."""
        binding = self._told.get("binding")
        return None if binding is None else bool(binding)

    @property
    def value(self) -> Any:
        """The number of a limit or an indicator (Decimal), or the words of a lookup as JSON has them."""
        value = self._told.get("value")
        return Decimal(value) if isinstance(value, str) else json.loads(json.dumps(value))

    @property
    def bound(self) -> Decimal | None:
        """What the value of a limit is held against."""
        return decimal(self._told.get("bound"))

    @property
    def target(self) -> Decimal | None:
        """What an indicator must reach."""
        return decimal(self._told.get("target"))

    @property
    def relation(self) -> str | None:
        """How the value must stand to the bound or the target."""
        return self._text_of("relation")

    @property
    def excess(self) -> Decimal | None:
        """By how much a breached limit is missed."""
        return decimal(self._told.get("excess"))

    @property
    def due(self) -> date | None:
        """The day by which an indicator must be reached."""
        due = self._text_of("due")
        return None if due is None else date.fromisoformat(due)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of a procedure."""
        return tuple(
            Step(
                step["id"],
                step["state"],
                words(step.get("act")),
                words(step.get("body")),
                words(step.get("certificate")),
                None if step.get("due") is None else date.fromisoformat(step["due"]),
            )
            for step in self._told.get("steps") or ()
        )

    @property
    def next(self) -> str | None:
        """The first step of a procedure that is not done."""
        return self._text_of("next")

    @property
    def readings(self) -> dict[str, str | None]:
        """Every reading that the rule names, with the option taken; None where it is open."""
        return dict(self._told.get("readings") or {})

    @property
    def missing(self) -> tuple[Fact, ...]:
        """The facts that can still change the outcome, best first."""
        return tuple(Fact(one["subject"], one["fact"]) for one in self._told.get("missing") or ())

    @property
    def open(self) -> tuple[tuple[str, str], ...]:
        """What else is open: pairs such as ``("reading", "fourth-child")`` or ``("set_elsewhere", …)``."""
        return tuple((kind, name) for one in self._told.get("open") or () for kind, name in one.items())

    @property
    def assumes(self) -> tuple[str, ...]:
        """Conditions that the text refers elsewhere, and numbers that are not the law's, in Chinese."""
        return tuple(self._told.get("assumes") or ())

    @property
    def standing(self) -> str:
        """The weakest standing of the sources."""
        return str(self._told["standing"])

    @property
    def layer(self) -> str:
        """The layer of the pack that the rule stands in."""
        return str(self._told["layer"])

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sentences that it rests on."""
        told = self._told.get("sources") or ()
        return tuple(Source(one["document"], one["clause"], one["quote"], one["standing"]) for one in told)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """One for each condition and stretch of months with the same answer; none is cut short."""
        return tuple(
            Reason(
                one["condition"],
                one["holds"],
                one.get("subject"),
                one.get("fact"),
                json.loads(json.dumps(one.get("found"))),
                one.get("relation"),
                one.get("bound"),
                one["from"],
                one["to"],
                one.get("changes_in"),
                one["source"],
            )
            for one in self._told.get("reasons") or ()
        )

    def explain(self, lang: str = "zh") -> str:
        """Why: a tree of reasons as text, in ``zh`` or ``en``, down to the law's own sentence."""
        return self._rules.explain(self, lang)

    def _text_of(self, name: str) -> str | None:
        value = self._told.get(name)
        return None if value is None else str(value)

    def _repr_html_(self) -> str:
        from tuoyu._html import outcome

        return outcome(self, self._rules.tree(self))


class Assessment(_Answer):
    """Everything that was answered: outcomes in the contract's order, totals, a receipt.

    Iterating gives the outcomes. ``to_json()`` is byte for byte what ``tuoyu assess --json`` prints.

    >>> import tuoyu
    >>> rules = tuoyu.rules("jining")
    >>> answer = rules.assess({"families": [{"children": [{"id": "k1", "birth_date": "2025-03-10",
    ...     "enrolments": [{"id": "e1", "from": "2025-09-10"}]}]}]}, "2026-01", "2026-12",
    ...     rules="jining/family-subsidy")
    >>> answer
    <Assessment jining 2026-01 … 2026-12: 1 outcome>
    >>> answer.outcomes[0]
    <Outcome e1 jining/family-subsidy: undetermined 0.00 … 6000.00>
    >>> answer.outcomes[0].missing
    (Fact(subject='k1', fact='child.birth_order'),)
    """

    __slots__ = ()

    def __repr__(self) -> str:
        count = len(self)
        start, end = self.window
        return f"<Assessment {self.pack} {start} … {end}: {count} outcome{'' if count == 1 else 's'}>"

    def __len__(self) -> int:
        return len(self._told["outcomes"])

    def __iter__(self) -> Iterator[Outcome]:
        return iter(self.outcomes)

    @property
    def pack(self) -> str:
        """The name of the pack that answered."""
        return str(self._told["pack"])

    @property
    def window(self) -> tuple[str, str]:
        """The first and the last month asked about."""
        return self._told["window"]["from"], self._told["window"]["to"]

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """One for each subject and rule."""
        return self._kept("outcomes", lambda: tuple(Outcome(_compact(one), self._rules) for one in self._told["outcomes"]))

    @property
    def totals(self) -> tuple[Total, ...]:
        """What the outcomes add up to, by payer, payee, form, unit and discretion."""
        return tuple(
            Total(
                one["payer"],
                one["payee"],
                one["form"],
                one["unit"],
                one["discretionary"],
                decimal(one["amount"]),
                (Decimal(one["range"][0]), Decimal(one["range"][1])),
            )
            for one in self._told["totals"]
        )

    @property
    def receipt(self) -> dict[str, Any]:
        """What was asked of which pack, with digests: enough for ``tuoyu replay``."""
        receipt: dict[str, Any] = json.loads(json.dumps(self._told["receipt"]))
        return receipt

    def outcome(self, subject: str, rule: str) -> Outcome:
        """The outcome of a rule for a subject.

        Raises ``KeyError`` where there is none, with the subjects and rules that there are.
        """
        for outcome in self.outcomes:
            if outcome.subject == subject and outcome.rule == rule:
                return outcome
        known = sorted({(one.subject, one.rule) for one in self.outcomes if subject in (one.subject, rule)})
        rules = sorted({one.rule for one in self.outcomes})
        raise KeyError(f"no outcome of {rule} for {subject}; there are {known or rules}")

    def _repr_html_(self) -> str:
        from tuoyu._html import assessment

        return assessment(self, [self._rules.tree(outcome) for outcome in self.outcomes[:_MOST]], _MOST)


class Question(FromJson):
    """A missing fact as a form asks for it, with what each answer would lead to.

    The fields are described under *Questions* in ``docs/answers.md``.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[type, tuple[str]]:
        return type(self), (self._text,)

    def __repr__(self) -> str:
        return f"<Question {self.number} {self.subject} {self.fact}: {self.ask.zh}>"

    @property
    def number(self) -> int:
        """Its place in the order, from 1."""
        return int(self._told["number"])

    @property
    def subject(self) -> str:
        """Whose fact."""
        return str(self._told["subject"])

    @property
    def fact(self) -> str:
        """Which fact."""
        return str(self._told["fact"])

    @property
    def ask(self) -> Words:
        """The question."""
        return Words(self._told["ask"]["zh"], self._told["ask"]["en"])

    @property
    def help(self) -> Words | None:
        """A sentence of help, where there is one."""
        return words(self._told.get("help"))

    @property
    def who(self) -> str:
        """Who can know it: ``parent``, ``institution``, ``employer`` or ``government``."""
        return str(self._told["who"])

    @property
    def values(self) -> dict[str, Any]:
        """What may be answered: kind, options, bounds, decimals, unit."""
        values: dict[str, Any] = self.to_dict()["values"]
        return values

    @property
    def answers(self) -> tuple[dict[str, Any], ...]:
        """Where each answer leads; empty where every value may lead elsewhere."""
        return tuple(self.to_dict()["answers"])


_MOST = 60
"""How many outcomes a page shows before it counts the rest."""


def _compact(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
