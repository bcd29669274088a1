"""Tables: what comes out of the engine, and frames of other libraries in and out."""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from tuoyu import _native
from tuoyu._errors import Diagnostic
from tuoyu._frozen import immutable

__all__ = ["Table", "TuoyuWarning", "beside", "decimals", "same_kind", "stream_of", "warn"]


class TuoyuWarning(UserWarning):
    """Something in an input that deserves a look, such as a column whose name is nearly that of a fact."""


class Table:
    """An Arrow table without a library: rows to read here, and a frame of any library one call away.

    Whatever takes ``__arrow_c_stream__`` takes it: ``polars.DataFrame(table)``, ``pyarrow.table(table)``,
    ``duckdb.from_arrow(table)``. Tables are equal where their bytes are, and travel by pickle.

    >>> import tuoyu
    >>> numbers = tuoyu.rules("jining").parameters()
    >>> third = next(row for row in numbers if row["parameter"] == "jining/family-subsidy.third-child")
    >>> third["value"], third["unit"], third["clause"]
    (Decimal('500'), 'CNY', '二（五）13③')
    """

    __slots__ = ("_native", "_schema")

    _native: Any
    _schema: tuple[tuple[tuple[str, str], ...], int]

    def __init__(self, native: Any) -> None:
        fields, rows = _native.table_schema(native)
        object.__setattr__(self, "_native", native)
        object.__setattr__(self, "_schema", (tuple(fields), rows))

    def __setattr__(self, name: str, value: object) -> None:
        raise immutable(type(self))

    def __delattr__(self, name: str) -> None:
        raise immutable(type(self))

    def __reduce__(self) -> tuple[Any, tuple[bytes]]:
        return _from_bytes, (_native.table_bytes(self._native),)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return self._schema == other._schema and _native.table_bytes(self._native) == _native.table_bytes(other._native)

    def __hash__(self) -> int:
        return hash((self._schema, _native.table_bytes(self._native)))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._native.__arrow_c_stream__(requested_schema)

    def __arrow_c_schema__(self) -> object:
        return self._native.__arrow_c_schema__()

    def __len__(self) -> int:
        return self._schema[1]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for start in range(0, len(self), 4096):
            yield from _native.table_rows(self._native, start, 4096)

    def __repr__(self) -> str:
        return f"<Table {len(self)} rows × {len(self.columns)} columns>"

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(name for name, _ in self._schema[0])

    @property
    def types(self) -> dict[str, str]:
        """The Arrow types of the columns."""
        return dict(self._schema[0])

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as dicts: amounts are Decimal, days are date, null is None."""
        return list(self)

    def to_polars(self) -> Any:
        """The same as ``polars.DataFrame``."""
        return importlib.import_module("polars").DataFrame(self)

    def to_arrow(self) -> Any:
        """The same as ``pyarrow.Table``."""
        return importlib.import_module("pyarrow").table(self)

    def to_pandas(self) -> Any:
        """The same as ``pandas.DataFrame``; amounts are exact decimals of Arrow, tokens are categories."""
        return _pandas(self)

    def _repr_html_(self) -> str:
        from tuoyu._html import page, table

        most = 20
        rows = [list(row.values()) for row in _native.table_rows(self._native, 0, most)]
        right = [place for place, (_, kind) in enumerate(self._schema[0]) if kind.startswith(("Decimal", "Int"))]
        count = f"<div>{len(self)} 行 × {len(self.columns)} 列<span lang=en>{len(self)} rows</span></div>"
        return page(count, table(self.columns, rows, right))


def table_of(columns: Mapping[str, tuple[str, int, list[Any]]]) -> Table:
    """A table of Python's values: for each column its kind, its decimals, its values."""
    return Table(_native.table_of([(name, *rest) for name, rest in columns.items()]))


def _from_bytes(content: bytes) -> Table:
    return Table(_native.table_from_bytes(content))


def warn(misses: list[dict[str, Any]], level: int) -> None:
    """Warns of columns that are nearly facts."""
    for miss in misses:
        warnings.warn(str(Diagnostic(**miss)), TuoyuWarning, stacklevel=level + 1)


def stream_of(frame: Any) -> Any:
    """What Arrow can read of a frame: the frame itself, unless its library does otherwise."""
    if _is(frame, "polars", "LazyFrame"):
        return frame.collect()
    if hasattr(frame, "__arrow_c_stream__") or hasattr(frame, "__arrow_c_array__"):
        return frame
    kind = f"{type(frame).__module__}.{type(frame).__qualname__}"
    raise TypeError(f"a frame is anything with __arrow_c_stream__ (pandas, polars, pyarrow, duckdb), not {kind}")


def is_lazy(frame: Any) -> bool:
    """Whether a frame is read batch by batch, so that answers come the same way."""
    return _is(frame, "pyarrow", "RecordBatchReader")


def keeps_itself(frame: Any) -> bool:
    """Whether the answers are put beside the frame by its own library, which keeps index and types."""
    return _is(frame, "pandas", "DataFrame") or _is(frame, "polars", "DataFrame", "LazyFrame")


def beside(frame: Any, answers: Any) -> Any:
    """The frame with its answers, by its own library: every column of the caller is left as it is."""
    if _is(frame, "pandas", "DataFrame"):
        pandas = importlib.import_module("pandas")
        own = _pandas(answers)
        own.index = frame.index
        return pandas.concat([frame, own], axis=1)
    polars = importlib.import_module("polars")
    if _is(frame, "polars", "LazyFrame"):
        return frame.collect().hstack(polars.DataFrame(answers)).lazy()
    return frame.hstack(polars.DataFrame(answers))


def same_kind(frame: Any, native: Any) -> Any:
    """Caller's columns and answers in the caller's kind."""
    if _is(frame, "pyarrow", "RecordBatchReader"):
        return importlib.import_module("pyarrow").RecordBatchReader.from_stream(native)
    if _is(frame, "pyarrow", "Table"):
        return importlib.import_module("pyarrow").table(native)
    if _is(frame, "pyarrow", "RecordBatch"):
        table = importlib.import_module("pyarrow").table(native)
        return table.combine_chunks().to_batches()[0]
    if type(frame).__name__ == "DuckDBPyRelation":
        return importlib.import_module("duckdb").from_arrow(importlib.import_module("pyarrow").table(native))
    return Table(native)


def decimals(frame: Any, columns: Mapping[str, int], *, rounding: str = "exact") -> Any:
    """The frame with columns of floats turned into exact decimals, by a rounding that you declare.

    ``columns`` gives each column its number of decimals: 2 for money, 4 for ratios, 0 for counts. ``rounding`` says what
    becomes of a float that has more:

    ``exact``
        it is refused, with its row. A float counts as the shortest decimal that reads back as the same float, so 0.1 is
        0.1 and 2100.0 is 2100.
    ``half-up``
        it is rounded, halves away from zero.
    ``half-even``, ``down``
        it is rounded to the even digit, or towards zero.

    NaN and null become null, which is unknown; an infinite number is refused. Takes pandas, polars and pyarrow frames
    and gives the same kind.

    >>> import polars, tuoyu
    >>> frame = polars.DataFrame({"enrolment.monthly_fee": [2100.5, None, 1999.995]})
    >>> tuoyu.decimals(frame, {"enrolment.monthly_fee": 2}, rounding="half-up")["enrolment.monthly_fee"].to_list()
    [Decimal('2100.50'), None, Decimal('2000.00')]
    """
    from tuoyu._floats import converted

    return converted(frame, columns, rounding)


def _pandas(table: Any) -> Any:
    pandas, pyarrow = importlib.import_module("pandas"), importlib.import_module("pyarrow")
    arrow = pyarrow.table(table)

    def dtype(kind: Any) -> Any:
        return None if pyarrow.types.is_dictionary(kind) else pandas.ArrowDtype(kind)

    return arrow.to_pandas(types_mapper=dtype)


def _is(frame: Any, module: str, *names: str) -> bool:
    """Whether an object is of a library's class, without importing the library."""
    # Mostly it is not, which the name alone says.
    for kind in type(frame).__mro__:
        if kind.__name__ in names and kind.__module__.split(".")[0] in (module, f"_{module}"):
            return True
    return False
