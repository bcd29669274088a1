#!/usr/bin/env python3
"""Compare the oracle with a `tuoyu` binary on random cases; exit 1 on any difference.

`compare.py --tuoyu PATH --cases 2000 --seed 1 [--keep DIR]`, or `--oracle-only` for the oracle's own time.
"""

import argparse
import gc
import json
import subprocess
import sys
from collections import Counter, deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from time import monotonic_ns
from typing import Any

from generate import Sample, generate
from oracle.outcome import assess
from oracle.reach import CITY, EMPLOYER, FAMILY, OPERATING

RULES = [OPERATING, CITY, FAMILY, EMPLOYER]
FIELDS = ["state", "amount", "range", "range_exact", "months", "missing", "open"]
MONTH_FIELDS = ["from", "to", "state", "rate", "per"]
SHOWN_CASES, SHOWN_LINES = 5, 6
AT_ONCE = 2

Outcome = dict[str, Any]


def run(binary: Path, path: Path, sample: Sample) -> list[Outcome] | str:
    """The outcomes that the binary prints (contract §4, §5), or what went wrong."""
    command = [str(binary), "assess", str(path), "--from", sample.first, "--to", sample.last, "--json"]
    for rule in RULES:
        command += ["--rules", rule]
    for name, option in sample.readings.items():
        command += ["--reading", f"{name}={option}"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        return f"exit status {done.returncode}: {(done.stderr or done.stdout).strip()[:500]}"
    try:
        return json.loads(done.stdout)["outcomes"]
    except (ValueError, KeyError, TypeError) as error:
        return f"not an assessment ({error}): {done.stdout[:200]}"


def differences(ours: list[Outcome], theirs: list[Outcome] | str) -> Iterator[str]:
    """What the binary says otherwise than the oracle, one line each."""
    if isinstance(theirs, str):
        yield theirs
        return
    names = [[(each.get("subject"), each.get("rule")) for each in side] for side in (ours, theirs)]
    if names[0] != names[1]:
        yield f"outcomes: oracle {names[0]}, tuoyu {names[1]}"
        return
    for mine, other in zip(ours, theirs):
        found = differing_fields(mine, other) if mine["range_exact"] else contradictions(mine["sample"], other)
        for what in found:
            yield f"{mine['subject']} {mine['rule']} {what}"


def differing_fields(mine: Outcome, other: Outcome) -> Iterator[str]:
    """Field by field, where the oracle has seen every completion."""
    for field in FIELDS:
        said = other.get(field)
        if field == "months" and isinstance(said, list):
            said = [{name: line.get(name) for name in MONTH_FIELDS} for line in said]
        if said != mine[field]:
            yield f"{field}: oracle {dense(mine[field])}, tuoyu {dense(said)}"


def contradictions(sample: dict[str, Any], other: Outcome) -> Iterator[str]:
    """Beyond 4 096 completions: the range may be wider and months undetermined, but nothing may be wrong."""
    if other.get("range_exact") and other.get("state") == "undetermined":
        yield "range_exact: true over more than 4096 completions, and undetermined"
    lowest, highest = (fen(end) for end in sample["range"])
    span = other.get("range") or ["0.00", "0.00"]
    if not (fen(span[0]) <= lowest and highest <= fen(span[1])):
        yield f"range: {span} leaves out {sample['range']}"
    lines = list(by_month(other.get("months") or []))
    if len(lines) != len(sample["months"]):
        yield f"months: {len(lines)} in a window of {len(sample['months'])}"
    for i, (line, seen) in enumerate(zip(lines, sample["months"])):
        said = (line["state"], line.get("rate") or "")
        if said[0] != "undetermined" and [said] != seen:
            yield f"months: {said} in month {i} of the window, where completions give {seen}"


def by_month(lines: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A line of months, month by month."""
    for line in lines:
        first, last = (int(line[end][:4]) * 12 + int(line[end][5:]) for end in ("from", "to"))
        for _ in range(first, last + 1):
            yield line


def fen(amount: str) -> int:
    """`"12.30"` as 1230."""
    return int(amount.replace(".", ""))


def dense(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


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
    given = parser.parse_args()
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
            theirs = threads.submit(run, given.tuoyu, path, sample) if given.tuoyu else None
            ours = assess(sample.case, sample.first, sample.last, sample.readings)
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
