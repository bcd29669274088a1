"""Where everything stands: the pinned environments, the wheel, and the rows, all of them under target/peers."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import work

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = ROOT / "target" / "peers"
LAYERS = TARGET / "layers"
TUOYU = ROOT / "target" / "release" / "tuoyu"
ENGINE = ROOT / "target" / "release" / "tuoyu-peers"
COLUMNS, OPENFISCA = "columns", "openfisca"
SEED = 20_260_101
# Rows that are made and worked out one by one; more are these, again and again.
MADE = 1_000_000
THREADS = 2


def surroundings():
    """Everyone has as many threads. Settings for old processors slow a current numpy, so it runs without them."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS_")}
    return kept | {"POLARS_MAX_THREADS": str(THREADS), "CARGO_TARGET_DIR": str(ROOT / "target")}


def run(*command):
    subprocess.run([str(part) for part in command], check=True, env=surroundings(), cwd=ROOT)


def python(name):
    """The interpreter of an environment."""
    return TARGET / "environments" / name / "bin" / "python"


def environments():
    """The pinned environments, made where they are not there, and our wheel in the first of them."""
    for name in (COLUMNS, OPENFISCA):
        requirements = HERE / "requirements" / f"{name}.txt"
        stamp = TARGET / "environments" / name / "made-from.txt"
        if not stamp.exists() or stamp.read_bytes() != requirements.read_bytes():
            print(f"environment {name}", flush=True)
            run(sys.executable, "-m", "venv", "--clear", stamp.parent)
            install(name, "--requirement", requirements)
            stamp.write_bytes(requirements.read_bytes())
    wheels = TARGET / "wheels"
    shutil.rmtree(wheels, ignore_errors=True)
    manifest = ROOT / "bindings" / "python" / "Cargo.toml"
    run(python(COLUMNS), "-m", "maturin", "build", "--quiet", "--release", "--locked", "--manifest-path", manifest, "--out", wheels)
    install(COLUMNS, "--no-index", "--no-deps", "--force-reinstall", "--find-links", wheels, "tuoyu")


def install(name, *what):
    run(python(name), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what)


def layers():
    """The law and the layer beside the bench that says what is left to pay, as one folder."""
    shutil.rmtree(LAYERS, ignore_errors=True)
    shutil.copytree(ROOT / "rules-data", LAYERS, ignore=shutil.ignore_patterns("src", "*.rs", "Cargo.toml"))
    (LAYERS / "bench").mkdir()
    shutil.copy(ROOT / "core" / "benches" / "work" / "net.md", LAYERS / "bench")


def roster(size, unknown="0%"):
    """A roster as a file, to be deleted once it has been used."""
    path = TARGET / f"roster-{size}.csv"
    run(TUOYU, "sample", "--rows", size, "--seed", SEED, "--unknown", unknown, "--headings", "en", "-o", path)
    return path


def made(kind, unknown):
    """The columns of all rows, and their exact cells."""
    folder, cells = TARGET / f"{kind}-{MADE}", TARGET / f"{kind}-{MADE}.reference"
    file = roster(MADE, unknown)
    shutil.rmtree(folder, ignore_errors=True)
    run(sys.executable, HERE / "prepare.py", file, folder)
    run(sys.executable, HERE / "reference.py", folder, cells)
    file.unlink()


def rows(kind, size):
    """The columns of so many rows, and their exact cells: the first of those that were made, or all of them again."""
    folder, cells = TARGET / f"{kind}-{size}", TARGET / f"{kind}-{size}.reference"
    if size == MADE:
        return folder, cells
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for column in (TARGET / f"{kind}-{MADE}").iterdir():
        (folder / column.name).write_bytes(of_length(column.read_bytes(), size))
    all_cells = (TARGET / f"{kind}-{MADE}.reference").read_bytes()
    each = len(all_cells) // len(work.AMOUNTS)
    parts = range(0, len(all_cells), each)
    cells.write_bytes(b"".join(of_length(all_cells[start:start + each], size) for start in parts))
    return folder, cells


def of_length(column, size):
    """A column of as many rows."""
    width = len(column) // MADE
    return (column * -(-size // MADE))[:size * width]
