"""A plot of growth as SVG: logarithmic on both axes, for light and dark pages."""

import math
from html import escape

WIDTH, HEIGHT = 300, 240
LEFT, TOP, GAP = 58, 64, 70
STYLE = """
  text { font: 12px system-ui, sans-serif; fill: #333; }
  .title { font-size: 14px; font-weight: 600; }
  .grid { stroke: #ddd; } .frame { stroke: #888; fill: none; }
  .line { fill: none; stroke-width: 2; }
  .lmask { stroke: #1767b5; } .lmask.dot, .lmask.name { fill: #1767b5; }
  .tantivy { stroke: #b3510b; } .tantivy.dot, .tantivy.name { fill: #b3510b; }
  .name { stroke: none; } .dashed { stroke-dasharray: 5 4; }
  @media (prefers-color-scheme: dark) {
    text { fill: #ccc; } .grid { stroke: #3a3a3a; }
    .lmask { stroke: #6db3f2; } .lmask.dot, .lmask.name { fill: #6db3f2; }
    .tantivy { stroke: #f2a25c; } .tantivy.dot, .tantivy.name { fill: #f2a25c; }
    .name { stroke: none; }
  }
"""


class Panel:
    """One diagram: lines of (documents, value) over a common scale.

    A line is (engine, style, points); styles are "" and "dashed".
    """

    def __init__(self, title, unit, lines):
        self.title, self.unit = title, unit
        self.lines = [line for line in lines if line[2]]
        places = [place for _, _, points in self.lines for place in points]
        self.x_range = decades([x for x, _ in places])
        self.y_range = decades([y for _, y in places])

    def x(self, value):
        return LEFT + WIDTH * share(value, self.x_range)

    def y(self, value):
        return TOP + HEIGHT * (1 - share(value, self.y_range))

    def svg(self):
        return "\n".join([*self.words(), *self.grid(), *self.curves()])

    def words(self):
        middle = LEFT + WIDTH / 2
        yield text(middle, TOP - 12, self.title, "title", "middle")
        yield text(middle, TOP + HEIGHT + 38, "documents", "", "middle")
        yield text(LEFT - 8, TOP - 12, self.unit, "", "end")

    def grid(self):
        for exponent in range(self.x_range[0], self.x_range[1] + 1):
            x = self.x(10**exponent)
            yield f'<path class="grid" d="M{x:.1f} {TOP}V{TOP + HEIGHT}"/>'
            yield text(x, TOP + HEIGHT + 18, power(exponent), "", "middle")
        for exponent in range(self.y_range[0], self.y_range[1] + 1):
            y = self.y(10**exponent)
            yield f'<path class="grid" d="M{LEFT} {y:.1f}H{LEFT + WIDTH}"/>'
            yield text(LEFT - 8, y + 4, power(exponent), "", "end")
        yield f'<rect class="frame" x="{LEFT}" y="{TOP}" width="{WIDTH}" height="{HEIGHT}"/>'

    def curves(self):
        for engine, style, points in self.lines:
            places = [(self.x(x), self.y(y)) for x, y in points]
            path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
            yield f'<path class="line {engine} {style}" d="M{path}"/>'
            yield from (mark(engine, x, y) for x, y in places)


def mark(engine, x, y):
    """Round for lmask, square for the others: not told apart by colour alone."""
    if engine == "lmask":
        return f'<circle class="lmask dot" cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>'
    return f'<rect class="{engine} dot" x="{x - 3:.1f}" y="{y - 3:.1f}" width="6" height="6"/>'


def legend(x, entries):
    """Each engine's sign and name, and what a dashed line means."""
    for engine, style, label in entries:
        yield f'<path class="line {engine} {style}" d="M{x} 20h32"/>'
        yield mark(engine, x + 16, 20)
        yield text(x + 40, 24, label)
        x += 60 + 7 * len(label)


def text(x, y, words, kind="", anchor="start"):
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}" text-anchor="{anchor}">'
        f"{escape(words)}</text>"
    )


def decades(values):
    """The powers of ten around some values above 0."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)


def share(value, bounds):
    """How far between two powers of ten a value lies, from 0 to 1."""
    return (math.log10(value) - bounds[0]) / (bounds[1] - bounds[0])


def power(exponent):
    """As a plain number: 0.01, 1,000."""
    return f"{10**exponent:,}" if exponent >= 0 else f"{10**exponent:.{-exponent}f}"


def lines(points, value, style=""):
    """One line an engine of what `value` gives; points without it are left out."""
    for engine in dict.fromkeys(point.engine for point in points):
        own = [(p.documents, value(p)) for p in points if p.engine == engine and value(p)]
        yield engine, style, own


def growth(points):
    """The whole picture: building, size and questions side by side."""
    build = [
        *lines(points, lambda point: point.build),
        *lines(points, lambda point: point.build_on_all_cores, "dashed"),
    ]
    size = lines(points, lambda point: point.index / 1e6)
    question = [
        *lines(points, lambda point: point.median * 1e3),
        *lines(points, lambda point: point.slowest * 1e3, "dashed"),
    ]
    panels = [
        Panel("Building the index", "s", build),
        Panel("Size of the index", "MB", size),
        Panel("One question", "ms", question),
    ]
    return document(panels, list(dict.fromkeys(point.engine for point in points)))


def document(panels, engines):
    step = LEFT + WIDTH + GAP - 40
    width, height = step * len(panels) + 20, TOP + HEIGHT + 56
    names = [(engine, "", engine) for engine in engines]
    dashed = ("lmask", "dashed", "dashed: built on all cores; 99th percentile of questions")
    body = [
        f'<g transform="translate({step * place} 0)">\n{panel.svg()}\n</g>'
        for place, panel in enumerate(panels)
    ]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        'aria-label="Time and size by number of documents, logarithmic on both axes">'
    )
    parts = [head, f"<style>{STYLE}</style>", *legend(LEFT, [*names, dashed]), *body, "</svg>\n"]
    return "\n".join(parts)
