"""Times the work with every peer, in turn, and writes docs/performance.md with its plots: `cargo xtask peers`."""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import page
import places
from peers import HAND, KNOWN, UNKNOWN, Peer, given, titles, wrong
from places import COLUMNS, ENGINE, HERE, TARGET, THREADS, TUOYU

SIZES = [1, 10**4, 10**5, 10**6, 10**7]
# In a round each peer runs so often for so many nanoseconds, at least, and the best counts: what disturbs it is left out.
SLICE, TRIES = 10_000_000, 3
# Findings give reasons for every row, and are written for so many.
MOST_FINDINGS = 100_000
# Free memory, for each row, without which that size is left out: all peers hold the rows at once.
BYTES_A_ROW = 1_500
WINDOW = ["--from", "2026-01", "--to", "2026-12", "--reading", "fourth-child=as-third"]
RULES = ["operating-subsidy", "city-award", "family-subsidy", "employer-reimbursement"]


def side_by_side(size, rounds):
    """Every peer in turn, so many times. Times of a round stand at the same place of every list."""
    peers, references = {}, {}
    for name, kind in given(size).items():
        folder, references[name] = places.rows(kind, size)
        peers[name] = Peer(name, folder)
    times = {name: [] for name in peers}
    # The first run makes buffers and caches, the second says how often a slice has room for it.
    slices = {name: (peer.time(1), peer.time(1))[1] for name, peer in peers.items()}
    slices = {name: max(1, min(100_000, round(SLICE / once))) for name, once in slices.items()}
    for _ in range(rounds):
        for name, peer in peers.items():
            times[name].append(min(peer.time(slices[name]) for _ in range(TRIES if size <= places.MADE else 1)))
    result = {}
    for name, peer in peers.items():
        cells = TARGET / "cells"
        peer.cells(cells)
        result[name] = {"times": times[name], "wrong": wrong(cells, references[name]), "memory": peer.end()}
        cells.unlink()
        ratio = statistics.median(own / hand for own, hand in zip(times[name], times[HAND]))
        print(f"{size:>9} {name:<21} {statistics.median(times[name]) / size:>10.1f} ns a row  {ratio:>9.2f} ×  "
              f"{result[name]['wrong']} wrong", flush=True)
    return result


def timed(*command):
    """Seconds, and the most memory in KiB, of a whole process."""
    small = subprocess.run([sys.executable, HERE / "timed.py", *map(str, command)], check=True, capture_output=True,
                           text=True, env=places.surroundings(), cwd=HERE)
    seconds, memory = small.stdout.split()
    return float(seconds), int(memory)


def whole(size):
    """Whole processes: a roster in, a roster with amounts out; in turn where it does not take long."""
    roster, out = places.roster(size), TARGET / "answers.csv"
    tuoyu = [TUOYU, "assess", roster, *WINDOW, *(f"--rules=jining/{rule}" for rule in RULES), "-o", out]
    runs = {
        f"`tuoyu assess`, amounts, {THREADS} threads": [*tuoyu, "--columns", "amount", "--threads", THREADS],
        f"`tuoyu assess`, amounts, states and findings, {THREADS} threads": [*tuoyu, "--threads", THREADS],
        f"polars reads, works and writes, {THREADS} threads": [places.python(COLUMNS), HERE / "csv_polars.py", roster, out],
    }
    if size > MOST_FINDINGS:
        runs = {title: command for title, command in runs.items() if "findings" not in title}
    each = {title: [] for title in runs}
    for _ in range(3 if size <= places.MADE else 1):
        for title, command in runs.items():
            each[title].append(timed(*command))
    roster.unlink()
    out.unlink()
    result = {}
    for title, runs in each.items():
        seconds = [seconds for seconds, _ in runs]
        result[title] = {"seconds": statistics.median(seconds), "memory": max(memory for _, memory in runs)}
        print(f"{size:>9} {title}: {result[title]['seconds']:.2f} s, {result[title]['memory'] // 1024} MiB", flush=True)
    return result


def one_case():
    """A warm case, in nanoseconds, in Rust and in Python."""
    told = {}
    for command in ([ENGINE, "case", HERE / "row.csv", HERE / "case.json"], [places.python(COLUMNS), HERE / "by_tuoyu.py", "case"]):
        lines = subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True,
                               env=places.surroundings()).stdout
        told |= {name: int(value) for name, value in map(str.split, lines.splitlines())}
    print(told, flush=True)
    return told


def cold(times=11):
    """From nothing to the first answer, in milliseconds; a case for the command, a row for the others; in turn."""
    folder, _ = places.rows(KNOWN, 1)
    names = ["tuoyu-python", "numpy", "polars", "duckdb", "openfisca", "zen"]
    first = {name: [] for name in ["command", *names]}
    for _ in range(times):
        first["command"].append(timed(TUOYU, "assess", HERE / "case.json", *WINDOW, "--rules", "jining/*")[0])
        for name in names:
            start = time.perf_counter()
            peer = Peer(name, folder)
            peer.time(1)
            first[name].append(time.perf_counter() - start)
            peer.end()
    result = {name: statistics.median(seconds) * 1000 for name, seconds in first.items()}
    print(result, flush=True)
    return result


def machine():
    """What it was run on."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    compiler = subprocess.run(["rustc", "--version"], check=True, capture_output=True, text=True, cwd=places.ROOT).stdout
    return {
        "processor": names[0] if names else platform.machine(), "cores": os.cpu_count(), "memory": round(memory),
        "system": f"{platform.system()} {platform.release().split('-')[0]}", "rust": compiler.split()[1],
        "python": platform.python_version(), "load": os.getloadavg()[0],
    }


def free():
    """Bytes of memory that nobody needs."""
    lines = Path("/proc/meminfo").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", help="numbers of rows, for columns", default=",".join(map(str, SIZES)))
    parser.add_argument("--rounds", help="how often every peer is asked in turn", type=int, default=11)
    parser.add_argument("--whole", help="numbers of rows, for rosters as files", default="100000,1000000,10000000")
    options = parser.parse_args()
    TARGET.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    figures = {"machine": machine(), "titles": titles(), "seed": places.SEED, "sizes": {}, "whole": {}}
    places.environments()
    places.layers()
    places.made(KNOWN, "0%")
    places.made(UNKNOWN, "10%")
    for size in map(int, options.sizes.split(",")):
        if free() < size * BYTES_A_ROW:
            print(f"{size:>9} left out: {free() // 2**20} MiB of memory are free", flush=True)
            continue
        figures["sizes"][str(size)] = side_by_side(size, options.rounds if size <= places.MADE else 3)
    figures["case"], figures["cold"] = one_case(), cold()
    for size in filter(None, options.whole.split(",")):
        figures["whole"][size] = whole(int(size))
    figures["minutes"] = (time.monotonic() - started) / 60
    (TARGET / "figures.json").write_text(json.dumps(figures, indent=1), encoding="utf-8")
    for path in [*TARGET.glob("known-*"), *TARGET.glob("unknown-*")]:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    page.write(figures)


if __name__ == "__main__":
    main()
