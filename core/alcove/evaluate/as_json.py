"""An evaluation as JSON can hold it; its keys are promised to programs."""

from collections.abc import Sequence
from typing import Any

from alcove.evaluate.bootstrap import MeanInterval, difference
from alcove.evaluate.configurations import Configuration
from alcove.evaluate.labelled.dataset import Dataset
from alcove.evaluate.quality import ModeQuality, Quality, rule
from alcove.evaluate.run_queries import MEASURES


def report_json(dataset: Dataset, configurations: Sequence[Configuration]) -> dict[str, Any]:
    """The first configuration, with all of them under "configurations" where there are more."""
    first = configurations[0]
    told = {
        "dataset": dataset.name,
        **configuration_json(first),
        "left_out": dict(dataset.left_out),
    }
    if len(configurations) > 1:
        told["configurations"] = [
            configuration_json(one) | ({} if one is first else _against(one, first))
            for one in configurations
        ]
    return told


def configuration_json(one: Configuration) -> dict[str, Any]:
    """One model with one number of dimensions."""
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
    """What questions gave: figures by mode, what both arms gain, and the rule."""
    gain = quality.gain
    return {
        "queries": quality.queries,
        "modes": {str(mode): _mode(of) for mode, of in quality.modes.items()},
        "best_against": gain and {"arm": str(gain.arm), **_estimate("ndcg@10", gain.ndcg)},
        "halves": [
            {str(mode): {"ndcg@10": value} for mode, value in half.items()}
            for half in quality.halves
        ],
        "highest_recall@10": quality.highest_recall,
        "rule": rule(quality),
    }


def _mode(of: ModeQuality) -> dict[str, Any]:
    mean, median, p95 = of.seconds
    told: dict[str, Any] = {name: of.measures[name].mean for name in MEASURES}
    told |= {
        "seconds_per_query": mean,
        "seconds_per_query_median": median,
        "seconds_per_query_p95": p95,
    }
    for name in MEASURES:
        told |= _estimate(name, of.measures[name])
    return told


def _against(one: Configuration, first: Configuration) -> dict[str, Any]:
    main = first.quality.main
    gain = difference(one.quality.modes[main].ndcg, first.quality.modes[main].ndcg)
    return {"against_first": {"mode": str(main), **_estimate("ndcg@10", gain)}}


def _estimate(name: str, estimate: MeanInterval) -> dict[str, Any]:
    return {name: estimate.mean, f"{name}_interval": [estimate.low, estimate.high]}
