"""What if: budgets over a frame under other numbers and other readings, and who gains and who loses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Union

from tuoyu import _native
from tuoyu._tables import Table, stream_of, table_of
from tuoyu._values import decimal_text

if TYPE_CHECKING:
    from tuoyu._rules import Rules

__all__ = ["Comparison", "ComparisonLine", "compared", "is_reported", "parameters", "sensitive", "swept"]

Asked = tuple[str, str, list[str], list[tuple[str, str]], Union[str, None]]
Line = dict[str, Any]

KEYS = ("payer", "payee", "form", "unit", "discretionary")


@dataclass(frozen=True, slots=True)
class ComparisonLine:
    """What changes by one rule for one group of rows."""

    rule: str
    payer: str | None
    payee: str
    form: str
    unit: str
    discretionary: bool
    group: tuple[str | None, ...]
    """The values of the columns that rows are grouped by."""
    rows: int
    before: Decimal | None
    """The sum before; None while a row of it is undetermined."""
    before_range: tuple[Decimal, Decimal]
    """The sums of the smallest and of the largest amounts before."""
    after: Decimal | None
    after_range: tuple[Decimal, Decimal]
    gaining: int
    """Rows that get more."""
    gained: Decimal
    """By how much, together."""
    losing: int
    """Rows that get less."""
    lost: Decimal
    same: int
    """Rows that get the same."""
    unsettled: int
    """Rows that are undetermined before or after, so that nobody can say."""
    left_out: int
    """Rows that cannot be read."""

    @property
    def difference(self) -> Decimal | None:
        """What it costs more; None while a sum is undetermined."""
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two laws over one frame: who gains, who loses, and the budget by payer, group and rule.

    ``lines`` has one line for each rule with amounts and each group; `budget` adds them up.
    """

    window: tuple[str, str]
    by: tuple[str, ...]
    """The columns that rows are grouped by."""
    before: str
    """The rules before: pack, readings, reform."""
    after: str
    """The rules after."""
    lines: tuple[ComparisonLine, ...]

    def to_dict(self) -> dict[str, Any]:
        """The same as plain dicts and lists: amounts are text."""
        return {
            "window": list(self.window),
            "by": list(self.by),
            "before": self.before,
            "after": self.after,
            "lines": [
                {**_plain(asdict(line)), "difference": None if line.difference is None else str(line.difference)}
                for line in self.lines
            ],
        }

    def changed(self) -> tuple[ComparisonLine, ...]:
        """The lines in which somebody gains or loses, or in which a range moves."""
        return tuple(
            line for line in self.lines if line.gaining or line.losing or line.before_range != line.after_range
        )

    def budget(self, *keys: str) -> Table:
        """The sums by ``payer``, ``payee``, ``rule`` or a column of ``by``; by payer and payee where nothing is named.

        Forms, units and discretionary amounts are never added together: they are columns of every sum.
        """
        keys = keys or ("payer", "payee")
        for key in keys:
            if key not in ("payer", "payee", "rule", *self.by):
                raise ValueError(f"a budget goes by payer, payee, rule or {', '.join(self.by) or 'columns of by'}, not {key!r}")
        sums: dict[tuple[Any, ...], list[ComparisonLine]] = {}
        for line in self.lines:
            group = [line.group[self.by.index(key)] if key in self.by else getattr(line, key) for key in keys]
            sums.setdefault((*group, line.form, line.unit, line.discretionary), []).append(line)
        rows = list(sums.values())
        named: dict[str, tuple[str, int, list[Any]]] = {
            key: ("token", 0, [one[place] for one in sums]) for place, key in enumerate(keys)
        }
        count = len(keys)
        return table_of(
            {
                **named,
                "form": ("token", 0, [one[count] for one in sums]),
                "unit": ("token", 0, [one[count + 1] for one in sums]),
                "discretionary": ("truth", 0, [one[count + 2] for one in sums]),
                "before": _money([_sum(line.before for line in lines) for lines in rows]),
                "after": _money([_sum(line.after for line in lines) for lines in rows]),
                "difference": _money([_sum(line.difference for line in lines) for lines in rows]),
                "gaining": ("count", 0, [sum(line.gaining for line in lines) for lines in rows]),
                "gained": _money([_sum(line.gained for line in lines) for lines in rows]),
                "losing": ("count", 0, [sum(line.losing for line in lines) for lines in rows]),
                "lost": _money([_sum(line.lost for line in lines) for lines in rows]),
                "unsettled": ("count", 0, [sum(line.unsettled for line in lines) for lines in rows]),
            }
        )

    def _repr_html_(self) -> str:
        from tuoyu._html import comparison

        return comparison(self)


def is_reported(errors: str) -> bool:
    """Whether bad rows are told beside the others."""
    if errors not in ("raise", "report"):
        raise ValueError(f'errors is "raise" or "report", not {errors!r}')
    return errors == "report"


def compared(
    old: Rules, new: Rules, frame: Any, asked: Asked, by: list[str], rows: str | None, is_reported: bool
) -> Comparison:
    """The comparison of two laws."""
    lines = _native.budgets([old._law, new._law], stream_of(frame), asked, rows, by, is_reported)
    told = _told(old, new)
    pairs: dict[tuple[str, tuple[str | None, ...]], list[Line | None]] = {}
    for line in lines:
        pairs.setdefault((line["rule"], tuple(line["group"])), [None, None])[line["law"]] = line
    made = [
        _line(told[rule], rule, group, before or _nothing(after), after or _nothing(before))
        for (rule, group), (before, after) in pairs.items()
    ]
    return Comparison((asked[0], asked[1]), tuple(by), repr(old), repr(new), tuple(made))


def swept(
    rules: Rules,
    parameter: str,
    values: Sequence[Any],
    frame: Any,
    asked: Asked,
    by: list[str],
    rows: str | None,
    is_reported: bool,
) -> Table:
    """Budgets under each value of a number."""
    laws = [rules.reform({parameter: value}) for value in values]
    texts = [decimal_text(value, parameter) for value in values]
    lines = _native.budgets([one._law for one in (rules, *laws)], stream_of(frame), asked, rows, by, is_reported)
    base = {_key(line): line for line in lines if line["law"] == 0}
    changed = {line["rule"] for line in lines if any(line[end] != base[_key(line)][end] for end in ("min", "max"))}
    shown = [line for line in lines if line["law"] > 0 and (asked[2] or line["rule"] in changed)]
    places = max((len(text.partition(".")[2]) for text in texts), default=0)
    value = {"value": ("decimal", places, [texts[line["law"] - 1] for line in shown])}
    return table_of({**value, **_columns(rules, by, lines, shown)})


def sensitive(rules: Rules, frame: Any, asked: Asked, by: list[str], rows: str | None, is_reported: bool) -> Table:
    """Budgets under every option of every reading."""
    described = rules.describe()
    whole = Table(_native.table_of_frame(stream_of(frame)))
    start, end, named, readings, subject = asked
    taken = {one["id"]: one["default"] for one in described["readings"]} | rules.readings | dict(readings)
    all_lines: list[Line] = []
    shown: list[Line] = []
    for reading in described["readings"]:
        depend = [one["id"] for one in described["rules"] if reading["id"] in one["readings"]]
        if named:
            depend = [rule for rule in depend if any(_fits(pattern, rule) for pattern in named)]
        if not depend:
            continue
        options = [option["id"] for option in reading["options"]]
        laws = [rules.with_readings(dict(readings)), *(rules.with_readings({**dict(readings), reading["id"]: one}) for one in options)]
        # A pattern leaves rules without columns out, where a name would be refused.
        patterns = [f"{rule}*" for rule in depend]
        question: Asked = (start, end, patterns, [], subject)
        lines = _native.budgets([one._law for one in laws], whole, question, rows, by, is_reported)
        for line in lines:
            line["reading"], line["law_of"] = reading["id"], line["law"]
            if line["law"] > 0 and line["rule"] in depend:
                line["option"] = options[line["law"] - 1]
                line["taken"] = taken[reading["id"]] == line["option"]
                shown.append(line)
        all_lines += lines
    keys = {
        "reading": ("token", 0, [line["reading"] for line in shown]),
        "option": ("token", 0, [line["option"] for line in shown]),
        "taken": ("truth", 0, [line["taken"] for line in shown]),
    }
    return table_of({**keys, **_columns(rules, by, all_lines, shown)})


def parameters(described: Mapping[str, Any], law: Mapping[str, Any] | None) -> Table:
    """The named numbers of the law as a table."""
    told = described["parameters"]
    own = [one["value"] for one in (law or described)["parameters"]]
    readers = {one["id"]: [rule["id"] for rule in described["rules"] if one["id"] in rule["parameters"]] for one in told}
    places = max((len(value.partition(".")[2]) for value in (*own, *(one["value"] for one in told))), default=0)
    column: Callable[[Callable[[Any], Any]], list[Any]] = lambda pick: [pick(one) for one in told]  # noqa: E731
    return table_of(
        {
            "parameter": ("text", 0, column(lambda one: one["id"])),
            "value": ("decimal", places, column(lambda one: one["value"])),
            "law": ("decimal", places, own),
            "unit": ("token", 0, column(lambda one: one["unit"])),
            "from": ("date", 0, column(lambda one: one["force"]["from"])),
            "to": ("date", 0, column(lambda one: one["force"]["to"])),
            "published": ("date", 0, column(lambda one: one["published"])),
            "document": ("token", 0, column(lambda one: one["source"]["document"])),
            "clause": ("text", 0, column(lambda one: one["source"]["clause"])),
            "quote": ("text", 0, column(lambda one: one["source"]["quote"])),
            "standing": ("token", 0, column(lambda one: one["source"]["standing"])),
            "rules": ("text", 0, column(lambda one: "; ".join(readers[one["id"]]))),
        }
    )


def _columns(rules: Rules, by: Sequence[str], lines: Iterable[Line], shown: Sequence[Line]) -> dict[str, Any]:
    """What budgets have in common: who pays whom, sums, what differs from the first law."""
    told = _told(rules)
    base = {_key(line): line for line in lines if line["law"] == 0}

    def difference(line: Line) -> str | None:
        before = base.get(_key(line))
        if before is None or before["open"] or line["open"]:
            return None
        return str(Decimal(line["amount"]) - Decimal(before["amount"]))

    groups = {name: ("token", 0, [line["group"][place] for line in shown]) for place, name in enumerate(by)}
    return {
        "rule": ("token", 0, [line["rule"] for line in shown]),
        **groups,
        **{name: ("token", 0, [told[line["rule"]][name] for line in shown]) for name in KEYS[:4]},
        "discretionary": ("truth", 0, [told[line["rule"]]["discretionary"] for line in shown]),
        "amount": ("decimal", 2, [None if line["open"] else line["amount"] for line in shown]),
        "min": ("decimal", 2, [line["min"] for line in shown]),
        "max": ("decimal", 2, [line["max"] for line in shown]),
        "difference": ("decimal", 2, [difference(line) for line in shown]),
        **{name: ("count", 0, [line[name] for line in shown]) for name in ("gaining", "losing", "same", "unsettled")},
    }


def _key(line: Line) -> tuple[Any, ...]:
    return line.get("reading"), line["rule"], tuple(line["group"])


def _told(*laws: Rules) -> dict[str, dict[str, Any]]:
    """What of each rule with amounts is paid by whom to whom."""
    told: dict[str, dict[str, Any]] = {}
    for law in laws:
        for rule in law.describe()["rules"]:
            if rule["form"] is not None:
                unit = "day" if rule["form"] == "leave" else "CNY"
                told.setdefault(rule["id"], {"unit": unit, **{name: rule[name] for name in KEYS if name != "unit"}})
    return told


def _line(told: Mapping[str, Any], rule: str, group: tuple[str | None, ...], before: Line, after: Line) -> ComparisonLine:
    return ComparisonLine(
        rule=rule,
        payer=told["payer"],
        payee=told["payee"],
        form=told["form"],
        unit=told["unit"],
        discretionary=told["discretionary"],
        group=group,
        rows=after["rows"],
        before=None if before["open"] else Decimal(before["amount"]),
        before_range=(Decimal(before["min"]), Decimal(before["max"])),
        after=None if after["open"] else Decimal(after["amount"]),
        after_range=(Decimal(after["min"]), Decimal(after["max"])),
        gaining=after["gaining"],
        gained=Decimal(after["gained"]),
        losing=after["losing"],
        lost=Decimal(after["lost"]),
        same=after["same"],
        unsettled=after["unsettled"],
        left_out=after["left_out"],
    )


def _nothing(other: Line | None) -> Line:
    """A rule that one of the laws does not have pays nothing there, and nobody can be compared row by row."""
    rows = 0 if other is None else other["rows"]
    zero = dict.fromkeys(("amount", "min", "max", "gained", "lost"), "0.00")
    return {**zero, "rows": rows, "open": 0, "left_out": 0, "gaining": 0, "losing": 0, "same": 0, "unsettled": rows}


def _money(values: list[Decimal | None]) -> tuple[str, int, list[str | None]]:
    return "decimal", 2, [None if value is None else f"{value:f}" for value in values]


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    total = Decimal(0)
    for value in values:
        if value is None:
            return None
        total += value
    return total


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    return {name: _plain(one) for name, one in value.items()} if isinstance(value, dict) else value


def _fits(pattern: str, rule: str) -> bool:
    """Whether an id fits a pattern in which ``*`` stands for any characters."""
    first, *rest = pattern.split("*")
    if not rest:
        return pattern == rule
    if not rule.startswith(first):
        return False
    left = rule[len(first) :]
    for part in rest[:-1]:
        place = left.find(part)
        if place < 0:
            return False
        left = left[place + len(part) :]
    return left.endswith(rest[-1])
