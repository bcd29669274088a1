"""What answers have in common: they are made of JSON text, never change, and are equal where their texts are."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

__all__ = ["FromJson", "immutable"]

T = TypeVar("T")


def immutable(kind: type) -> AttributeError:
    """What changing an answer raises."""
    return AttributeError(f"{kind.__name__} cannot be changed; make another one")


class FromJson:
    """An answer as the engine told it: JSON text, read when it is asked for."""

    __slots__ = ("_cache", "_text")

    _cache: dict[str, Any]
    _text: str

    def __init__(self, text: str) -> None:
        object.__setattr__(self, "_text", text)
        object.__setattr__(self, "_cache", {})

    def __setattr__(self, name: str, value: object) -> None:
        raise immutable(type(self))

    def __delattr__(self, name: str) -> None:
        raise immutable(type(self))

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, type(self)) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self).__name__, self._text))

    def _kept(self, name: str, make: Callable[[], T]) -> T:
        if name not in self._cache:
            self._cache[name] = make()
        kept: T = self._cache[name]
        return kept

    @property
    def _told(self) -> Any:
        return self._kept("told", lambda: json.loads(self._text))

    def to_json(self) -> str:
        """The answer as JSON text."""
        return self._text

    def to_dict(self) -> Any:
        """The answer as plain dicts and lists, a copy of your own: amounts and dates are text, as in JSON."""
        return json.loads(self._text)
