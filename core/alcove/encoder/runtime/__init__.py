"""Texts → token ids → vectors: tokenizers, batches, OpenVINO."""
