"""Labelled questions → nDCG@10, recall@k, MRR@10, through the product's own pipeline."""

from alcove.evaluate.dataset import Dataset, document_id, read_dataset, write_documents
from alcove.evaluate.metrics import mrr, ndcg, recall

__all__ = ["Dataset", "document_id", "mrr", "ndcg", "read_dataset", "recall", "write_documents"]
