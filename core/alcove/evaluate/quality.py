"""What the rankings of one configuration are worth, with intervals and in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alcove.evaluate.bootstrap import MeanInterval, difference, estimates, random_halves
from alcove.evaluate.metrics import highest_recall
from alcove.evaluate.run_queries import MEASURES, ModeRun
from alcove.search import Mode

_NDCG = MEASURES.index("ndcg@10")
_GOOD, _POOR = 0.9, 0.7  # recall@10, of the guide that Alcove follows


@dataclass(frozen=True, slots=True)
class ModeQuality:
    """How one mode does.

    Attributes:
        measures: name of a measure → mean and interval.
        ndcg: float64 (n,), nDCG@10 of each question.
        seconds: of a query: mean, median and 95th percentile.
    """

    measures: Mapping[str, MeanInterval]
    ndcg: NDArray[np.float64]
    seconds: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class FusionGain:
    """How much higher nDCG@10 of the best mode is than that of the better arm, in pairs."""

    arm: Mode
    ndcg: MeanInterval


@dataclass(frozen=True, slots=True)
class Quality:
    """How a configuration does.

    Attributes:
        modes: in the order in which they are shown.
        gain: of best over the better arm; None where only one mode was asked.
        halves: nDCG@10 by mode, of random halves of the questions.
        highest_recall: the recall@10 that no search could exceed.
    """

    modes: Mapping[Mode, ModeQuality]
    gain: FusionGain | None
    halves: tuple[Mapping[Mode, float], ...]
    highest_recall: float

    @property
    def main(self) -> Mode:
        """The mode that a user gets: best where it was asked."""
        return Mode.BEST if Mode.BEST in self.modes else next(iter(self.modes))

    @property
    def queries(self) -> int:
        """How many questions were asked."""
        return len(self.modes[self.main].ndcg)


def summarise(
    judged: Mapping[Mode, ModeRun],
    judgments: Mapping[str, Mapping[str, int]],
    *,
    halves: int = 0,
) -> Quality:
    """Reduce what the questions gave to means and intervals.

    Args:
        judged: by mode, of the same questions in the same order.
        judgments: of these questions.
        halves: how many random halves of the questions to give nDCG@10 of.
    """
    modes = {mode: _mode_quality(of) for mode, of in judged.items()}
    parts = random_halves(len(judgments), halves)
    return Quality(
        modes=modes,
        gain=_gain(modes),
        halves=tuple(
            {mode: float(of.ndcg[part].mean()) for mode, of in modes.items()} for part in parts
        ),
        highest_recall=float(np.mean([highest_recall(of, 10) for of in judgments.values()])),
    )


def rule(quality: Quality) -> str:
    """What the recall@10 says about the model, by the guide's rule."""
    value = quality.modes[quality.main].measures["recall@10"].mean
    said = f"recall@10 of {quality.main} is {figure(value)}: "
    if quality.main is Mode.WORDS:
        return said + "the rule on models speaks of meaning and best alone."
    if value > _GOOD:
        return said + "it works well here (above .9)."
    if quality.highest_recall < _GOOD:
        return said + (
            f"no search could exceed {figure(quality.highest_recall)}, as many questions have more"
            " than ten relevant documents; compare models by nDCG@10 instead."
        )
    if value < _POOR:
        return said + "consider a larger or domain-tuned model (below .7)."
    return said + "usable (between .7 and .9); a larger or domain-tuned model may find more."


def figure(value: float) -> str:
    """As such figures are written: .742, and 1.000."""
    return f"{value:.3f}".removeprefix("0")


def _mode_quality(judged: ModeRun) -> ModeQuality:
    seconds = judged.seconds
    return ModeQuality(
        measures=dict(zip(MEASURES, estimates(judged.values), strict=True)),
        ndcg=judged.values[:, _NDCG],
        seconds=(
            float(seconds.mean()),
            float(np.median(seconds)),
            float(np.percentile(seconds, 95)),
        ),
    )


def _gain(modes: Mapping[Mode, ModeQuality]) -> FusionGain | None:
    arms = [mode for mode in modes if mode is not Mode.BEST]
    if Mode.BEST not in modes or not arms:
        return None
    better = max(arms, key=lambda arm: modes[arm].measures["ndcg@10"].mean)
    return FusionGain(better, difference(modes[Mode.BEST].ndcg, modes[better].ndcg))
