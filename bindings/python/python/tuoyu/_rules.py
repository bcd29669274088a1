"""Rules: the law, loaded and ready to be asked."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Union
from weakref import WeakValueDictionary

from tuoyu import _native
from tuoyu._answers import Assessment, Outcome, Question
from tuoyu._errors import Diagnostic, TuoyuError
from tuoyu._frozen import immutable
from tuoyu._tables import Table, beside, is_lazy, keeps_itself, same_kind, stream_of, warn
from tuoyu._values import decimal_text
from tuoyu._whatif import Comparison, compared, is_reported, parameters, sensitive, swept

__all__ = ["Case", "Number", "Rules", "load", "rules"]

Case = Union[Mapping[str, Any], str, bytes]
"""A case: a dict in the shape of ``docs/case.md``, or its JSON text."""

Number = Union[Decimal, int, str]
"""An exact number; a float is refused."""

Names = Union[str, Iterable[str], None]
"""Ids or patterns such as ``jining/*``: one, several, or None for all."""


COLUMNS = ("amount", "state", "min", "max", "months")
"""What `Rules.assess_table` can add for a rule."""


class Rules:
    """A pack of rules, loaded (规则). It never changes: ``reform`` and ``with_readings`` make others.

    Rules may be shared between threads; evaluation releases the GIL. They are equal where the pack, the readings and
    the reform are, and a pickle carries the compiled pack.

    >>> import tuoyu
    >>> rules = tuoyu.rules("jining")
    >>> answer = rules.assess({"institutions": [{"id": "n1", "registered": True, "filed": True, "inclusive": True,
    ...     "classes": [{"id": "c1", "kind": "infant"}]}],
    ...     "families": [{"children": [{"enrolments": [{"id": "e1", "class": "c1", "from": "2025-09-10",
    ...     "to": "2026-03-09"}]}]}]}, "2026-01", "2026-12")
    >>> answer.outcome("e1", "jining/operating-subsidy").amount
    Decimal('500.00')
    """

    __slots__ = ("__weakref__", "_described", "_law", "_pack", "_readings", "_reform")

    _law: _native.Law
    _pack: bytes
    _readings: tuple[tuple[str, str], ...]
    _reform: tuple[tuple[str, str], ...]
    _described: dict[str, Any]

    def __init__(
        self,
        pack: bytes,
        readings: Iterable[tuple[str, str]] = (),
        reform: Iterable[tuple[str, str]] = (),
    ) -> None:
        """Rules of a compiled pack; `tuoyu.rules` and `tuoyu.load` are the usual doors."""
        law = _law(pack)
        chosen, numbers = sorted(dict(readings).items()), sorted(dict(reform).items())
        if numbers:
            law = law.reform(numbers)
        if chosen:
            law = law.with_readings(chosen)
        for name, value in (
            ("_pack", pack),
            ("_law", law),
            ("_readings", tuple(chosen)),
            ("_reform", tuple(sorted(law.reformed))),
            ("_described", {}),
        ):
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise immutable(type(self))

    def __delattr__(self, name: str) -> None:
        raise immutable(type(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickled, (zlib.compress(self._pack), self._readings, self._reform)

    def __eq__(self, other: object) -> bool:
        return self._key == other._key if isinstance(other, Rules) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[str, tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
        return self.hash, self._readings, self._reform

    def __repr__(self) -> str:
        changed = [f"{name}={value}" for name, value in (*self._readings, *self._reform)]
        return f"<Rules {self.name} {self.hash[:12]}{''.join(' ' + one for one in changed)}>"

    @property
    def name(self) -> str:
        """The pack's name: that of its last layer."""
        return self._law.name

    @property
    def hash(self) -> str:
        """SHA-256 of the compiled pack, as receipts carry it."""
        return self._law.hash

    @property
    def readings(self) -> dict[str, str]:
        """The options that `with_readings` chose."""
        return dict(self._readings)

    @property
    def reformed(self) -> dict[str, Decimal]:
        """The named numbers that stand in the law's place."""
        return {name: Decimal(value) for name, value in self._reform}

    def assess(
        self,
        case: Case,
        from_: str,
        to: str,
        *,
        rules: Names = None,
        readings: Mapping[str, str] | None = None,
    ) -> Assessment:
        """What the rules say of a case in the months from ``from_`` to ``to`` (``YYYY-MM``, both included).

        ``case`` is a dict or JSON text in the shape of ``docs/case.md``; what is absent or None is unknown. Money and
        other decimals are ``Decimal`` or text, days ``date`` or text; a float is refused. ``rules`` asks about some
        rules only, by id or pattern; ``readings`` chooses options for this question.

        Raises `TuoyuError` with everything that is wrong, at once.

        >>> import tuoyu
        >>> from datetime import date
        >>> case = {"families": [{"children": [{"birth_date": date(2025, 3, 10), "birth_order": 4,
        ...     "enrolments": [{"id": "e1", "from": date(2025, 9, 10)}]}]}]}
        >>> question = {"rules": "jining/family-subsidy", "readings": {"fourth-child": "as-third"}}
        >>> tuoyu.rules("jining").assess(case, "2026-01", "2026-12", **question).outcomes[0].amount
        Decimal('6000.00')
        """
        return Assessment(self._law.assess(case, _asked(from_, to, rules, readings)), self)

    def questions(
        self,
        case: Case,
        from_: str,
        to: str,
        rules: Names = None,
        *,
        subject: str | None = None,
        readings: Mapping[str, str] | None = None,
    ) -> tuple[Question, ...]:
        """The missing facts as questions, in the order in which to ask them; empty once everything is settled.

        >>> import tuoyu
        >>> case = {"families": [{"children": [{"id": "k1", "birth_date": "2025-03-10",
        ...     "enrolments": [{"id": "e1", "from": "2025-09-10"}]}]}]}
        >>> tuoyu.rules("jining").questions(case, "2026-01", "2026-12", ["jining/family-subsidy"])
        (<Question 1 k1 child.birth_order: 这是第几个孩子？>,)
        """
        told = self._law.questions(case, _asked(from_, to, rules, readings, subject))
        return tuple(Question(json.dumps(one, ensure_ascii=False)) for one in json.loads(told))

    def explain(self, outcome: Outcome | Mapping[str, Any], lang: str = "zh") -> str:
        """Why an outcome is as it is: a tree of reasons as text, in ``zh`` or ``en``.

        Takes an outcome, or its dict as it was kept; raises `TuoyuError` where it is no outcome of these rules.
        """
        _, zh, en = self._law.explain(_outcome_text(outcome))
        return {"zh": zh, "en": en}[_language(lang)]

    def tree(self, outcome: Outcome | Mapping[str, Any]) -> dict[str, Any]:
        """The same tree as data: ``part``, ``mark``, ``words`` and ``children``, as in ``docs/answers.md``."""
        tree: dict[str, Any] = json.loads(self._law.explain(_outcome_text(outcome))[0])
        return tree

    def text(self, rule: str, lang: str = "zh") -> str:
        """A rule to be read: its title, the sentences of law, and what of them is computed, in words.

        >>> import tuoyu
        >>> print(tuoyu.rules("jining").text("jining/city-award").splitlines()[0])
        市级奖补（jining/city-award）
        """
        lang = _language(lang)
        sentences = self._law.words(rule)
        told = next(one for one in self.describe()["rules"] if one["id"] == rule)
        lines = [f"{told['title'][lang]}（{rule}）" if lang == "zh" else f"{told['title'][lang]} ({rule})"]
        seen = set()
        for source in (source for version in told["versions"] for source in version["sources"]):
            if (source["document"], source["clause"], source["quote"]) not in seen:
                seen.add((source["document"], source["clause"], source["quote"]))
                lines += ["", f"{source['document']} {source['clause']}", f"> {source['quote']}"]
        return "\n".join([*lines, "", *(f"- {zh if lang == 'zh' else en}" for zh, en in sentences)])

    def describe(self) -> dict[str, Any]:
        """Everything that the pack holds: documents, things, facts, readings, parameters, rules.

        The shape is that of ``tuoyu pack --json``; ``tuoyu schema pack`` prints its schema.
        """
        if not self._described:
            self._described.update(json.loads(self._law.describe()))
        described: dict[str, Any] = json.loads(json.dumps(self._described))
        return described

    def reform(self, numbers: Mapping[str, Number]) -> Rules:
        """The same law with other numbers, by the ids of `parameters`.

        Outcomes that use one say so among their ``assumes``, receipts list all. Raises `TuoyuError` for an unknown id,
        a number out of range or with too many decimals.

        >>> import tuoyu
        >>> new = tuoyu.rules("jining").reform({"jining/family-subsidy.third-child": "800"})
        >>> new.reformed
        {'jining/family-subsidy.third-child': Decimal('800')}
        """
        written = {name: decimal_text(value, name) for name, value in numbers.items()}
        return Rules(self._pack, self._readings, {**dict(self._reform), **written}.items())

    def with_readings(self, readings: Mapping[str, str]) -> Rules:
        """The same law with options of readings taken, unless a question chooses others.

        >>> import tuoyu
        >>> tuoyu.rules("jining").with_readings({"fourth-child": "as-third"}).readings
        {'fourth-child': 'as-third'}
        """
        return Rules(self._pack, {**dict(self._readings), **readings}.items(), self._reform)

    def parameters(self) -> Table:
        """The whole law as a table: every named number, with its days, its sentence and how sure that is.

        Columns: ``parameter``, ``value`` (exact), ``law`` (what the law gives, where a reform stands in its place),
        ``unit`` (``1`` for a plain number), ``from`` and ``to`` (days in force, null where open), ``published``,
        ``document``, ``clause``, ``quote``, ``standing``, ``rules`` (which read it, parted by ``; ``).
        """
        return parameters(self.describe(), Rules(self._pack).describe() if self._reform else None)

    def assess_table(
        self,
        frame: Any,
        from_: str,
        to: str,
        *,
        rules: Names = None,
        readings: Mapping[str, str] | None = None,
        columns: Iterable[str] = ("amount", "state"),
        rows: str | None = None,
        errors: str = "raise",
        threads: int | None = None,
    ) -> Any:
        """Answers every row of a frame, and gives the same kind of frame with the answers beside the caller's columns.

        ``frame`` is anything with ``__arrow_c_stream__``: pandas, polars, pyarrow, duckdb, or a `Table`. A column is a
        fact by its dotted name (``child.birth_date``), with underscores for dots, or by a Chinese heading (出生日期);
        every other column is yours. A row is about the narrowest thing that has a column, or about ``rows``. Null, or a
        column that is not there, is unknown.

        Of rule ``a/b`` the columns ``a/b.amount`` (decimal128, two decimals, null unless settled) and ``a/b.state``
        (dictionary of text) are added; ``columns`` may also name ``min``, ``max`` (the range) and ``months`` (how many
        are granted). Rules that rows cannot state everything for are left out, unless they are named.

        Money, ratios and counts are decimals, integers or text; a column of floats is refused, see `tuoyu.decimals`.
        Days are dates, timestamps at midnight, or text. Rows that cannot be read: with ``errors="raise"`` a
        `TuoyuError` names every one; with ``"report"`` they are left out, and a column ``findings`` says why.

        The GIL is released; ``threads`` limits how many threads are used. A pyarrow ``RecordBatchReader`` is answered
        batch by batch, as it is read.

        >>> import polars, tuoyu
        >>> roster = polars.DataFrame({"孩次": [2, 3, None], "出生日期": ["2023-05-31", "2025-03-10", "2025-03-10"],
        ...     "enrolment.from": ["2025-09-10"] * 3, "班主任": ["李", "王", "王"]})
        >>> answers = tuoyu.rules("jining").assess_table(roster, "2026-01", "2026-12", rules="jining/family-subsidy")
        >>> answers["班主任", "jining/family-subsidy.amount", "jining/family-subsidy.state"].rows()
        [('李', Decimal('1200.00'), 'granted'), ('王', Decimal('6000.00'), 'granted'), ('王', None, 'undetermined')]
        """
        wanted = _columns(columns)
        asked = _asked(from_, to, rules, readings)
        by_itself = keeps_itself(frame)
        options = (wanted, rows, is_reported(errors), not by_itself, threads)
        answer = _native.assess_stream if is_lazy(frame) else _native.assess_table
        native, misses = answer(self._law, stream_of(frame), asked, options)
        warn(misses, 2)
        return beside(frame, native) if by_itself else same_kind(frame, native)

    def assess_row(
        self,
        row: Mapping[str, Any],
        from_: str,
        to: str,
        *,
        rules: Names = None,
        readings: Mapping[str, str] | None = None,
        columns: Iterable[str] = ("amount", "state"),
        rows: str | None = None,
    ) -> dict[str, Any]:
        """Answers one row, such as a service has it: a dict of cells in, a dict of answers out, without reasons.

        Names and cells are those of `assess_table`: a cell is text, ``Decimal``, ``int``, ``bool``, ``date``, a list of
        texts, or None, which is unknown. The answers are those of the same row in a frame, by the names of its columns:
        amounts are ``Decimal``, states ``str``, months ``int``.

        What a question needs is made ready once and kept, for the last few questions: the same question of rows with
        the same names costs some microseconds. Raises `TuoyuError` with everything that is wrong, at once.

        >>> import tuoyu
        >>> from datetime import date
        >>> row = {"孩次": 2, "出生日期": date(2023, 5, 31), "enrolment.from": "2025-09-10", "班主任": "李"}
        >>> tuoyu.rules("jining").assess_row(row, "2026-01", "2026-12", rules="jining/family-subsidy")
        {'jining/family-subsidy.amount': Decimal('1200.00'), 'jining/family-subsidy.state': 'granted'}
        """
        cells = row if isinstance(row, dict) else dict(row)
        answers, misses = _native.assess_row(
            self._law, cells, _asked(from_, to, rules, readings), _columns(columns), rows
        )
        if misses:
            warn(misses, 2)
        return answers

    def compare(
        self,
        new: Rules,
        frame: Any,
        from_: str,
        to: str,
        by: Iterable[str] = (),
        *,
        rules: Names = None,
        readings: Mapping[str, str] | None = None,
        rows: str | None = None,
        errors: str = "raise",
    ) -> Comparison:
        """Who gains and who loses over a frame if ``new`` stood in the place of these rules, and what it costs whom.

        ``by`` names columns of the frame, or facts, to group by. Raises as `assess_table` does.

        >>> import polars, tuoyu
        >>> rules = tuoyu.rules("jining")
        >>> roster = polars.DataFrame({"child.birth_order": [2, 3], "child.birth_date": ["2025-03-10"] * 2,
        ...     "enrolment.from": ["2025-09-10"] * 2})
        >>> new = rules.reform({"jining/family-subsidy.third-child": "800"})
        >>> comparison = rules.compare(new, roster, "2026-01", "2026-12", rules="jining/family-subsidy")
        >>> line = comparison.lines[0]
        >>> line.before, line.after, line.difference, line.gaining, line.losing
        (Decimal('9600.00'), Decimal('13200.00'), Decimal('3600.00'), 1, 0)
        """
        asked = _asked(from_, to, rules, readings)
        return compared(self, new, frame, asked, _several(by), rows, is_reported(errors))

    def sweep(
        self,
        parameter: str,
        values: Iterable[Number],
        frame: Any,
        from_: str,
        to: str,
        by: Iterable[str] = (),
        *,
        rules: Names = None,
        readings: Mapping[str, str] | None = None,
        rows: str | None = None,
        errors: str = "raise",
    ) -> Table:
        """The budget under each value of a number of the law, beside the law's own.

        One row for each value, rule and group: ``value``, ``rule``, the columns of ``by``, ``payer``, ``payee``,
        ``form``, ``unit``, ``amount`` (null while a row is open), ``min``, ``max``, ``difference`` (from these rules),
        ``gaining``, ``losing``, ``same``, ``unsettled`` (rows). Rules that no value changes are left out, unless
        ``rules`` names them.
        """
        asked = _asked(from_, to, rules, readings)
        return swept(self, parameter, list(values), frame, asked, _several(by), rows, is_reported(errors))

    def sensitivity(
        self,
        frame: Any,
        from_: str,
        to: str,
        by: Iterable[str] = (),
        *,
        rules: Names = None,
        readings: Mapping[str, str] | None = None,
        rows: str | None = None,
        errors: str = "raise",
    ) -> Table:
        """The budget under every option of every reading: what the open questions of the law are worth.

        One row for each reading, option, rule that depends on the reading, and group: ``reading``, ``option``, ``taken``
        (whether these rules take it), and the columns of `sweep`.
        """
        asked = _asked(from_, to, rules, readings)
        return sensitive(self, frame, asked, _several(by), rows, is_reported(errors))

    def _repr_html_(self) -> str:
        from tuoyu._html import rules

        return rules(self)


def rules(name: str = "jining") -> Rules:
    """The rules that the package carries: ``"jining"`` is 国家、山东省 and 济宁市 together.

    >>> import tuoyu
    >>> tuoyu.rules("jining").name
    'jining'
    """
    pack = _native.embedded(name)
    if pack is None:
        fault = Diagnostic(
            "unknown-id", "name", name, "jining",
            f"没有名为“{name}”的规则包", f"there is no pack “{name}”",
            "可用：jining；其他规则包用 tuoyu.load 读取", "there is jining; load others with tuoyu.load",
        )  # fmt: skip
        raise TuoyuError([fault])
    return Rules(pack)


def load(path: str | os.PathLike[str] | bytes) -> Rules:
    """The rules of a compiled pack (a file of ``tuoyu pack``, or its bytes), or of a folder with texts.

    A compiled pack is proved anew, whatever its origin; texts are parsed and checked. Raises `TuoyuError` with
    everything that is wrong, and ``OSError`` where there is no such file.
    """
    if isinstance(path, bytes):
        return Rules(path)
    place = Path(path)
    return Rules(_native.pack_of_texts(_texts(place)) if place.is_dir() else place.read_bytes())


def _texts(folder: Path) -> list[tuple[str, bytes]]:
    """The files of a pack: vocabulary, documents and calendars; files of other kinds are not the pack's."""
    documents = [path for path in folder.glob("*/*.md") if not path.name.endswith(".cases.md")]
    documents += folder.glob("*/*.toml")
    vocabulary = folder / "vocabulary.toml"
    files = [vocabulary, *sorted(documents)] if vocabulary.is_file() else sorted(documents)
    return [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in files]


def _unpickled(pack: bytes, readings: Iterable[tuple[str, str]], reform: Iterable[tuple[str, str]]) -> Rules:
    return Rules(zlib.decompress(pack), readings, reform)


_LOADED: WeakValueDictionary[bytes, _native.Law] = WeakValueDictionary()


def _law(pack: bytes) -> _native.Law:
    """The law of a compiled pack, proved once while it is in use."""
    law = _LOADED.get(pack)
    if law is None:
        law = _LOADED[pack] = _native.Law(pack)
    return law


def _asked(
    from_: str, to: str, rules: Names, readings: Mapping[str, str] | None, subject: str | None = None
) -> tuple[str, str, list[str], list[tuple[str, str]], str | None]:
    named = [rules] if isinstance(rules, str) else list(rules or ())
    return from_, to, named, list((readings or {}).items()), subject


def _columns(columns: Iterable[str]) -> list[str]:
    wanted = [columns] if isinstance(columns, str) else list(columns)
    for name in wanted:
        if name not in COLUMNS:
            raise ValueError(f"columns are {', '.join(COLUMNS)}, not {name!r}")
    return wanted


def _several(names: Iterable[str]) -> list[str]:
    return [names] if isinstance(names, str) else list(names)


def _outcome_text(outcome: Outcome | Mapping[str, Any]) -> str:
    return outcome.to_json() if isinstance(outcome, Outcome) else json.dumps(outcome, ensure_ascii=False)


def _language(lang: str) -> str:
    if lang not in ("zh", "en"):
        raise ValueError(f'lang is "zh" or "en", not {lang!r}')
    return lang
