"""The interface of every runtime: text in, L2-normalised vectors (embeddings) out."""

import threading
from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from alcove.errors import Cancelled


class Encoder(Protocol):
    """One model, ready to run. Any thread may call it; calls of one kind take turns.

    Attributes:
        dimension: length of a vector.
        max_tokens: tokens at which a text is truncated, prompt and special tokens included.
    """

    dimension: int
    max_tokens: int

    def encode_passages(
        self,
        texts: Sequence[str],
        *,
        progress: Callable[[int], None] | None = None,
        cancel: threading.Event | None = None,
    ) -> NDArray[np.float32]:
        """Embed passages, with the model's prompt for documents before each.

        Args:
            texts: the passages; longer ones are truncated at `max_tokens`.
            progress: called in this thread with how many of `texts` are done so far; the number
                only grows, and the last one is `len(texts)`.
            cancel: checked between batches.

        Returns:
            float32 (n, d), rows of length 1 in the order of `texts`; (0, d) for none.

        Raises:
            Cancelled: `cancel` was set.
        """
        ...

    def use_threads(self, threads: int | None) -> None:
        """Encode passages on this many cores from the next call on; None for as many as at first.

        Any thread may call it, even while passages are encoded. Queries are not slowed down.
        """
        ...

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """Embed a query, with the model's prompt for queries before it: float32 (d,)."""
        ...


def normalised(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return float32 (n, d) with each row scaled to length 1; a row of zeros stays."""
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(norms, 1e-12), np.float32)


def raise_if_set(cancel: threading.Event | None) -> None:
    """Raise `Cancelled` if `cancel` is set."""
    if cancel is not None and cancel.is_set():
        raise Cancelled
