"""Trace a sentence-transformers model into one OpenVINO network: transformer, pooling, later steps.

Imports torch: only the child process that converts models may import this.
"""

import json
import warnings
from pathlib import Path
from typing import Any

import openvino as ov
import torch
from openvino.tools.ovc import convert_model
from sentence_transformers import SentenceTransformer

from alcove.encoder.conversion.word_table import save_with_small_table
from alcove.encoder.model_folder.description import ModelFolder
from alcove.encoder.runtime.batches import INPUTS, POOLING_MASK, Padding
from alcove.errors import ModelError

# Of different lengths, so that tracing sees the padding.
_EXAMPLES = ["A short one.", "One of a few more words, so that the other has to be filled up."]


class _Network(torch.nn.Module):
    """The model's steps as one module, with tensors in and one tensor out."""

    def __init__(self, model: SentenceTransformer, names: list[str], dimension: int) -> None:
        super().__init__()
        self._model = model
        self._names = names
        self._dimension = dimension

    def forward(self, *tensors: torch.Tensor) -> torch.Tensor:
        """Compute vectors: int64 (b, t) each → float32 (b, d)."""
        inputs = dict(zip(self._names, tensors, strict=True))
        pooling_mask = inputs.pop(POOLING_MASK, None)
        first, *others = self._model.children()
        features: dict[str, Any] = first(inputs)
        if pooling_mask is not None:
            features["attention_mask"] = pooling_mask
        for module in others:
            features = module(features)
        vectors: torch.Tensor = features["sentence_embedding"]
        return vectors[:, : self._dimension]


def save_network(model: SentenceTransformer, folder: ModelFolder, file: Path) -> list[str]:
    """Write the IR, weights in fp16 or fewer bits; return the names of its inputs in order."""
    features = model.preprocess(_EXAMPLES)
    names = [name for name in INPUTS if name in features]
    if not folder.include_prompt and (folder.query_prompt or folder.passage_prompt):
        names.append(POOLING_MASK)
        features[POOLING_MASK] = features["attention_mask"]
    network = _Network(model, names, folder.dimension).eval()
    converted = _trace(network, tuple(features[name] for name in names))
    for port, name in zip(converted.inputs, names, strict=True):
        port.get_tensor().set_names({name})
        port.get_node().set_partial_shape(ov.PartialShape([-1, -1]))
    converted.validate_nodes_and_infer_types()
    halves = file.with_stem("halves")  # OpenVINO compresses nothing to fp16 once a table is int8
    ov.save_model(converted, halves, compress_to_fp16=True)
    save_with_small_table(halves, file)
    for part in (halves, halves.with_suffix(".bin")):
        part.unlink()
    return names


def _trace(network: _Network, examples: tuple[torch.Tensor, ...]) -> ov.Model:
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of torch, transformers and OpenVINO
        return convert_model(network, example_input=examples)


def save_tokenizer(model: SentenceTransformer, file: Path) -> Padding:
    """Write the fast tokenizer as `tokenizer.json`; return how it pads a batch.

    Raises:
        ModelError: the model has no fast tokenizer, or it has no padding token.
    """
    tokenizer = model.tokenizer
    backend = getattr(tokenizer, "backend_tokenizer", None)
    if backend is None or tokenizer.pad_token_id is None:
        raise ModelError(
            "the model has no fast tokenizer that can fill up a batch",
            advice="Choose a model that comes with tokenizer.json.",
        )
    content = json.loads(backend.to_str()) | {"truncation": None, "padding": None}
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return Padding(
        token_id=int(tokenizer.pad_token_id),
        type_id=int(tokenizer.pad_token_type_id),
        side=tokenizer.padding_side,
    )
