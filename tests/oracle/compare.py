#!/usr/bin/env python3
"""Compare the oracle with a `tuoyu` binary on random cases; exit 1 on any difference.

`compare.py --tuoyu PATH --cases 2000 --seed 1 [--rules GLOB] [--keep DIR]`, or `--oracle-only` for the
oracle's own time.
"""

import argparse
import gc
import json
import subprocess
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic_ns

from differ import Outcome, differences
from generate import Sample, generate
from oracle.ids import RULES
from oracle.outcome import assess
from oracle.readings import reached_readings

SHOWN_CASES, SHOWN_LINES = 5, 6
#: How many cases are compared at once, and how many a worker takes at a time.
AT_ONCE, AT_A_TIME = 2, 8


def run(binary: Path, path: Path, sample: Sample, rules: list[str]) -> list[Outcome] | str:
    """The outcomes that the binary prints (contract §4, §5), or what went wrong."""
    command = [str(binary), "assess", str(path), "--from", sample.first, "--to", sample.last, "--json"]
    for rule in rules:
        command += ["--rules", rule]
    for name, option in readings_for(rules, sample).items():
        command += ["--reading", f"{name}={option}"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        return f"exit status {done.returncode}: {(done.stderr or done.stdout).strip()[:500]}"
    try:
        return json.loads(done.stdout)["outcomes"]
    except (ValueError, KeyError, TypeError) as error:
        return f"not an assessment ({error}): {done.stdout[:200]}"


def readings_for(rules: list[str], sample: Sample) -> dict[str, str]:
    """The readings that make a difference to these rules: a pack without the others' rules lacks their readings."""
    wanted = {name for rule in rules for name in reached_readings(rule)}
    return {name: option for name, option in sample.readings.items() if name in wanted}


@dataclass
class Asked:
    """What every case is asked for."""

    binary: Path | None  # None: the oracle alone
    rules: list[str]
    seed: str
    folder: Path


@dataclass
class Compared:
    """One case: how many outcomes of each state the oracle has, and what the binary says otherwise."""

    seed: str
    states: Counter[str]
    found: list[str]


def compare(asked: Asked, number: int) -> Compared:
    """One case by both."""
    seed = f"{asked.seed}-{number}"
    sample = generate(seed)
    ours = assess(sample.case, sample.first, sample.last, sample.readings, set(asked.rules))
    states = Counter(each["state"] or "sampled" for each in ours)
    if asked.binary is None:
        return Compared(seed, states, [])
    path = asked.folder / f"case-{seed}.json"
    path.write_text(written(sample), encoding="utf-8")
    theirs = run(asked.binary, path, sample, asked.rules)
    path.unlink()
    return Compared(seed, states, list(differences(ours, theirs)))


def written(sample: Sample) -> str:
    return json.dumps(sample.case, ensure_ascii=False, indent=1)


class Tally:
    """What has been compared so far."""

    def __init__(self, keep: Path | None) -> None:
        self.keep, self.states, self.differing, self.cases = keep, Counter(), 0, 0
        if keep:
            keep.mkdir(parents=True, exist_ok=True)

    def add(self, one: Compared) -> None:
        """Count a case; print and keep it if it differs."""
        self.cases += 1
        self.states.update(one.states)
        if not one.found:
            return
        self.differing += 1
        sample = generate(one.seed)
        asked = f"--from {sample.first} --to {sample.last}" + "".join(
            f" --reading {name}={option}" for name, option in sample.readings.items()
        )
        where = asked
        if self.keep:
            path = self.keep / f"case-{one.seed}.json"
            path.write_text(written(sample), encoding="utf-8")
            path.with_suffix(".txt").write_text("\n".join([asked, *one.found, ""]), encoding="utf-8")
            where = f"{path} {asked}"
        if self.differing <= SHOWN_CASES:
            print(f"case {one.seed} (generate.py --seed {one.seed}) {where}")
            for line in one.found[:SHOWN_LINES]:
                print(f"  {line}")
            if len(one.found) > SHOWN_LINES:
                print(f"  ... and {len(one.found) - SHOWN_LINES} more")


def main() -> int:
    """Compare, print the first differences and one line of summary."""
    parser = argparse.ArgumentParser(description="The oracle against a tuoyu binary.")
    side = parser.add_mutually_exclusive_group(required=True)
    side.add_argument("--tuoyu", type=Path, metavar="PATH")
    side.add_argument("--oracle-only", action="store_true")
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where cases that differ are kept")
    parser.add_argument(
        "--rules", action="append", metavar="GLOB", help="compare these rules only: 'jining/target-*'; may be repeated"
    )
    given = parser.parse_args()
    rules = [rule for rule in RULES if any(fnmatchcase(rule, glob) for glob in given.rules or ["*"])]
    if not rules:
        parser.error(f"no rule is {given.rules}")
    began, tally = monotonic_ns(), Tally(given.keep)
    # Nothing in a worker is cyclic, and there are very many tuples.
    with TemporaryDirectory() as folder, ProcessPoolExecutor(AT_ONCE, initializer=gc.disable) as workers:
        asked = Asked(given.tuoyu, rules, given.seed, Path(folder))
        for one in workers.map(partial(compare, asked), range(given.cases), chunksize=AT_A_TIME):
            tally.add(one)
    seconds = (monotonic_ns() - began) // 10**9
    states = ", ".join(f"{state} {number}" for state, number in sorted(tally.states.items()))
    print(
        f"{tally.cases} cases, {tally.states.total()} outcomes ({states}), {seconds} s: "
        + ("oracle only" if given.oracle_only else f"{tally.differing} cases differ")
    )
    return 1 if tally.differing else 0


if __name__ == "__main__":
    sys.exit(main())
