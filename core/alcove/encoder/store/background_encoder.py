"""The encoder of a search, loaded beside everything else that a search needs."""

import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from alcove.encoder.protocol import Encoder
from alcove.encoder.store.prepared import open_prepared

_TYPICAL = "a question of about as many words as people ask"


class BackgroundEncoder:
    """A model that is being loaded on a thread of its own; whoever needs it waits.

    Any thread may call it. Every method raises `ModelError` where the model is incomplete or
    altered.
    """

    def __init__(self, folder: Path, hashed: "Future[dict[str, str]] | None" = None) -> None:
        """Begin to load a prepared model.

        Args:
            folder: the model's.
            hashed: what is or will be known of its files: their SHA-256 by name.
        """
        self.folder = folder
        pool = ThreadPoolExecutor(1)
        self._loading = pool.submit(_ready_for_questions, folder, hashed)
        self.is_warm = False
        """Whether passages were encoded before, so that no compiling is to be waited for."""
        pool.shutdown(wait=False)  # ends its thread when the model is loaded

    @property
    def has_failed(self) -> bool:
        """Whether it cannot be loaded; another one might."""
        return self._loading.done() and self._loading.exception() is not None

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """See `Encoder.encode_query`."""
        return self._loading.result().encode_query(text)

    def encode_passages(
        self, texts: Sequence[str], /, *, cancel: threading.Event | None = None
    ) -> NDArray[np.float32]:
        """See `Encoder.encode_passages`."""
        vectors = self._loading.result().encode_passages(texts, cancel=cancel)
        self.is_warm = self.is_warm or bool(texts)
        return vectors

    def wait(self) -> None:
        """Wait until it is loaded, or has failed."""
        self._loading.exception()


def _ready_for_questions(model: Path, hashed: "Future[dict[str, str]] | None") -> Encoder:
    """Load a model and have it compiled, which the first question would have to wait for."""
    known = hashed.result() if hashed and not hashed.exception() else None
    encoder = open_prepared(model, hashed=known)
    encoder.encode_query(_TYPICAL)  # what OpenVINO prepares for its length serves most questions
    return encoder
