"""Floats of frames as exact decimals, by a declared rounding."""

from __future__ import annotations

import decimal
import importlib
import math
from collections.abc import Mapping, Sequence
from typing import Any

from tuoyu._errors import Diagnostic, TuoyuError
from tuoyu._tables import _is

ROUNDINGS = {
    "exact": None,
    "half-up": decimal.ROUND_HALF_UP,
    "half-even": decimal.ROUND_HALF_EVEN,
    "down": decimal.ROUND_DOWN,
}
CONTEXT = decimal.Context(prec=60)


def converted(frame: Any, columns: Mapping[str, int], rounding: str) -> Any:
    """The frame with these columns as decimals."""
    if rounding not in ROUNDINGS:
        raise ValueError(f"rounding is one of {', '.join(ROUNDINGS)}, not {rounding!r}")
    for name, places in columns.items():
        if isinstance(places, bool) or not isinstance(places, int) or not 0 <= places <= 10:
            raise ValueError(f"{name}: the number of decimals is 0 to 10, not {places!r}")
    pyarrow = importlib.import_module("pyarrow") if not _is(frame, "polars", "DataFrame") else None
    faults: list[Diagnostic] = []
    made = {name: _column(frame, name, places, rounding, faults) for name, places in columns.items()}
    if faults:
        raise TuoyuError(faults)
    if pyarrow is None:
        polars = importlib.import_module("polars")
        return frame.with_columns(
            polars.Series(name, values, dtype=polars.Decimal(38, columns[name])) for name, values in made.items()
        )
    arrays = {name: pyarrow.array(values, pyarrow.decimal128(38, columns[name])) for name, values in made.items()}
    if _is(frame, "pandas", "DataFrame"):
        pandas = importlib.import_module("pandas")
        return frame.assign(
            **{
                name: pandas.Series(pandas.arrays.ArrowExtensionArray(pyarrow.chunked_array([array])), index=frame.index)
                for name, array in arrays.items()
            }
        )
    table = pyarrow.table(frame)
    for name, array in arrays.items():
        table = table.set_column(table.column_names.index(name), name, array)
    return table


def _column(
    frame: Any, name: str, places: int, rounding: str, faults: list[Diagnostic]
) -> list[decimal.Decimal | None]:
    return [_cell(value, name, row, places, rounding, faults) for row, value in enumerate(_values(frame, name), 1)]


def _values(frame: Any, name: str) -> Sequence[Any]:
    if _is(frame, "pandas", "DataFrame"):
        column = frame[name]
        missing = column.isna().to_list()
        return [None if absent else value for value, absent in zip(column.to_list(), missing)]
    values: list[Any] = frame[name].to_list() if _is(frame, "polars", "DataFrame") else frame.column(name).to_pylist()
    return values


def _cell(
    value: Any, name: str, row: int, places: int, rounding: str, faults: list[Diagnostic]
) -> decimal.Decimal | None:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, float) and math.isinf(value):
        faults.append(_fault("not-a-decimal", name, row, value, places))
        return None
    # The shortest text that reads back as the same float.
    exact = decimal.Decimal(repr(float(value))) if isinstance(value, float) else decimal.Decimal(value)
    mode = ROUNDINGS[rounding]
    rounded = exact.quantize(decimal.Decimal(1).scaleb(-places), mode or decimal.ROUND_HALF_UP, CONTEXT)
    if mode is None and rounded != exact:
        faults.append(_fault("too-many-decimals", name, row, value, places))
        return None
    return rounded


def _fault(code: str, name: str, row: int, value: Any, places: int) -> Diagnostic:
    return Diagnostic(
        code,
        f"row {row}, {name}",
        repr(value),
        str(places),
        f"{value!r} 不是至多 {places} 位小数的数",
        f"{value!r} is no number with at most {places} decimals",
        '改正此值，或用 rounding="half-up" 声明四舍五入',
        'correct it, or declare how to round: rounding="half-up"',
    )
