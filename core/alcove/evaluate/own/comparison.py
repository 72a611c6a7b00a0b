"""Summarise a run over the user's own questions and compare it with the previous one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from alcove.evaluate.bootstrap import MeanInterval, difference
from alcove.evaluate.own.questions import OwnQuestions
from alcove.evaluate.quality import Quality
from alcove.evaluate.run_queries import MEASURES
from alcove.personal.evaluations import Evaluation


@dataclass(frozen=True, slots=True)
class RunComparison:
    """The change in quality since the previous run.

    Attributes:
        before: the previous run.
        same_questions: whether both runs had the same questions with the same grades.
        measures: mode → name of a measure → how much higher it is now.
        ndcg: mode → mean difference in nDCG@10, paired by question, with its interval; empty if
            the questions differ.
    """

    before: Evaluation
    same_questions: bool
    measures: Mapping[str, Mapping[str, float]]
    ndcg: Mapping[str, MeanInterval]


def summary(own: OwnQuestions, quality: Quality) -> dict[str, Any]:
    """Return what to store of a run: counts and measures, but no question and no path."""
    return {
        "fingerprint": own.fingerprint(),
        "queries": quality.queries,
        "left_out": dict(own.left_out),
        "modes": {
            str(mode): {name: of.measures[name].mean for name in MEASURES}
            | {"seconds_per_query": of.seconds[0]}
            for mode, of in quality.modes.items()
        },
        "ndcg@10_each": {str(mode): of.ndcg.tolist() for mode, of in quality.modes.items()},
    }


def change(now: Mapping[str, Any], before: Evaluation | None) -> RunComparison | None:
    """Compare a summary with an earlier run; None without one or if no mode is in both."""
    if before is None:
        return None
    then = before.summary
    modes = [mode for mode in now["modes"] if mode in then["modes"]]
    if not modes:
        return None
    same = now["fingerprint"] == then["fingerprint"]
    return RunComparison(
        before=before,
        same_questions=same,
        measures={mode: _differences(now["modes"][mode], then["modes"][mode]) for mode in modes},
        ndcg=_paired(now["ndcg@10_each"], then["ndcg@10_each"], modes) if same else {},
    )


def _differences(now: Mapping[str, float], then: Mapping[str, float]) -> dict[str, float]:
    return {name: now[name] - then[name] for name in now if name in then}


def _paired(
    now: Mapping[str, Sequence[float]], then: Mapping[str, Sequence[float]], modes: Sequence[str]
) -> dict[str, MeanInterval]:
    return {mode: difference(np.array(now[mode]), np.array(then[mode])) for mode in modes}
