"""Every example in docstrings and pages runs and says what it says."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest
from conftest import PROJECT

import tuoyu

MODULES = [module.name for module in pkgutil.iter_modules(tuoyu.__path__) if module.name != "_native"]
PAGES = [PROJECT / "bindings" / "python" / "README.md", PROJECT / "docs" / "python.md"]


@pytest.mark.parametrize("name", ["", *MODULES])
def test_docstrings(name: str) -> None:
    module = importlib.import_module(f"tuoyu.{name}".rstrip("."))
    failed, _ = doctest.testmod(module)
    assert failed == 0


def test_there_are_docstrings() -> None:
    counts = [doctest.testmod(importlib.import_module(f"tuoyu.{name}")).attempted for name in MODULES]
    assert sum(counts) >= 25


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages(page: Path) -> None:
    result = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert result.attempted > 0 and result.failed == 0
