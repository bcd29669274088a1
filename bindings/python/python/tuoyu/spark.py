"""Spark: the same answers on a cluster, through ``mapInArrow``.

A worker needs the package ``tuoyu`` and ``pyarrow``, nothing else. The law travels with the function, compiled, so that
every worker answers by the same pack; see ``docs/python-spark.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tuoyu._rules import Names, Rules

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["assess"]


def assess(
    frame: DataFrame,
    rules: Rules,
    from_: str,
    to: str,
    *,
    select: Names = None,
    readings: Mapping[str, str] | None = None,
    columns: Iterable[str] = ("amount", "state"),
    rows: str | None = None,
    errors: str = "report",
) -> DataFrame:
    """Answers every row of a Spark frame: the caller's columns, then those of `tuoyu.Rules.assess_table`.

    ``select`` names rules, as ``rules=`` does elsewhere. Amounts are ``decimal(38,2)``, states and findings ``string``.
    With ``errors="report"``, the default here, a row that cannot be read is told in the column ``findings`` and the job
    goes on; with ``"raise"`` it fails. Row numbers in findings count within a partition.

    Raises `TuoyuError` at once, before a job is started, for what is wrong with the question or the headings.
    """
    import pyarrow
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

    wanted = [columns] if isinstance(columns, str) else list(columns)
    empty = to_arrow_schema(frame.schema).empty_table()
    names = list(frame.columns)
    # Spark looks a column up by its name there, and takes a point in it for a member.
    numbered = frame.toDF(*(f"column_{place}" for place in range(len(names))))

    def answered(table: Any) -> Any:
        answers = rules.assess_table(
            table.rename_columns(names), from_, to, rules=select, readings=readings, columns=wanted, rows=rows, errors=errors, threads=1
        )
        return answers.cast(_plain(answers.schema))

    schema = from_arrow_schema(answered(empty).schema)
    return numbered.mapInArrow(_answering(answered, pyarrow.Table.from_batches), schema)


def _answering(
    answered: Callable[[Any], Any], whole: Callable[[list[Any]], Any]
) -> Callable[[Iterator[Any]], Iterator[Any]]:
    def answer(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            yield from answered(whole([batch])).to_batches()

    return answer


def _plain(schema: Any) -> Any:
    """The schema with dictionaries as the texts that they hold: Spark has no dictionaries."""
    import pyarrow

    fields = [
        field.with_type(field.type.value_type) if pyarrow.types.is_dictionary(field.type) else field for field in schema
    ]
    return pyarrow.schema(fields)
