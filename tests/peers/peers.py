"""The peers, each a process that holds the rows in its own form and runs when it is told."""

import array
import subprocess

from places import COLUMNS, ENGINE, HERE, LAYERS, OPENFISCA, THREADS, python, surroundings

KNOWN, UNKNOWN = "known", "unknown"
HAND, OURS, OURS_UNKNOWN, OURS_THREADS = "by-hand", "tuoyu", "tuoyu-unknown", "tuoyu-threads"
PYTHON, PYTHON_THREADS = "tuoyu-python", "tuoyu-python-threads"

# name: in words, the rows it is given, the most of them, how it is started (an environment and a script, or neither).
PEERS = {
    HAND: ("loop by hand", KNOWN, 10**7, [ENGINE, "by-hand", "FOLDER"]),
    OURS: ("**tuoyu**, Rust", KNOWN, 10**7, [ENGINE, "engine", "FOLDER", 1]),
    OURS_THREADS: (f"**tuoyu**, Rust, {THREADS} threads", KNOWN, 10**7, [ENGINE, "engine", "FOLDER", THREADS]),
    OURS_UNKNOWN: ("**tuoyu**, Rust, 10 % of rows with an unknown", UNKNOWN, 10**6, [ENGINE, "engine", "FOLDER", 1]),
    PYTHON: ("**tuoyu**, Python, Arrow to Arrow", KNOWN, 10**7, [COLUMNS, "by_tuoyu.py", "FOLDER", LAYERS, 1]),
    PYTHON_THREADS: (f"**tuoyu**, Python, Arrow to Arrow, {THREADS} threads", KNOWN, 10**6,
                     [COLUMNS, "by_tuoyu.py", "FOLDER", LAYERS, THREADS]),
    "numpy": ("numpy, int64 fen", KNOWN, 10**7, [COLUMNS, "by_numpy.py", "FOLDER", "whole"]),
    "numpy-f64": ("numpy, float64 yuan", KNOWN, 10**6, [COLUMNS, "by_numpy.py", "FOLDER", "fractions"]),
    "polars": (f"polars, int64 fen, {THREADS} threads", KNOWN, 10**7, [COLUMNS, "by_polars.py", "FOLDER"]),
    "duckdb": (f"DuckDB, DECIMAL, {THREADS} threads", KNOWN, 10**6, [COLUMNS, "by_duckdb.py", "FOLDER", THREADS]),
    "openfisca": ("OpenFisca, dates compared", KNOWN, 10**6, [OPENFISCA, "by_openfisca.py", "FOLDER", "dates"]),
    "openfisca-age": ("OpenFisca, age variable", KNOWN, 10**6, [OPENFISCA, "by_openfisca.py", "FOLDER", "age"]),
    "zen": ("ZEN, a row at a time", KNOWN, 10**4, [COLUMNS, "by_zen.py", "FOLDER"]),
}
OF_THE_ENGINE = {OURS, OURS_UNKNOWN, OURS_THREADS, PYTHON, PYTHON_THREADS}


def titles():
    return {name: title for name, (title, *_) in PEERS.items()}


def given(size):
    """The peers that are given so many rows, and of which kind."""
    return {name: kind for name, (_, kind, most, _) in PEERS.items() if size <= most}


class Peer:
    """A process that holds the rows."""

    def __init__(self, name, folder):
        first, *rest = PEERS[name][3]
        rest = [folder if part == "FOLDER" else part for part in rest]
        started = [first, *rest] if first == ENGINE else [python(first), HERE / rest[0], *rest[1:]]
        self.process = subprocess.Popen(
            [str(part) for part in started], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=surroundings(),
            cwd=HERE)
        self.hear("ready")

    def ask(self, *words):
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def hear(self, word):
        line = self.process.stdout.readline().strip()
        if line != word:
            raise SystemExit(f"{self.process.args}: said {line!r} and not {word!r}")

    def time(self, times):
        """Nanoseconds of a run, over so many."""
        answer = self.ask("go", times)
        if not answer.isdigit():
            raise SystemExit(f"{self.process.args}: said {answer!r} and not a time")
        return int(answer) / times

    def cells(self, path):
        self.ask("cells", path)

    def end(self):
        """The most memory that it had, in KiB."""
        peak = int(self.ask("end"))
        self.process.wait()
        return peak


def wrong(cells, reference):
    """How many cells are not the exact ones."""
    ours, exact = array.array("q"), array.array("q")
    ours.frombytes(cells.read_bytes())
    exact.frombytes(reference.read_bytes())
    return abs(len(ours) - len(exact)) + sum(map(int.__ne__, ours, exact))


