"""What every runtime offers: text in, L2-normalised vectors out."""

import threading
from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from alcove.errors import Cancelled


class Encoder(Protocol):
    """One model, ready to run; any thread may call it, and calls of one kind take turns.

    Attributes:
        dimension: length of a vector.
        max_tokens: where a text is cut, prompt and special tokens included.
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
        """Embeds passages, with the model's prompt for documents before each.

        Args:
            texts: the passages; longer ones are cut at `max_tokens`.
            progress: called in this thread with how many of `texts` are done so far: it only
                grows, and the last call says `len(texts)`.
            cancel: looked at between batches.

        Returns:
            float32 (n, d), rows of length 1 in the order of `texts`; (0, d) for none.

        Raises:
            Cancelled: `cancel` was set.
        """
        ...

    def use_threads(self, threads: int | None) -> None:
        """Encodes passages on this many cores from the next call on; as when loaded for None.

        Any thread may call it, also while passages are encoded. Questions are not slowed down.
        """
        ...

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """Embeds a question, with the model's prompt for queries before it: float32 (d,)."""
        ...


def normalised(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """The rows of float32 (n, d) brought to length 1; a row of zeros stays."""
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(norms, 1e-12), np.float32)


def raise_if_set(cancel: threading.Event | None) -> None:
    """Raises `Cancelled` where somebody asked for it."""
    if cancel is not None and cancel.is_set():
        raise Cancelled
