"""The one exception of the package, and what it tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Diagnostic", "TuoyuError"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong with an input.

    The codes are a closed list, with an example of each, in ``docs/errors.md``; match on ``code``, never on the words.
    """

    code: str
    """What kind of fault it is, such as ``"not-a-date"``."""
    path: str
    """Where: a member of the case (``families[0].children[0].birth_date``), an argument, a column and row, or
    ``FILE:LINE:COLUMN``."""
    found: str
    """What stands there."""
    expected: str
    """What would be right, in words of no language; empty where the code says all."""
    message_zh: str
    """What is wrong, in Chinese."""
    message_en: str
    """What is wrong, in English."""
    help_zh: str
    """What would be right, in Chinese."""
    help_en: str
    """What would be right, in English."""
    is_error: bool = True
    """False for what only deserves a look."""

    def __str__(self) -> str:
        place = f"{self.path}：" if self.path else ""
        return f"[{self.code}] {place}{self.message_zh}；{self.help_zh} | {self.message_en}; {self.help_en}"

    def to_dict(self) -> dict[str, Any]:
        """The same as a dict of plain values."""
        return {name: getattr(self, name) for name in self.__slots__}


class TuoyuError(ValueError):
    """Everything that is wrong with an input, at once: a case, a question, a table or a pack.

    ``code``, ``path`` and ``help`` are those of the first fault; ``diagnostics`` holds all of them, in the order of the
    input.

    >>> import tuoyu
    >>> try:
    ...     tuoyu.rules("jining").assess({"families": [{"county": "邹城"}]}, "2026-1", "2026-12")
    ... except tuoyu.TuoyuError as error:
    ...     [(one.code, one.path, one.found) for one in error.diagnostics]
    [('not-a-month', 'from', '2026-1'), ('not-an-option', 'families[0].county', '邹城')]
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        super().__init__(self.diagnostics)

    @classmethod
    def _of(cls, told: Iterable[Mapping[str, Any]]) -> TuoyuError:
        return cls(Diagnostic(**one) for one in told)

    @property
    def code(self) -> str:
        """The code of the first fault."""
        return self.diagnostics[0].code if self.diagnostics else ""

    @property
    def path(self) -> str:
        """Where the first fault is."""
        return self.diagnostics[0].path if self.diagnostics else ""

    @property
    def help(self) -> str:
        """What would be right instead of the first fault, in Chinese and English."""
        return f"{self.diagnostics[0].help_zh} | {self.diagnostics[0].help_en}" if self.diagnostics else ""

    def __str__(self) -> str:
        return "\n".join(map(str, self.diagnostics))
