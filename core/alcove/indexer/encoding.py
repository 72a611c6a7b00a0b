"""Passages → vectors: encodes what lacks a vector under the model, and can stop at any moment."""

import threading
from collections.abc import Callable, Sequence
from functools import partial

from sqlite_utils import Database

from alcove.documents import encoder_text
from alcove.encoder import Encoder
from alcove.index import vectors
from alcove.indexer.progress import stop_if

_CHUNK = 256
"""Passages per transaction: enough to batch by length, and three seconds of work to lose."""


def encode_missing(
    db: Database,
    encoder: Encoder,
    model: int,
    waiting: Sequence[int],
    *,
    done: Callable[[int], None],
    cancel: threading.Event,
) -> None:
    """Encode the inputs `waiting` and store their vectors under the model's number `model`.

    Args:
        db: the writer's connection.
        encoder: loaded, of the model that `model` stands for.
        model: number of the model in the index.
        waiting: ids of inputs, the most wanted first.
        done: called with the number of inputs done so far.
        cancel: stops between two batches; what was stored stays.

    Raises:
        Cancelled: the token was set.
    """
    for start in range(0, len(waiting), _CHUNK):
        stop_if(cancel)
        ids = waiting[start : start + _CHUNK]
        inputs = vectors.inputs(db.conn, ids)
        texts = [encoder_text(i.title, i.headings, i.text) for i in inputs]
        encoded = encoder.encode_passages(
            texts, progress=partial(_shifted, done, start), cancel=cancel
        )
        vectors.add(db, model, [i.id for i in inputs], encoded)
        done(start + len(ids))


def _shifted(done: Callable[[int], None], start: int, number: int) -> None:
    done(start + number)
