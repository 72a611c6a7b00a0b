"""Labelled questions → nDCG@10, recall@k, MRR@10, through the product's own pipeline."""

from alcove.evaluate.configurations import Configuration, Wanted, evaluate
from alcove.evaluate.display import Display
from alcove.evaluate.labelled.dataset import Dataset, read_dataset

__all__ = ["Configuration", "Dataset", "Display", "Wanted", "evaluate", "read_dataset"]
