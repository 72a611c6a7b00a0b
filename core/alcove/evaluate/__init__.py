"""Measure search quality: labelled questions → nDCG@10, recall@k, MRR@10, by the real pipeline."""

from alcove.evaluate.configurations import Configuration, EvaluationPlan, evaluate
from alcove.evaluate.display import ProgressDisplay
from alcove.evaluate.labelled.dataset import Dataset, read_dataset

__all__ = [
    "Configuration",
    "Dataset",
    "EvaluationPlan",
    "ProgressDisplay",
    "evaluate",
    "read_dataset",
]
