"""The conversion itself, from a model folder to a prepared one; only the child may import it."""

import os
from pathlib import Path

import numpy as np

from alcove.encoder.folder import read_folder
from alcove.encoder.manifest import manifest_of
from alcove.encoder.prepared import NETWORK, TOKENIZER, Recipe, open_prepared, write_recipe
from alcove.encoder.protocol import Encoder
from alcove.encoder.torch_runtime import TorchEncoder
from alcove.encoder.tracing import save_network, save_tokenizer
from alcove.errors import ModelError

_MIN_COSINE = 0.999  # of f32 with weights in fp16; 0.999998 for the bundled model

_SAMPLES = [
    "",
    "The committee met on Tuesday and put the decision off until the budget is known.",
    "naïve café, 日本語の文書, emoji 🎈, and a\nline break",
    "A paragraph that is longer than any window. " * 200,
]


def convert_here(source: Path, target: Path, name: str) -> None:
    """Converts, compares what came out with the original, and brings it safely to the disk.

    Raises:
        ModelError: the model cannot be converted, or its conversion gives other vectors.
    """
    folder = read_folder(source)
    manifest = manifest_of(folder, name)
    reference = TorchEncoder(folder, device="cpu")
    padding = save_tokenizer(reference.model, target / TOKENIZER)
    inputs = save_network(reference.model, folder, target / NETWORK)
    write_recipe(target, Recipe(manifest, tuple(inputs), padding))
    _compare(reference, open_prepared(target, precision="f32"))
    for file in target.iterdir():
        _sync(file)
    _sync(target)


def _compare(reference: Encoder, converted: Encoder) -> None:
    ours = [*converted.encode_passages(_SAMPLES), converted.encode_query(_SAMPLES[1])]
    theirs = [*reference.encode_passages(_SAMPLES), reference.encode_query(_SAMPLES[1])]
    cosine = min(float(np.dot(a, b)) for a, b in zip(ours, theirs, strict=True))
    if not cosine >= _MIN_COSINE:  # also where it is not a number
        raise ModelError(
            f"the converted model is not the same: cosine similarity {cosine:.4f}",
            advice="Choose another model, or run this one with torch.",
        )


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
