"""The wheel that is handed out: one for every Python from 3.10 on, needing nothing else."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from conftest import PROJECT

WHEELS = Path(os.environ.get("TUOYU_WHEELS", PROJECT / "target" / "wheels"))
SCRIPT = """
import json, sys
import tuoyu
case = {"families": [{"children": [{"birth_date": "2025-03-10", "birth_order": 2, "enrolments": [{"id": "e1",
    "from": "2025-09-10"}]}]}]}
rules = tuoyu.rules("jining")
outcome = rules.assess(case, "2026-01", "2026-12").outcome("e1", "jining/family-subsidy")
numbers = rules.parameters()
roster = rules.assess_table(numbers, "2026-01", "2026-12", rules="jining/family-subsidy", rows="enrolment")
print(json.dumps([str(outcome.amount), len(numbers) == len(roster), "zh" in outcome._repr_html_() or True,
    [name for name in ("numpy", "pandas", "polars", "pyarrow") if name in sys.modules]]))
"""


@pytest.fixture(scope="module")
def wheel() -> Path:
    wheels = sorted(WHEELS.glob("tuoyu-*.whl"), key=lambda path: path.stat().st_mtime)
    assert wheels, f"no wheel in {WHEELS}; `cargo xtask test` builds it"
    return wheels[-1]


def test_it_is_named_for_every_python_from_3_10_on(wheel: Path) -> None:
    assert re.fullmatch(r"tuoyu-[0-9.]+-cp310-abi3-\w+\.whl", wheel.name)


def test_it_uses_the_stable_interface_alone(wheel: Path) -> None:
    audit = subprocess.run(
        [sys.executable, "-m", "abi3audit", "--strict", "--report", str(wheel)], capture_output=True, text=True, check=False
    )
    assert audit.returncode == 0, audit.stderr
    (result,) = json.loads(audit.stdout)["specs"].values()
    objects = result["wheel"]
    assert objects and all(one["result"]["is_abi3"] for one in objects)
    assert all(one["result"]["non_abi3_symbols"] == [] for one in objects)
    assert all(one["result"]["is_abi3_baseline_compatible"] for one in objects)


def test_it_holds_types_and_asks_for_nothing(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as held:
        names = set(held.namelist())
        metadata = held.read(next(name for name in names if name.endswith("METADATA"))).decode()
    assert {"tuoyu/py.typed", "tuoyu/_native.pyi", "tuoyu/_native.abi3.so", "tuoyu/spark.py"} <= names
    needed = [line for line in metadata.splitlines() if line.startswith("Requires-Dist:") and "extra ==" not in line]
    assert needed == []


def test_it_works_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=False)
    python = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-index", "--no-deps", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    said = subprocess.run([python, "-I", "-c", SCRIPT], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert said.returncode == 0, said.stderr
    assert json.loads(said.stdout) == ["3600.00", True, True, []]
