"""What several tests use: the embedded law, the vectors, the command."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

import tuoyu

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[2]
VECTORS: list[dict[str, Any]] = [
    vector
    for file in sorted((PROJECT / "tests" / "vectors").glob("*.json"))
    for vector in json.loads(file.read_text(encoding="utf-8"))
]


@pytest.fixture(scope="session")
def rules() -> tuoyu.Rules:
    """The law that the package carries."""
    return tuoyu.rules("jining")


@pytest.fixture(scope="session")
def command() -> Path:
    """The command, built from the same sources; `cargo xtask test` says where."""
    return Path(os.environ.get("TUOYU_COMMAND", PROJECT / "target" / "release" / "tuoyu"))


def ask(command: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the command."""
    return subprocess.run([command, *arguments], capture_output=True, check=False)
