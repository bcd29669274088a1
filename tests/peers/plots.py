"""Two plots as SVG, readable on light and on dark ground: what each engine takes, and how that goes with the rows."""

import math
from html import escape

STYLE = """<style>
text { font: 12px system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; fill: #1f2328 }
.title { font-size: 14px; font-weight: 600 } .small { font-size: 11px; fill: #59636e }
.other { color: #8c959f } .hand { color: #59636e } .ours { color: #cf222e }
rect, circle { fill: currentColor } path { fill: none; stroke: currentColor; stroke-width: 1.5 } path.ours { stroke-width: 2.5 }
line { stroke: #d1d9e0 } text.ours { fill: currentColor }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 } .small { fill: #9198a1 } line { stroke: #3d444d }
.other { color: #656c76 } .hand { color: #9198a1 } .ours { color: #ff7b72 }
}
</style>"""
WIDTH = 800


def text(x, y, words, anchor="start", kind=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="{kind}">{escape(words)}</text>'


def grid(x1, y1, x2, y2):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def picture(height, titles, parts):
    """A picture with its title in Chinese and in English."""
    head = [text(8, 20, titles[0], kind="title"), text(8, 38, titles[1], kind="small")]
    size = f'width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"'
    label = escape(" · ".join(titles), quote=True)
    body = "\n".join([STYLE, *head, *parts])
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{label}">\n{body}\n</svg>\n'


def times(value):
    return f"{value:.2g} ×" if value < 10 else f"{value:,.0f} ×"


def apart(places, least):
    """The same places, moved until neighbours are so far apart."""
    places = list(places)
    for _ in range(1_000):
        for first in range(len(places) - 1):
            lacking = least - (places[first + 1] - places[first])
            if lacking > 0:
                places[first] -= lacking / 2
                places[first + 1] += lacking / 2
    return places


def decades(least, most):
    """The powers of ten between two numbers, and one beyond each."""
    return range(math.floor(math.log10(least)), math.ceil(math.log10(most)) + 1)


def bars(rows, titles):
    """A bar for each (name, ratio, kind), the shortest first, on a logarithmic scale."""
    rows = sorted(rows, key=lambda row: row[1])
    left, right, top, step = 290, WIDTH - 70, 58, 24
    powers = decades(1, max(row[1] for row in rows))
    height = top + step * len(rows) + 24

    def place(value):
        return left + (right - left) * math.log10(max(value, 1)) / powers[-1]

    parts = []
    for power in powers:
        x = place(10**power)
        parts += [grid(x, top - 4, x, height - 22), text(x, height - 8, times(10**power), "middle", "small")]
    for line, (name, value, kind) in enumerate(rows):
        y, width = top + step * line, max(2, place(value) - left)
        parts += [text(left - 8, y + 14, name, "end", kind),
                  f'<rect class="{kind}" x="{left}" y="{y + 3}" width="{width:.1f}" height="15" rx="2"/>',
                  text(left + width + 6, y + 15, times(value), kind="small")]
    return picture(height, titles, parts)


def lines(series, titles, below):
    """A line for each (name, [(rows, ratio)], kind), both scales logarithmic."""
    left, right, top, bottom = 64, WIDTH - 300, 58, 400
    every = [point for _, points, _ in series for point in points]
    across = decades(min(x for x, _ in every), max(x for x, _ in every))
    up = decades(min(y for _, y in every), max(y for _, y in every))

    def place(x, y):
        return (left + (right - left) * (math.log10(x) - across[0]) / max(1, across[-1] - across[0]),
                bottom - (bottom - top) * (math.log10(y) - up[0]) / max(1, up[-1] - up[0]))

    parts = []
    for power in up:
        _, y = place(10**across[0], 10.0**power)
        parts += [grid(left, y, right, y), text(left - 6, y + 4, times(10.0**power), "end", "small")]
    for power in across:
        x, _ = place(10**power, 10.0**up[0])
        parts += [grid(x, top, x, bottom), text(x, bottom + 16, f"{10**power:,}".replace(",", " "), "middle", "small")]
    ends = []
    for name, points, kind in series:
        placed = [place(x, y) for x, y in sorted(points)]
        parts.append(f'<path class="{kind}" d="M' + " L".join(f"{x:.1f} {y:.1f}" for x, y in placed) + '"/>')
        parts += [f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in placed]
        ends.append((placed[-1], name, kind))
    # Names stand beside the ends of their lines, and not on each other.
    ends.sort(key=lambda end: end[0][1])
    heights = apart((y for (_, y), _, _ in ends), 15)
    for ((x, y), name, kind), height in zip(ends, heights):
        parts += [grid(x + 5, y, right + 14, height), text(right + 18, height + 4, name, kind=kind)]
    parts.append(text((left + right) / 2, bottom + 34, below, "middle", "small"))
    return picture(round(max(bottom + 46, heights[-1] + 14)), titles, parts)
