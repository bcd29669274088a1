"""Types as people's editors see them: the stub says what the module is, and the package keeps to its own types."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PYTHON = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    "arguments",
    [["mypy.stubtest", "tuoyu._native", "--mypy-config-file", "pyproject.toml"], ["mypy"]],
    ids=["stubtest", "mypy"],
)
def test_types_hold(arguments: list[str]) -> None:
    said = subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True, check=False, cwd=PYTHON)
    assert said.returncode == 0, said.stdout + said.stderr
