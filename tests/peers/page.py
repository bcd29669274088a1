"""The figures of a run → docs/performance.md, its sentences from page.md, and its plots."""

import json
import statistics
import sys
from pathlib import Path
from string import Template

import plots
from peers import HAND, OF_THE_ENGINE, OURS, OURS_THREADS, OURS_UNKNOWN, PYTHON
from places import HERE, ROOT

DOCS = ROOT / "docs"
HALF_MIB = 2**19


def ratio(size, one, other):
    """How many times as long one takes as the other, the median over rounds."""
    if one not in size or other not in size:
        return None
    return statistics.median(a / b for a, b in zip(size[one]["times"], size[other]["times"]))


def table(head, rows, left=1):
    line = "|" + "---|" * left + "---:|" * (len(head) - left)
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [head]) + f"\n{line}\n" + "\n".join(
        "| " + " | ".join(cells) + " |" for cells in rows)


def count(number):
    return f"{int(number):,}".replace(",", " ")


def times(value):
    return "" if value is None else f"{value:.2f} ×" if value < 10 else f"{value:.1f} ×" if value < 100 else f"{value:.0f} ×"


def ns(value):
    for unit, scale in (("ns", 1), ("µs", 1_000), ("ms", 1_000_000)):
        if value < 1_000 * scale:
            return f"{value / scale:.3g} {unit}"
    return f"{value / 10**9:.3g} s"


def mib(kib):
    return f"{count((kib * 1024 + HALF_MIB) // 2**20)} MiB"


def columns(figures):
    """Ratios and times of every peer at every number of rows."""
    sizes = {size: peers for size, peers in figures["sizes"].items() if int(size) > 1}
    rows = []
    for name, title in figures["titles"].items():
        cells = [f"{times(ratio(peers, name, HAND))} ({ns(statistics.median(peers[name]['times']) / int(size))})"
                 if name in peers else "" for size, peers in sizes.items()]
        rows.append([title, *cells])
    return table(["engine", *(f"{count(size)} rows" for size in sizes)], rows)


def exact(figures):
    """Wrong cells, and memory: at the most rows that a peer was given."""
    rows = []
    for name, title in figures["titles"].items():
        size = max((size for size, peers in figures["sizes"].items() if name in peers), key=int)
        peer = figures["sizes"][size][name]
        wrong = f"**{count(peer['wrong'])}**" if peer["wrong"] else "0"
        rows.append([title, count(size), wrong, count(5 * int(size)), mib(peer["memory"])])
    return table(["engine", "rows", "wrong cells", "of", "most memory"], rows)


def single(figures):
    """One row that is asked again and again."""
    peers = figures["sizes"].get("1", {})
    rows = [[title, ns(statistics.median(peers[name]["times"]))] for name, title in figures["titles"].items()
            if name in peers and name not in (OURS_UNKNOWN, OURS_THREADS)]
    return table(["engine, one row at a time", "time"], rows)


CASES = {
    "row": "Rust: a row, the {rules} rules of `jining/*` that rows state, amounts and states, no reasons",
    "python-row": "Python: the same, from a dict to a dict (`assess_row`)",
    "python-table-row": "Python: the same as a frame of one row, from Arrow to Arrow",
    "row-open": "Rust: the same without the twelve numbers of the utilities, whose completions are tried",
    "evaluate": "Rust: a case with an institution, a family and an employer, every `jining/*` rule, with the trace",
    "assess": "Rust: the same with reasons, citations, totals and the receipt, the question made ready (`assessor`)",
    "assess-anew": "Rust: the same, the question made ready anew",
    "python-assess": "Python: the same from JSON",
    "assess-one": "Rust: one rule of the case with reasons, citations and the receipt",
    "python-assess-one": "Python: the same from JSON",
    "read": "Rust: the case read from JSON",
    "explain": "Rust: the tree of one outcome, in both languages",
}


def case(figures):
    told = figures["case"]
    rows = [[title.format(rules=told["row-rules"]), ns(told[name])] for name, title in CASES.items()]
    return table(["one warm case", "time"], rows)


def whole(figures):
    rows = []
    for size, runs in figures["whole"].items():
        for title, run in runs.items():
            rows.append([title, count(size), f"{run['seconds']:.1f} s", count(int(size) / run["seconds"]), mib(run["memory"])])
    return table(["process", "rows", "time", "rows a second", "most memory"], rows)


def cold(figures):
    rows = [[figures["titles"].get(name, "**the command `tuoyu`**, a case and every `jining/*` rule"), f"{ms:.3g} ms"]
            for name, ms in figures["cold"].items()]
    return table(["first answer of", "time"], rows)


def bounds(figures):
    """What the project holds itself to, beside what was measured."""
    sizes, told = figures["sizes"], figures["case"]
    rows = []

    def bound(what, most, measured, write=times, least=False):
        if measured is not None:
            holds = measured >= most if least else measured <= most
            rows.append([what, ("≥ " if least else "≤ ") + write(most), write(measured), "yes" if holds else "**no**"])

    for size, peers in sizes.items():
        if int(size) > 1:
            most = 3 if int(size) <= 10**4 else 2
            bound(f"{count(size)} rows in Rust, against the loop by hand", most, ratio(peers, OURS, HAND))
    million = sizes.get("1000000") or sizes[max(sizes, key=int)]
    bound("Python, 1 thread, faster than polars", 2, ratio(million, "polars", PYTHON), least=True)
    bound("Python, 1 thread, faster than OpenFisca's faster style", 15, ratio(million, "openfisca", PYTHON), least=True)
    bound("rows of which 10 % have an unknown, against known ones", 3, ratio(million, OURS_UNKNOWN, OURS))
    bound("2 threads, faster than one", 1.7, ratio(million, OURS, OURS_THREADS), least=True)
    bound("a warm row, every `jining/*` rule, in Rust", 2_000, told["row"], ns)
    bound("the same from Python, from a dict to a dict", 20_000, told["python-row"], ns)
    bound("one case, every `jining/*` rule, with reasons and citations", 100_000, told["assess"], ns)
    bound("the command's first answer", 10 * 10**6, figures["cold"]["command"] * 10**6, ns)
    most = max(figures["whole"], key=int, default=None)
    if most:
        peak = max(run["memory"] for title, run in figures["whole"][most].items() if "tuoyu" in title)
        bound(f"memory of `tuoyu assess` with {count(most)} rows", 2**20, peak, mib)
    cells = sum(peers[name]["wrong"] for peers in sizes.values() for name in peers if name in OF_THE_ENGINE)
    bound("wrong cells of the engine", 0, cells, count)
    return table(["figure", "bound", "measured", "holds"], rows)


def plain(title):
    return title.replace("**", "")


def kind(name):
    return "ours" if name in OF_THE_ENGINE else "hand" if name == HAND else "other"


def draw(figures):
    titles, sizes = figures["titles"], figures["sizes"]
    size = "1000000" if "1000000" in sizes else max(sizes, key=int)
    shown = [(plain(titles[name]), ratio(sizes[size], name, HAND), kind(name)) for name in titles if name in sizes[size]]
    bars = plots.bars(shown, (f"{count(size)} 行：用时是手写循环的多少倍（对数刻度，短者快）",
                              f"{count(size)} rows: time as a multiple of the loop by hand (logarithmic, shorter is faster)"))
    series = []
    for name, title in titles.items():
        points = [(int(size), ratio(peers, name, HAND)) for size, peers in sizes.items() if name in peers and int(size) > 1]
        if len(points) > 1:
            series.append((plain(title), points, kind(name)))
    lines = plots.lines(series, ("行数与用时倍数（以手写循环为 1）", "Time as a multiple of the loop by hand, by rows"), "行 rows")
    (DOCS / "plots").mkdir(exist_ok=True)
    (DOCS / "plots" / "peers-bars.svg").write_text(bars, encoding="utf-8")
    (DOCS / "plots" / "peers-lines.svg").write_text(lines, encoding="utf-8")


def write(figures):
    machine = figures["machine"]
    draw(figures)
    parts = {
        "machine": f"{machine['processor']}, {machine['cores']} cores, {machine['memory']} GiB, {machine['system']}, "
                   f"rustc {machine['rust']}, Python {machine['python']}; load {machine['load']:.1f} as it began; "
                   f"{figures['minutes']:.0f} minutes",
        "seed": str(figures["seed"]), "bounds": bounds(figures), "columns": columns(figures), "exact": exact(figures),
        "single": single(figures), "case": case(figures), "whole": whole(figures), "cold": cold(figures),
    }
    page = Template((HERE / "page.md").read_text(encoding="utf-8")).substitute(parts)
    (DOCS / "performance.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    write(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
