"""Quality against cost as a picture: an SVG that reads well on light and on dark ground."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from alcove.evaluate.configurations import Configuration
from alcove.evaluate.plot.points import Point, Points, points_of
from alcove.evaluate.plot.scales import Scale, doubling, straight
from alcove.evaluate.quality import figure
from alcove.search import Mode

_WIDTH, _HEIGHT = 760, 470
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 728, 130, 414  # of the field, in pixels
_LETTER, _LINE = 7.0, 16  # pixels: the width of a letter, at most on average, and a line's height
_NUMBER = 36  # pixels that one on the axis takes
_ASIDE = {Mode.BEST: 0, Mode.MEANING: 7, Mode.WORDS: 0}  # so that two bars are seen as two

# Okabe and Ito's colours, told apart by colour-blind people, darker and lighter for each ground:
# https://jfly.uni-koeln.de/color/
_COLOURS = (
    ("#0063a3", "#63b7f0"),
    ("#b84a00", "#f09a55"),
    ("#00795a", "#3fc79d"),
    ("#a0497d", "#dd94be"),
    ("#7a6a00", "#d9c94a"),
)


@dataclass(frozen=True, slots=True)
class _Field:
    """Where costs and qualities lie."""

    x: Scale
    y: Scale


def plot(name: str, configurations: Sequence[Configuration]) -> str:
    """Draw nDCG@10 with its intervals against what it costs.

    Args:
        name: of the labelled set.
        configurations: one or more; their costs are bytes per passage where these differ, and
            milliseconds per query otherwise.

    Returns:
        The text of an SVG file.
    """
    shown = points_of(configurations)
    field = _field(shown)
    title = f"{_plain(name)}: quality against cost"
    told = " ".join(_plain(point.told) for point in shown.points)
    if shown.words:
        told += f" Words alone, without vectors: nDCG@10 {figure(shown.words.mean)}."
    parts = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img"',
        f' width="{_WIDTH}" height="{_HEIGHT}" aria-labelledby="title told">',
        f'<title id="title">{title}</title>',
        f'<desc id="told">{told}</desc>',
        f"<style>{_style()}</style>",
        f'<rect class="ground" width="{_WIDTH}" height="{_HEIGHT}"/>',
        _text(_LEFT, 34, title, "title"),
        *_legend(shown),
        *_axes(field, shown),
        *_words(field, shown),
        *_lines(field, shown.points),
        *(_mark(field, point) for point in shown.points),
        *_labels(field, shown.points),
        "</svg>",
    )
    return "\n".join(parts) + "\n"


def _field(shown: Points) -> _Field:
    estimates = [point.ndcg for point in shown.points] + ([shown.words] if shown.words else [])
    ends = [value for one in estimates for value in (one.low, one.high)]
    costs = [point.cost for point in shown.points]
    x = (
        doubling(costs, _LEFT, _RIGHT)
        if shown.by_bytes
        else straight([0, *costs, max(costs) * 1.1], _LEFT, _RIGHT)
    )
    return _Field(x, straight(ends, _BOTTOM, _TOP))


def _style() -> str:
    return (
        "text{font:13px system-ui,sans-serif}.title{font-size:17px;font-weight:600}"
        ".bar{stroke-width:1.5}.line{fill:none;stroke-width:1.5;stroke-opacity:.55}"
        ".words{stroke-width:1.5;stroke-dasharray:6 4}.band{opacity:.12;stroke:none}"
        f"{_themed(0)}@media (prefers-color-scheme:dark){{{_themed(1)}}}"
    )


def _themed(dark: int) -> str:
    ground, ink, faint, rule = (
        ("#ffffff", "#1c1f23", "#5a626c", "#e3e6ea"),
        ("#16191d", "#eceff2", "#a3acb7", "#2e343b"),
    )[dark]
    models = "".join(
        f".m{number}{{fill:{colours[dark]};stroke:{colours[dark]}}}.t{number}{{fill:{colours[dark]}}}"
        for number, colours in enumerate(_COLOURS)
    )
    return (
        f".ground,.hollow{{fill:{ground}}}text{{fill:{ink}}}.faint{{fill:{faint}}}"
        f".rule{{stroke:{rule}}}.words,.key{{stroke:{faint}}}.band,.solid{{fill:{faint}}}"
        f"{models}.hollow{{fill:{ground}}}.label{{stroke:{ground};stroke-width:4;paint-order:stroke;"
        "stroke-linejoin:round}"
    )


def _legend(shown: Points) -> Iterator[str]:
    """Under the title: a line with the models' colours, and one with the modes' marks."""
    at = float(_LEFT)
    for number, name in enumerate(shown.models):
        yield f'<circle class="m{_colour(number)}" cx="{at + 6:.1f}" cy="58" r="5"/>'
        yield _text(at + 18, 62, _plain(name), "faint")
        at += 18 + len(name) * _LETTER + 24
    at = float(_LEFT)
    for mode in dict.fromkeys(point.mode for point in shown.points):
        yield _shape(at + 6, 80, mode, "key solid")
        yield _text(at + 18, 84, str(mode), "faint")
        at += 18 + len(mode) * _LETTER + 24
    if shown.words:
        yield f'<path class="words" d="M{at:.0f} 80h26"/>'
        yield _text(at + 34, 84, f"words alone · {figure(shown.words.mean)}", "faint")
        at += 34 + 19 * _LETTER + 24
    yield _text(at, 84, "bars: 95% intervals over the questions", "faint")


def _axes(field: _Field, shown: Points) -> Iterator[str]:
    for tick in field.y.ticks:
        y = field.y(tick)
        yield f'<path class="rule" d="M{_LEFT} {y:.1f}H{_RIGHT}"/>'
        yield _text(_LEFT - 8, y + 4, figure(tick), "faint", "end")
    last = float("-inf")
    for tick in field.x.ticks:
        x = field.x(tick)
        if x - last > _NUMBER:
            yield _text(x, _BOTTOM + 20, f"{tick:,.10g}", "faint", "middle")
            last = x
    cost = (
        "bytes per passage, as its vector is stored (logarithmic)"
        if shown.by_bytes
        else "milliseconds per query"
    )
    yield _text(_RIGHT, _BOTTOM + 42, cost, "faint", "end")
    yield _text(_LEFT - 42, _TOP - 18, "nDCG@10", "faint")


def _words(field: _Field, shown: Points) -> Iterator[str]:
    """Words alone need no vectors, so that they have no place on the axis: a line across."""
    if shown.words is None:
        return
    top, bottom = field.y(shown.words.high), field.y(shown.words.low)
    yield (
        f'<rect class="band" x="{_LEFT}" y="{top:.1f}" width="{_RIGHT - _LEFT}"'
        f' height="{bottom - top:.1f}"/>'
    )
    yield f'<path class="words" d="M{_LEFT} {field.y(shown.words.mean):.1f}H{_RIGHT}"/>'


def _lines(field: _Field, points: Sequence[Point]) -> Iterator[str]:
    """The dimensions of one model, joined."""
    for model, mode in dict.fromkeys((point.model, point.mode) for point in points):
        own = [point for point in points if (point.model, point.mode) == (model, mode)]
        if len(own) > 1:
            path = "L".join(f"{_x(field, p):.1f} {field.y(p.ndcg.mean):.1f}" for p in own)
            yield f'<path class="m{_colour(model)} line" style="fill:none" d="M{path}"/>'


def _mark(field: _Field, point: Point) -> str:
    x, colour = _x(field, point), f"m{_colour(point.model)}"
    low, high = field.y(point.ndcg.low), field.y(point.ndcg.high)
    bar = f'<path class="{colour} bar" d="M{x:.1f} {low:.1f}V{high:.1f}"/>'
    return bar + _shape(x, field.y(point.ndcg.mean), point.mode, colour)


def _shape(x: float, y: float, mode: Mode, style: str) -> str:
    if mode is Mode.WORDS:
        return f'<rect class="{style}" x="{x - 4.5:.1f}" y="{y - 4.5:.1f}" width="9" height="9"/>'
    hollow = " hollow" if mode is Mode.MEANING else ""
    return f'<circle class="{style}{hollow}" cx="{x:.1f}" cy="{y:.1f}" r="5" stroke-width="2"/>'


def _labels(field: _Field, points: Sequence[Point]) -> Iterator[str]:
    """Above the bars of their marks; higher where another label is in the way."""
    taken: list[tuple[float, float, float]] = []
    for point in sorted(points, key=lambda point: point.ndcg.high):
        if not point.label:
            continue
        half = len(point.label) * _LETTER / 2
        x, y = _x(field, point), field.y(point.ndcg.high) - 7
        while any(
            abs(x - other) < half + other_half and abs(y - line) < _LINE
            for other, other_half, line in taken
        ):
            y -= _LINE / 2
        taken.append((x, half, y))
        yield _text(x, y, _plain(point.label), f"label t{_colour(point.model)}", "middle")


def _x(field: _Field, point: Point) -> float:
    return field.x(point.cost) + _ASIDE[point.mode]


def _colour(model: int) -> int:
    return model % len(_COLOURS)


def _text(x: float, y: float, text: str, style: str, anchor: str = "start") -> str:
    return f'<text class="{style}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text}</text>'


def _plain(text: str) -> str:
    """As XML can hold it."""
    return escape("".join(char for char in text if char.isprintable()))
