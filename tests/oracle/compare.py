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
from collections import Counter, deque
from concurrent.futures import Future, ThreadPoolExecutor
from fnmatch import fnmatchcase
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from time import monotonic_ns

from differ import Outcome, differences
from generate import Sample, generate
from oracle.ids import RULES
from oracle.outcome import assess
from oracle.readings import reached_readings

SHOWN_CASES, SHOWN_LINES = 5, 6
AT_ONCE = 2

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


class Tally:
    """What has been compared so far."""

    def __init__(self, keep: Path | None) -> None:
        self.keep, self.states, self.differing, self.cases = keep, Counter(), 0, 0
        if keep:
            keep.mkdir(parents=True, exist_ok=True)

    def add(self, seed: str, path: Path, sample: Sample, ours: list[Outcome], found: list[str]) -> None:
        """Count a case; print and keep it if it differs."""
        self.cases += 1
        self.states.update(each["state"] or "sampled" for each in ours)
        if not found:
            return
        self.differing += 1
        asked = f"--from {sample.first} --to {sample.last}" + "".join(
            f" --reading {name}={option}" for name, option in sample.readings.items()
        )
        if self.keep:
            path = Path(copy(path, self.keep))
            path.with_suffix(".txt").write_text("\n".join([asked, *found, ""]), encoding="utf-8")
        if self.differing <= SHOWN_CASES:
            where = f"{path} {asked}" if self.keep else asked
            print(f"case {seed} (generate.py --seed {seed}) {where}")
            for line in found[:SHOWN_LINES]:
                print(f"  {line}")
            if len(found) > SHOWN_LINES:
                print(f"  ... and {len(found) - SHOWN_LINES} more")


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
    gc.disable()  # nothing here is cyclic, and there are very many tuples
    began, tally = monotonic_ns(), Tally(given.keep)
    with TemporaryDirectory() as folder, ThreadPoolExecutor(AT_ONCE) as threads:
        waiting: deque[tuple[str, Path, Sample, list[Outcome], Future[list[Outcome] | str]]] = deque()

        def settle() -> None:
            seed, path, sample, ours, theirs = waiting.popleft()
            tally.add(seed, path, sample, ours, list(differences(ours, theirs.result())))
            path.unlink()

        for number in range(given.cases):
            seed = f"{given.seed}-{number}"
            sample = generate(seed)
            path = Path(folder) / f"case-{seed}.json"
            path.write_text(json.dumps(sample.case, ensure_ascii=False, indent=1), encoding="utf-8")
            theirs = threads.submit(run, given.tuoyu, path, sample, rules) if given.tuoyu else None
            ours = assess(sample.case, sample.first, sample.last, sample.readings, set(rules))
            if theirs is None:
                tally.add(seed, path, sample, ours, [])
                continue
            waiting.append((seed, path, sample, ours, theirs))
            if len(waiting) > AT_ONCE:
                settle()
        while waiting:
            settle()
    seconds = (monotonic_ns() - began) // 10**9
    states = ", ".join(f"{state} {number}" for state, number in sorted(tally.states.items()))
    print(
        f"{tally.cases} cases, {tally.states.total()} outcomes ({states}), {seconds} s: "
        + ("oracle only" if given.oracle_only else f"{tally.differing} cases differ")
    )
    return 1 if tally.differing else 0


if __name__ == "__main__":
    sys.exit(main())
