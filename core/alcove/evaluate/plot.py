"""Quality against cost, drawn by matplotlib as an SVG for light and for dark ground."""

import io
import os
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from itertools import chain, count, cycle, pairwise, product
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from alcove.errors import AlcoveError
from alcove.evaluate.configurations import Configuration
from alcove.evaluate.quality import figure
from alcove.search import Mode
from alcove.system.frozen import is_frozen

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_Label = tuple[float, float, str, str]  # at what height and cost, what, in which colour

_GROUND, _INK, _FAINT, _RULE = "#ffffff", "#1c1f23", "#5a626c", "#e3e6ea"
# Okabe and Ito's colours, told apart by colour-blind people: https://jfly.uni-koeln.de/color/
_MODELS = ("#0063a3", "#b84a00", "#00795a", "#a0497d", "#7a6a00")
_ON_DARK = {_GROUND: "#16191d", _INK: "#eceff2", _FAINT: "#a3acb7", _RULE: "#2e343b"} | dict(
    zip(_MODELS, ("#63b7f0", "#f09a55", "#3fc79d", "#dd94be", "#d9c94a"), strict=True)
)
_STYLE: dict[Any, object] = {
    "axes.labelcolor": _FAINT,
    "axes.labelpad": 8,
    "font.sans-serif": ["DejaVu Sans"],  # comes with matplotlib: the same widths everywhere
    "font.size": 13,
    "svg.fonttype": "none",  # text stays text
    "svg.hashsalt": "alcove",  # the same figures give the same bytes
    "text.color": _FAINT,
    "text.parse_math": False,  # a dollar in a name is a dollar
}
_PACKAGED = "The package lacks it: draw the figures of --json, or run Alcove from its source."


def require_matplotlib() -> None:
    """Refuse where nothing can be drawn; import nothing.

    Raises:
        AlcoveError: matplotlib is not installed.
    """
    if find_spec("matplotlib") is None:
        advice = _PACKAGED if is_frozen() else 'Install it with: pip install "alcove[plot]"'
        raise AlcoveError("a plot needs matplotlib, which is not installed", advice=advice)


def plot(name: str, configurations: Sequence[Configuration]) -> str:
    """Draw nDCG@10 with its intervals against bytes per passage, or time where these are alike.

    Returns:
        The text of an SVG file; the same figures give the same text.
    """
    with TemporaryDirectory(prefix="alcove-plot-") as folder:
        os.environ["MPLCONFIGDIR"] = folder  # for its list of fonts, else in the user's home
        import matplotlib as mpl
        from matplotlib.figure import Figure

        del os.environ["MPLCONFIGDIR"]
    title, svg = _printable(f"{name}: quality against cost"), io.StringIO()
    about = {"Title": title, "Creator": None, "Date": None}
    with mpl.rc_context(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph")  # whoever shows the SVG has other fonts
        mpl.rcdefaults()
        mpl.rcParams.update(_STYLE)
        paper = Figure(figsize=(10, 7), dpi=72)  # an SVG's pixel is a point
        axes = paper.add_subplot()
        top = _draw(axes, configurations)
        axes.set_title(title, loc="left", y=top, size=17, weight="bold", color=_INK)
        axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False)
        paper.savefig(svg, format="svg", bbox_inches="tight", pad_inches=0.3, metadata=about)
    return _on_any_ground(svg.getvalue())


def _draw(axes: "Axes", configurations: Sequence[Configuration]) -> float:
    """Draw all but title and legend; return how high it reaches, 1 being the top of the field."""
    first = configurations[0].quality
    by_bytes = len({one.dimension for one in configurations}) > 1 and first.main is not Mode.WORDS
    modes = [mode for mode in first.modes if not (by_bytes and mode is Mode.WORDS)]
    names = {one.model_id: _printable(one.model) for one in configurations}
    colours = dict(zip(names, cycle(_MODELS), strict=False))
    shown = [
        (one, mode, one.bytes_per_passage if by_bytes else one.quality.modes[mode].seconds[0] * 1e3)
        for one, mode in product(sorted(configurations, key=lambda one: one.dimension), modes)
    ]
    alike, placed = Counter(cost for *_, cost in shown), Counter[float]()
    step: float = (max(alike) / min(alike)) ** 0.012 if by_bytes else 1
    _scale(axes, sorted(alike), by_bytes=by_bytes)
    lines, labels = defaultdict(list), []
    for one, mode, cost in shown:
        ndcg, colour = one.quality.modes[mode].measures["ndcg@10"], colours[one.model_id]
        x = cost * step ** (placed[cost] - (alike[cost] - 1) / 2)  # beside others of its cost
        placed[cost] += 1
        lines[one.model_id, mode].append((x, ndcg.mean))
        axes.vlines(x, ndcg.low, ndcg.high, color=colour)
        axes.plot(x, ndcg.mean, **_mark(mode, colour))
        if mode is first.main or not by_bytes:
            what = f"{one.dimension} dim" if by_bytes else mode
            labels.append((ndcg.high, x, f"{what} · {figure(ndcg.mean)}", colour))
    for (model, _), line in lines.items():
        axes.plot(*zip(*line, strict=True), color=colours[model], alpha=0.55)
    for model, name in names.items():
        axes.plot([], [], **_mark(Mode.BEST, colours[model]), label=f" {name}")  # " ": even "_x"
    for mode in modes:
        axes.plot([], [], **_mark(mode, _FAINT), label=mode)
    axes.plot([], [], "|", color=_FAINT, markersize=16, label="95% interval, over questions")
    if by_bytes and Mode.WORDS in first.modes:  # without vectors, they are a line across
        words = first.modes[Mode.WORDS].measures["ndcg@10"]
        told = f"words alone · {figure(words.mean)}"
        axes.axhspan(words.low, words.high, color=_FAINT, alpha=0.12, linewidth=0)
        axes.axhline(words.mean, color=_FAINT, linestyle="--", label=told)
    return _label(axes, sorted(labels), chain(*lines.values()))


def _scale(axes: "Axes", costs: Sequence[float], *, by_bytes: bool) -> None:
    axes.set(xlim=(0, costs[-1] * 1.15), ylabel="nDCG@10")
    axes.set_xlabel("milliseconds per query", loc="right")
    if by_bytes:
        room = (costs[-1] / costs[0]) ** 0.12
        apart = [cost for last, cost in pairwise((0, *costs)) if cost > last * room**0.5]
        axes.set(xscale="log", xlim=(costs[0] / room, costs[-1] * room))
        axes.set_xticks(apart, [f"{cost:,}" for cost in apart])
        axes.set_xlabel("bytes per passage, as its vector is stored (logarithmic)", loc="right")
        axes.minorticks_off()
    axes.margins(y=0.1)
    axes.yaxis.set_major_formatter(lambda value, _: figure(value))
    axes.grid(axis="y", color=_RULE)
    axes.tick_params(length=0, labelcolor=_FAINT)
    axes.spines[:].set_visible(False)


def _mark(mode: Mode, colour: str) -> dict[str, Any]:
    inside = _GROUND if mode is Mode.MEANING else colour
    style = {"color": colour, "linestyle": "", "markerfacecolor": inside, "zorder": 4}
    return style | {"marker": "s" if mode is Mode.WORDS else "o", "ms": 9, "mew": 2}


def _label(axes: "Axes", labels: Sequence[_Label], marks: Iterable[tuple[float, float]]) -> float:
    """Write over the bars, higher where a label or mark is; return how high that reaches."""
    from matplotlib.transforms import Bbox

    axes.autoscale_view()
    taken = [Bbox([axes.transData.transform(mark)] * 2).padded(8) for mark in marks]
    for y, x, text, colour in labels:
        one = axes.annotate(text, (x, y), (0, 6), textcoords="offset points", ha="center")
        one.set(color=colour, bbox={"fc": _GROUND, "alpha": 0.8, "lw": 0, "pad": 1})
        box = one.get_window_extent()
        aside = max(0, axes.bbox.x0 - box.x0) + min(0, axes.bbox.x1 - box.x1)
        box = box.translated(aside, 0)
        up = next(up for up in count(0, 4) if not box.translated(0, up).count_overlaps(taken))
        one.set_position((aside, 6 + up))
        taken.append(box.translated(0, up))
    highest = max(box.y1 for box in taken)
    return float(max(1, axes.transAxes.inverted().transform((0, highest))[1]))


def _on_any_ground(svg: str) -> str:
    """With other colours on dark ground, and without the address of SVG's definition."""
    rules = "".join(
        f"[style*='{what}: {light}']{{{what}: {dark} !important}}"
        for (light, dark), what in product(_ON_DARK.items(), ("fill", "stroke"))
    )
    style = f"</title><style>@media (prefers-color-scheme: dark) {{{rules}}}</style>"
    return svg[svg.index("<svg") :].replace("</title>", style, 1)


def _printable(text: str) -> str:
    """As XML can hold it."""
    return "".join(filter(str.isprintable, text))
