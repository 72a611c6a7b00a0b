"""Serialize an evaluation to JSON; its keys are a stable interface for programs."""

from collections.abc import Sequence
from typing import Any

from alcove.evaluate.bootstrap import MeanInterval, difference
from alcove.evaluate.configurations import Configuration
from alcove.evaluate.labelled.dataset import Dataset
from alcove.evaluate.quality import ModeQuality, Quality, rule
from alcove.evaluate.run_queries import MEASURES


def report_json(dataset: Dataset, configurations: Sequence[Configuration]) -> dict[str, Any]:
    """Return the first configuration; if there are more, all of them under "configurations"."""
    first = configurations[0]
    report = {
        "dataset": dataset.name,
        **configuration_json(first),
        "left_out": dict(dataset.left_out),
    }
    if len(configurations) > 1:
        report["configurations"] = [
            configuration_json(configuration)
            | ({} if configuration is first else _gain_over_first(configuration, first))
            for configuration in configurations
        ]
    return report


def configuration_json(one: Configuration) -> dict[str, Any]:
    """Return the figures of one model with one number of dimensions."""
    return {
        "model": one.model,
        "model_id": one.model_id,
        "dimension": one.dimension,
        "documents": one.documents,
        "unread": one.unread,
        "passages": one.passages,
        "bytes_per_passage": one.bytes_per_passage,
        "passages_per_second": one.passages_per_second,
        **quality_json(one.quality),
    }


def quality_json(quality: Quality) -> dict[str, Any]:
    """Return the figures by mode, the gain of fusion over the better arm, and the rule in words."""
    gain = quality.gain
    return {
        "queries": quality.queries,
        "modes": {
            str(mode): _mode_figures(mode_quality) for mode, mode_quality in quality.modes.items()
        },
        "best_against": gain and {"arm": str(gain.arm), **_estimate("ndcg@10", gain.ndcg)},
        "halves": [
            {str(mode): {"ndcg@10": ndcg} for mode, ndcg in half.items()} for half in quality.halves
        ],
        "highest_recall@10": quality.highest_recall,
        "rule": rule(quality),
    }


def _mode_figures(quality: ModeQuality) -> dict[str, Any]:
    mean, median, p95 = quality.seconds
    figures: dict[str, Any] = {name: quality.measures[name].mean for name in MEASURES}
    figures |= {
        "seconds_per_query": mean,
        "seconds_per_query_median": median,
        "seconds_per_query_p95": p95,
    }
    for name in MEASURES:
        figures |= _estimate(name, quality.measures[name])
    return figures


def _gain_over_first(configuration: Configuration, first: Configuration) -> dict[str, Any]:
    main = first.quality.main
    gain = difference(configuration.quality.modes[main].ndcg, first.quality.modes[main].ndcg)
    return {"against_first": {"mode": str(main), **_estimate("ndcg@10", gain)}}


def _estimate(name: str, estimate: MeanInterval) -> dict[str, Any]:
    return {name: estimate.mean, f"{name}_interval": [estimate.low, estimate.high]}
