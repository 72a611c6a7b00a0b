"""Summarise the quality of one configuration: means, intervals, and a rule of thumb in words."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alcove.evaluate.bootstrap import MeanInterval, difference, estimates, random_halves
from alcove.evaluate.metrics import highest_recall
from alcove.evaluate.run_queries import MEASURES, ModeRun
from alcove.search import Mode

_NDCG = MEASURES.index("ndcg@10")
_GOOD, _POOR = 0.9, 0.7  # recall@10, by the guide that Alcove follows


@dataclass(frozen=True, slots=True)
class ModeQuality:
    """The quality of one mode.

    Attributes:
        measures: name of a measure → mean and interval.
        ndcg: float64 (n,), nDCG@10 of each question.
        seconds: per query: mean, median and 95th percentile.
    """

    measures: Mapping[str, MeanInterval]
    ndcg: NDArray[np.float64]
    seconds: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class FusionGain:
    """The gain in nDCG@10 of the mode best over the better arm, paired by question."""

    arm: Mode
    ndcg: MeanInterval


@dataclass(frozen=True, slots=True)
class Quality:
    """The quality of a configuration.

    Attributes:
        modes: in display order.
        gain: of the mode best over the better arm; None without best or another mode.
        halves: nDCG@10 by mode, for random halves of the questions.
        highest_recall: the recall@10 that no search could exceed.
    """

    modes: Mapping[Mode, ModeQuality]
    gain: FusionGain | None
    halves: tuple[Mapping[Mode, float], ...]
    highest_recall: float

    @property
    def main(self) -> Mode:
        """The mode to report first: best if it was asked, else the first one."""
        return Mode.BEST if Mode.BEST in self.modes else next(iter(self.modes))

    @property
    def queries(self) -> int:
        """The number of questions."""
        return len(self.modes[self.main].ndcg)


def summarise(
    runs: Mapping[Mode, ModeRun],
    judgments: Mapping[str, Mapping[str, int]],
    *,
    halves: int = 0,
) -> Quality:
    """Summarise the runs as means and intervals.

    Args:
        runs: by mode, of the same questions in the same order.
        judgments: of these questions.
        halves: the number of random halves of the questions to report nDCG@10 for.
    """
    modes = {mode: _mode_quality(run) for mode, run in runs.items()}
    parts = random_halves(len(judgments), halves)
    return Quality(
        modes=modes,
        gain=_fusion_gain(modes),
        halves=tuple(
            {mode: float(quality.ndcg[part].mean()) for mode, quality in modes.items()}
            for part in parts
        ),
        highest_recall=float(
            np.mean([highest_recall(grades, 10) for grades in judgments.values()])
        ),
    )


def rule(quality: Quality) -> str:
    """Return the guide's verdict on the model, by its recall@10, as text for people."""
    value = quality.modes[quality.main].measures["recall@10"].mean
    prefix = f"recall@10 of {quality.main} is {figure(value)}: "
    if quality.main is Mode.WORDS:
        return prefix + "the rule on models speaks of meaning and best alone."
    if value > _GOOD:
        return prefix + "it works well here (above .9)."
    if quality.highest_recall < _GOOD:
        return prefix + (
            f"no search could exceed {figure(quality.highest_recall)}, as many questions have more"
            " than ten relevant documents; compare models by nDCG@10 instead."
        )
    if value < _POOR:
        return prefix + "consider a larger or domain-tuned model (below .7)."
    return prefix + "usable (between .7 and .9); a larger or domain-tuned model may find more."


def figure(value: float) -> str:
    """Format a figure to three places without a leading zero: .742, 1.000."""
    return f"{value:.3f}".removeprefix("0")


def _mode_quality(run: ModeRun) -> ModeQuality:
    seconds = run.seconds
    return ModeQuality(
        measures=dict(zip(MEASURES, estimates(run.values), strict=True)),
        ndcg=run.values[:, _NDCG],
        seconds=(
            float(seconds.mean()),
            float(np.median(seconds)),
            float(np.percentile(seconds, 95)),
        ),
    )


def _fusion_gain(modes: Mapping[Mode, ModeQuality]) -> FusionGain | None:
    arms = [mode for mode in modes if mode is not Mode.BEST]
    if Mode.BEST not in modes or not arms:
        return None
    better = max(arms, key=lambda arm: modes[arm].measures["ndcg@10"].mean)
    return FusionGain(better, difference(modes[Mode.BEST].ndcg, modes[better].ndcg))
