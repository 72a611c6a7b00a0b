"""Plot quality against cost with matplotlib, as an SVG for light and dark backgrounds."""

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

_Label = tuple[float, float, str, str]  # y, x, text, colour

_GROUND, _INK, _FAINT, _RULE = "#ffffff", "#1c1f23", "#5a626c", "#e3e6ea"
# Okabe and Ito's colours, which colour-blind people can tell apart:
# https://jfly.uni-koeln.de/color/
_MODELS = ("#0063a3", "#b84a00", "#00795a", "#a0497d", "#7a6a00")
_ON_DARK = {_GROUND: "#16191d", _INK: "#eceff2", _FAINT: "#a3acb7", _RULE: "#2e343b"} | dict(
    zip(_MODELS, ("#63b7f0", "#f09a55", "#3fc79d", "#dd94be", "#d9c94a"), strict=True)
)
_STYLE: dict[Any, object] = {
    "axes.labelcolor": _FAINT,
    "axes.labelpad": 8,
    "font.sans-serif": ["DejaVu Sans"],  # ships with matplotlib: the same text widths everywhere
    "font.size": 13,
    "svg.fonttype": "none",  # keep text as text, not as paths
    "svg.hashsalt": "alcove",  # the same figures give the same bytes
    "text.color": _FAINT,
    "text.parse_math": False,  # a dollar sign in a name is literal
}
_PACKAGED = "The package lacks it: draw the figures of --json, or run Alcove from its source."


def require_matplotlib() -> None:
    """Raise an error if matplotlib is missing; import nothing.

    Raises:
        AlcoveError: matplotlib is not installed.
    """
    if find_spec("matplotlib") is None:
        advice = _PACKAGED if is_frozen() else 'Install it with: pip install "alcove[plot]"'
        raise AlcoveError("a plot needs matplotlib, which is not installed", advice=advice)


def plot(name: str, configurations: Sequence[Configuration]) -> str:
    """Plot nDCG@10 with intervals against bytes per passage, or against time if these are equal.

    Returns:
        The text of an SVG file; the same figures give the same text.
    """
    with TemporaryDirectory(prefix="alcove-plot-") as folder:
        os.environ["MPLCONFIGDIR"] = folder  # for its font cache, instead of the user's home
        import matplotlib as mpl
        from matplotlib.figure import Figure

        del os.environ["MPLCONFIGDIR"]
    title, svg = _printable(f"{name}: quality against cost"), io.StringIO()
    about = {"Title": title, "Creator": None, "Date": None}
    with mpl.rc_context(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph")  # the viewer of the SVG has its own fonts
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
    """Draw all but title and legend; return the height reached, where 1 is the top of the axes."""
    first = configurations[0].quality
    by_bytes = (
        len({config.dimension for config in configurations}) > 1 and first.main is not Mode.WORDS
    )
    modes = [mode for mode in first.modes if not (by_bytes and mode is Mode.WORDS)]
    names = {config.model_id: _printable(config.model) for config in configurations}
    colours = dict(zip(names, cycle(_MODELS), strict=False))
    shown = [
        (
            config,
            mode,
            config.bytes_per_passage if by_bytes else config.quality.modes[mode].seconds[0] * 1e3,
        )
        for config, mode in product(
            sorted(configurations, key=lambda config: config.dimension), modes
        )
    ]
    alike, drawn = Counter(cost for *_, cost in shown), Counter[float]()
    step: float = (max(alike) / min(alike)) ** 0.012 if by_bytes else 1
    _scale(axes, sorted(alike), by_bytes=by_bytes)
    lines, labels = defaultdict(list), []
    for config, mode, cost in shown:
        ndcg, colour = config.quality.modes[mode].measures["ndcg@10"], colours[config.model_id]
        x = cost * step ** (drawn[cost] - (alike[cost] - 1) / 2)  # next to others of the same cost
        drawn[cost] += 1
        lines[config.model_id, mode].append((x, ndcg.mean))
        axes.vlines(x, ndcg.low, ndcg.high, color=colour)
        axes.plot(x, ndcg.mean, **_mark(mode, colour))
        if mode is first.main or not by_bytes:
            text = f"{config.dimension} dim" if by_bytes else mode
            labels.append((ndcg.high, x, f"{text} · {figure(ndcg.mean)}", colour))
    for (model, _), line in lines.items():
        axes.plot(*zip(*line, strict=True), color=colours[model], alpha=0.55)
    for model, name in names.items():
        # The blank is for names that begin with "_": matplotlib hides such labels.
        axes.plot([], [], **_mark(Mode.BEST, colours[model]), label=f" {name}")
    for mode in modes:
        axes.plot([], [], **_mark(mode, _FAINT), label=mode)
    axes.plot([], [], "|", color=_FAINT, markersize=16, label="95% interval, over questions")
    if by_bytes and Mode.WORDS in first.modes:  # no vectors: a horizontal line
        words = first.modes[Mode.WORDS].measures["ndcg@10"]
        words_label = f"words alone · {figure(words.mean)}"
        axes.axhspan(words.low, words.high, color=_FAINT, alpha=0.12, linewidth=0)
        axes.axhline(words.mean, color=_FAINT, linestyle="--", label=words_label)
    return _label(axes, sorted(labels), chain(*lines.values()))


def _scale(axes: "Axes", costs: Sequence[float], *, by_bytes: bool) -> None:
    axes.set(xlim=(0, costs[-1] * 1.15), ylabel="nDCG@10")
    axes.set_xlabel("milliseconds per query", loc="right")
    if by_bytes:
        room = (costs[-1] / costs[0]) ** 0.12
        ticks = [cost for last, cost in pairwise((0, *costs)) if cost > last * room**0.5]
        axes.set(xscale="log", xlim=(costs[0] / room, costs[-1] * room))
        axes.set_xticks(ticks, [f"{cost:,}" for cost in ticks])
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
    """Put labels above the bars, higher where they would overlap; return the height reached."""
    from matplotlib.transforms import Bbox

    axes.autoscale_view()
    occupied = [Bbox([axes.transData.transform(mark)] * 2).padded(8) for mark in marks]
    for y, x, text, colour in labels:
        annotation = axes.annotate(text, (x, y), (0, 6), textcoords="offset points", ha="center")
        annotation.set(color=colour, bbox={"fc": _GROUND, "alpha": 0.8, "lw": 0, "pad": 1})
        box = annotation.get_window_extent()
        shift = max(0, axes.bbox.x0 - box.x0) + min(0, axes.bbox.x1 - box.x1)
        box = box.translated(shift, 0)
        rise = next(
            rise for rise in count(0, 4) if not box.translated(0, rise).count_overlaps(occupied)
        )
        annotation.set_position((shift, 6 + rise))
        occupied.append(box.translated(0, rise))
    highest = max(box.y1 for box in occupied)
    return float(max(1, axes.transAxes.inverted().transform((0, highest))[1]))


def _on_any_ground(svg: str) -> str:
    """Add colours for dark backgrounds, and remove the DOCTYPE, which names an address."""
    rules = "".join(
        f"[style*='{attribute}: {light}']{{{attribute}: {dark} !important}}"
        for (light, dark), attribute in product(_ON_DARK.items(), ("fill", "stroke"))
    )
    style = f"</title><style>@media (prefers-color-scheme: dark) {{{rules}}}</style>"
    return svg[svg.index("<svg") :].replace("</title>", style, 1)


def _printable(text: str) -> str:
    """Remove the characters that XML cannot hold."""
    return "".join(filter(str.isprintable, text))
