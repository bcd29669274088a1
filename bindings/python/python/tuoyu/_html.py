"""Answers as HTML for notebooks: no script, everything escaped, light and dark, Chinese first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tuoyu._answers import Assessment, Outcome
    from tuoyu._rules import Rules
    from tuoyu._values import Months
    from tuoyu._whatif import Comparison

STYLE = """<style>
.tuoyu{--yes:#1a7f37;--no:#b42318;--open:#9a6700;--rest:#8c959f;--line:#d0d7de;--soft:#57606a;
font:14px/1.6 system-ui,"Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;max-width:60em}
@media (prefers-color-scheme:dark){.tuoyu{--yes:#3fb950;--no:#ff7b72;--open:#d29922;--rest:#6e7681;--line:#3d444d;
--soft:#9198a1}}
.tuoyu [lang=en]{color:var(--soft);font-size:.92em;margin-left:.4em}
.tuoyu details,.tuoyu .leaf{margin:.1em 0 .1em 1.2em}.tuoyu>details{margin-left:0}
.tuoyu summary{cursor:pointer;margin-left:-1.2em}.tuoyu .yes{color:var(--yes)}.tuoyu .no{color:var(--no)}
.tuoyu .unknown,.tuoyu .pending{color:var(--open)}.tuoyu .head{font-weight:600}
.tuoyu .law{border-left:3px solid var(--line);padding-left:.6em;margin-left:1.2em}
.tuoyu table{border-collapse:collapse;margin:.5em 0}.tuoyu td,.tuoyu th{border:1px solid var(--line);
padding:.15em .6em;text-align:left}.tuoyu td.number{text-align:right;font-variant-numeric:tabular-nums}
.tuoyu svg{display:block;max-width:100%;height:auto;margin:.3em 0}.tuoyu svg text{fill:var(--soft);font-size:11px}
.tuoyu .s-yes{fill:var(--yes)}.tuoyu .s-no{fill:var(--no)}.tuoyu .s-open{fill:var(--open)}.tuoyu .s-rest{fill:var(--rest)}
</style>"""

GOOD = ("granted", "met", "known", "done")
BAD = ("refused", "breached", "short", "missed", "no-branch")
OPEN = ("undetermined", "pending")
SIGNS = {"yes": "✓", "no": "✗", "unknown": "?", "pending": "☐"}
STATES = {
    "granted": "给予", "refused": "不予", "undetermined": "待定", "not-in-force": "未施行", "not-applicable": "不适用",
    "met": "符合", "breached": "不符合", "short": "未达到", "missed": "未达到", "pending": "未到期", "known": "已定",
    "done": "已办", "no-branch": "无办理途径",
}  # fmt: skip


def page(*parts: str) -> str:
    """Parts under one style."""
    return f'{STYLE}<div class="tuoyu">{"".join(parts)}</div>'


def outcome(outcome: Outcome, tree: dict[str, Any]) -> str:
    """An outcome: the answer, its months as a picture, and the reasons, unfolding."""
    return page(_outcome(outcome, tree))


def assessment(answer: Assessment, trees: Sequence[dict[str, Any]], most: int) -> str:
    """An assessment: totals, then each outcome, folded."""
    start, end = answer.window
    head = f'<div class="head">{escape(answer.pack)} {start} … {end}</div>'
    shown = [
        f"<details><summary>{_words(tree, 'head')}</summary>{_outcome(one, tree)}</details>"
        for one, tree in zip(answer.outcomes[:most], trees)
    ]
    more = len(answer) - len(shown)
    rest = f"<div>另有 {more} 项<span lang=en>{more} more</span></div>" if more > 0 else ""
    return page(head, _totals(answer), *shown, rest)


def rules(rules: Rules) -> str:
    """A pack: its documents, its open questions, its rules."""
    told = rules.describe()
    documents = table(
        ["文件 Document", "名称 Title", "施行 In force", "可信 Standing"],
        [
            [one["number"], one["title"]["zh"], f"{one['force']['from'] or ''} … {one['force']['to'] or ''}", one["standing"]]
            for one in told["documents"]
        ],
    )
    listed = table(
        ["规则 Rule", "名称 Title", "种类 Kind"],
        [[one["id"], f"{one['title']['zh']} {one['title']['en']}", one["kind"]] for one in told["rules"]],
    )
    changed = [f"{name} = {value}" for name, value in (*rules.readings.items(), *rules.reformed.items())]
    head = f'<div class="head">{escape(rules.name)} <code>{rules.hash[:12]}</code></div>'
    return page(
        head,
        *(f"<div>{escape(one)}</div>" for one in changed),
        documents,
        f"<details><summary>规则 {len(told['rules'])} 条<span lang=en>{len(told['rules'])} rules</span></summary>",
        listed,
        "</details>",
    )


def table(headings: Iterable[str], rows: Iterable[Iterable[object]], numbers: Iterable[int] = ()) -> str:
    """A table; columns of numbers stand to the right."""
    right = set(numbers)

    def cells(row: Iterable[object]) -> str:
        return "".join(
            f"<td class=number>{_shown(cell)}</td>" if place in right else f"<td>{_shown(cell)}</td>"
            for place, cell in enumerate(row)
        )

    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    body = "".join(f"<tr>{cells(row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def months(lines: Sequence[Months]) -> str:
    """Months as a picture: a bar for each stretch, as long as its months, with what holds in it as its title."""
    if not lines:
        return ""
    first, last = _number(lines[0].start), _number(lines[-1].end)
    count = last - first + 1
    bars = []
    for line in lines:
        left = 720 * (_number(line.start) - first) // count
        length = 720 * (_number(line.end) - first + 1) // count - left
        rate = f" {line.rate} / {line.per}" if line.rate is not None else ""
        told = escape(f"{line.start} … {line.end}: {STATES.get(line.state, '')} {line.state}{rate}")
        name = escape(STATES.get(line.state, line.state) + rate) if length > 90 else ""
        bars.append(
            f'<rect class="s-{_colour(line.state)}" x="{left}" y="2" width="{max(length - 1, 1)}" height="12" '
            f'rx="2"><title>{told}</title></rect><text x="{left}" y="29">{name}</text>'
        )
    label = escape("；".join(f"{one.start} … {one.end} {STATES.get(one.state, one.state)}" for one in lines))
    ends = f'<text x="0" y="43">{lines[0].start}</text><text x="720" y="43" text-anchor="end">{lines[-1].end}</text>'
    return f'<svg role="img" aria-label="{label}" viewBox="0 0 720 48" width="720">{"".join(bars)}{ends}</svg>'


def _outcome(outcome: Outcome, tree: dict[str, Any]) -> str:
    children = "".join(_tree(child) for child in tree["children"])
    return f'<div class="head">{_words(tree)}</div>{months(outcome.months)}{children}'


def _tree(tree: dict[str, Any]) -> str:
    kind = " law" if tree["part"] == "law" else ""
    if not tree["children"]:
        return f'<div class="leaf{kind}">{_words(tree)}</div>'
    children = "".join(_tree(child) for child in tree["children"])
    # What the answer rests on stands open at first: headings do, single points unfold.
    unfolded = " open" if tree["part"] == "head" else ""
    return f'<details{unfolded} class="{tree["part"]}"><summary>{_words(tree)}</summary>{children}</details>'


def _words(tree: dict[str, Any], part: str = "") -> str:
    mark = tree["mark"]
    sign = f'<span class="{mark}">{SIGNS[mark]}</span> ' if mark in SIGNS else ""
    zh, en = escape(tree["words"]["zh"]), escape(tree["words"]["en"])
    return f"{sign}{zh}<span lang=en>{en}</span>" if zh != en else f"{sign}{zh}"


def _totals(answer: Assessment) -> str:
    rows = [
        [
            one.payer or "",
            one.payee,
            one.form + ("（可）" if one.discretionary else ""),
            f"{one.range[0]:,} … {one.range[1]:,}" if one.amount is None else f"{one.amount:,}",
            one.unit,
        ]
        for one in answer.totals
    ]
    return table(["付款 Payer", "收款 Payee", "形式 Form", "合计 Total", "单位 Unit"], rows, [3]) if rows else ""


def _shown(cell: object) -> str:
    return "" if cell is None else escape(str(cell))


def _colour(state: str) -> str:
    return "yes" if state in GOOD else "no" if state in BAD else "open" if state in OPEN else "rest"


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:])


def comparison(comparison: Comparison) -> str:
    """Two laws: the budget by payer, then each rule and group in which something changes."""
    start, end = comparison.window
    head = f'<div class="head">{start} … {end}</div><div>{escape(comparison.before)} → {escape(comparison.after)}</div>'
    budget = comparison.budget().to_dicts()
    sums = table(
        ["付款 Payer", "收款 Payee", "形式 Form", "原 Before", "新 After", "差 Difference", "增 Gaining", "减 Losing"],
        [
            [one["payer"], one["payee"], one["form"], *(_money(one[name]) for name in ("before", "after", "difference")),
             one["gaining"], one["losing"]]
            for one in budget
        ],
        range(3, 8),
    )  # fmt: skip
    changed = comparison.changed()
    most = 50
    rows = [
        [line.rule, *("" if one is None else one for one in line.group), _money(line.before), _money(line.after),
         _money(line.difference), line.gaining, line.losing, line.unsettled]
        for line in changed[:most]
    ]  # fmt: skip
    count = 1 + len(comparison.by)
    headings = ["规则 Rule", *comparison.by, "原 Before", "新 After", "差 Difference", "增 Gaining", "减 Losing", "未定 Unsettled"]
    more = len(changed) - most
    rest = f"<div>另有 {more} 行<span lang=en>{more} more</span></div>" if more > 0 else ""
    return page(head, sums, table(headings, rows, range(count, count + 6)), rest)


def _money(value: object) -> str:
    return "待定 open" if value is None else f"{value:,}"
