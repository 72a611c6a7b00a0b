"""Labelled questions → nDCG@10, recall@k, MRR@10, through the product's own pipeline."""

from alcove.evaluate.configurations import Configuration, Wanted, evaluate
from alcove.evaluate.dataset import Dataset, read_dataset
from alcove.evaluate.display import Display

__all__ = ["Configuration", "Dataset", "Display", "Wanted", "evaluate", "read_dataset"]
