"""What a plot of quality against cost shows: its points, and the axis on which they differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from alcove.evaluate.bootstrap import MeanInterval
from alcove.evaluate.configurations import Configuration
from alcove.evaluate.quality import figure
from alcove.search import Mode


@dataclass(frozen=True, slots=True)
class Point:
    """One configuration in one mode.

    Attributes:
        cost: bytes per passage, or milliseconds per query.
        ndcg: nDCG@10 with its interval.
        mode: decides the mark.
        model: which of the models, from 0; decides the colour.
        label: written beside the mark; empty for none.
        told: all of it in words, for those who do not see the plot.
    """

    cost: float
    ndcg: MeanInterval
    mode: Mode
    model: int
    label: str
    told: str


@dataclass(frozen=True, slots=True)
class Points:
    """All points of a plot.

    Attributes:
        by_bytes: whether costs are bytes per passage; milliseconds per query otherwise.
        models: their names.
        points: of one model in one mode, the cheapest first.
        words: of the words arm, which needs no vectors; None where it has a point of its own, or
            was not asked.
    """

    by_bytes: bool
    models: tuple[str, ...]
    points: tuple[Point, ...]
    words: MeanInterval | None


def points_of(configurations: Sequence[Configuration]) -> Points:
    """The points, against bytes per passage where these differ, and else against time."""
    first = configurations[0].quality.modes
    by_bytes = len({one.bytes_per_passage for one in configurations}) > 1 and set(first) != {
        Mode.WORDS
    }
    names = {one.model_id: one.model for one in configurations}
    models = list(names)
    points = [
        _point(one, mode, models.index(one.model_id), by_bytes=by_bytes)
        for one in configurations
        for mode in one.quality.modes
        if not (by_bytes and mode is Mode.WORDS)
    ]
    points.sort(key=lambda point: (point.mode, point.model, point.cost))
    words = first[Mode.WORDS].measures["ndcg@10"] if Mode.WORDS in first and by_bytes else None
    return Points(by_bytes, tuple(names.values()), tuple(points), words)


def _point(one: Configuration, mode: Mode, model: int, *, by_bytes: bool) -> Point:
    of = one.quality.modes[mode]
    ndcg, milliseconds = of.measures["ndcg@10"], of.seconds[0] * 1000
    shown = f"{one.dimension} dim" if by_bytes else str(mode)
    is_labelled = mode is one.quality.main or not by_bytes
    return Point(
        cost=one.bytes_per_passage if by_bytes else milliseconds,
        ndcg=ndcg,
        mode=mode,
        model=model,
        label=f"{shown} · {figure(ndcg.mean)}" if is_labelled else "",
        told=(
            f"{one.model}, {one.dimension} dimensions, {mode}: nDCG@10 {figure(ndcg.mean)}"
            f" ({figure(ndcg.low)} to {figure(ndcg.high)}),"
            f" {one.bytes_per_passage} bytes per passage, {milliseconds:.1f} ms per query."
        ),
    )
