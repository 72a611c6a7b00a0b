"""Measure the cost of a model: passages encoded per second on this machine."""

import time
from contextlib import closing

import numpy as np

from alcove.documents.passages.encoder_text import encoder_text
from alcove.encoder import load
from alcove.index import vectors
from alcove.index.opening import open_reader
from alcove.library import Library

_SAMPLE = 128  # passages, long and short ones; takes a second or two
_WARM_UP = 16


def passages_per_second(library: Library) -> float | None:
    """Return the rate over an evenly spread sample of the passages; None without a model.

    Raises:
        ModelError: the model is incomplete or altered.
    """
    with closing(open_reader(library.folder.index)) as connection:
        model = vectors.active_model(connection)
        last = vectors.last_input(connection)
        ids = np.unique(np.linspace(1, last, _SAMPLE).astype(int)).tolist()
        sample = vectors.inputs(connection, ids)
    if model is None or not sample:
        return None
    texts = [encoder_text(passage.title, passage.headings, passage.text) for passage in sample]
    encoder = load(library.folder.models / model.manifest)
    encoder.encode_passages(texts[:_WARM_UP])
    started = time.perf_counter()
    encoder.encode_passages(texts)
    return len(texts) / (time.perf_counter() - started)
