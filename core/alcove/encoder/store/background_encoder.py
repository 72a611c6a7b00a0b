"""Load the encoder of a search on a background thread, beside everything else that it needs."""

import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from alcove.encoder.protocol import Encoder
from alcove.encoder.store.prepared import open_prepared

_TYPICAL_QUERY = "a question of about as many words as people ask"


class BackgroundEncoder:
    """A model that loads on its own thread; a call that needs it waits.

    Any thread may call it. `encode_query` and `encode_passages` raise `ModelError` if the model
    is incomplete or altered.
    """

    def __init__(self, folder: Path, hashed: "Future[dict[str, str]] | None" = None) -> None:
        """Start loading a prepared model.

        Args:
            folder: the model's folder.
            hashed: its files' SHA-256 by name, once computed; None to compute them here.
        """
        self.folder = folder
        pool = ThreadPoolExecutor(1)
        self._loading = pool.submit(_load_and_compile, folder, hashed)
        self.is_warm = False
        """Whether passages were encoded before, so that the next ones wait for no compilation."""
        pool.shutdown(wait=False)  # its thread ends when the model is loaded

    @property
    def has_failed(self) -> bool:
        """Whether loading has failed; another model might load."""
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
        """Wait until the model is loaded, or loading has failed."""
        self._loading.exception()


def _load_and_compile(model: Path, hashed: "Future[dict[str, str]] | None") -> Encoder:
    """Load a model and compile it for queries, so that the first query need not wait for that."""
    hashes = hashed.result() if hashed and not hashed.exception() else None
    encoder = open_prepared(model, hashed=hashes)
    encoder.encode_query(_TYPICAL_QUERY)  # OpenVINO prepares for its length, which most share
    return encoder
