"""What the measurements come to: medians, percentiles and ratios, as Markdown."""

from statistics import mean, median


def percentile(values, share):
    """The value that this share of all do not exceed."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def paired_ratio(ours, theirs):
    """The median of ratios of what was measured side by side: drift hits both of a pair alike."""
    return median(a / b for a, b in zip(ours, theirs))


def markdown(header, rows):
    """A table; cells of None are dashes."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(map(cell, line)) + " |" for line in lines)


def cell(value):
    return "–" if value is None else str(value)


def milliseconds(seconds):
    return f"{seconds * 1e3:.2f} ms"


def whole_seconds(seconds):
    return f"{seconds:.2f} s"


def megabytes(size):
    """Of a million bytes each."""
    return f"{size / 1e6:.1f} MB"


def distribution(seconds):
    """Mean, median and 99th percentile in milliseconds."""
    return [
        milliseconds(value)
        for value in (mean(seconds), percentile(seconds, 0.5), percentile(seconds, 0.99))
    ]
