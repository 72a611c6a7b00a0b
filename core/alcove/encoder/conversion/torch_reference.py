"""Compute embeddings with sentence-transformers: the reference runtime, on any torch device."""

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from alcove.encoder.model_folder.description import ModelFolder
from alcove.encoder.protocol import normalised, raise_if_set
from alcove.encoder.runtime.tokenizer import well_formed
from alcove.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH = 32  # texts; the default of SentenceTransformer.encode


class TorchEncoder:
    """A model folder run by sentence-transformers. Any thread may call it; calls take turns."""

    def __init__(self, folder: ModelFolder, *, device: str | None = None) -> None:
        """Load the weights: 5 s or more, mostly imports.

        Args:
            folder: the model.
            device: a torch device, such as "cuda", "mps" or "cpu"; None for the best available.

        Raises:
            ModelError: sentence-transformers cannot load it.
        """
        self.dimension = folder.dimension
        self.max_tokens = folder.max_tokens
        self.model = load_sentence_transformer(folder, device)
        self._folder = folder
        self._threads = _threads_of_torch()
        self._turn = threading.Lock()

    def encode_passages(
        self,
        texts: Sequence[str],
        *,
        progress: Callable[[int], None] | None = None,
        cancel: threading.Event | None = None,
    ) -> NDArray[np.float32]:
        """See `Encoder.encode_passages`."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        order = sorted(range(len(texts)), key=lambda row: -len(texts[row]))
        with self._turn:
            for start in range(0, len(texts), _BATCH):
                raise_if_set(cancel)
                rows = order[start : start + _BATCH]
                vectors[rows] = self._encode(
                    [well_formed(texts[row]) for row in rows], self._folder.passage_prompt
                )
                if progress is not None:
                    progress(start + len(rows))
        return vectors

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """See `Encoder.encode_query`."""
        with self._turn:
            vectors = self._encode([well_formed(text)], self._folder.query_prompt)
        return vectors.reshape(self.dimension)

    def use_threads(self, threads: int | None) -> None:
        """See `Encoder.use_threads`; torch has one such number for the whole process."""
        import torch

        torch.set_num_threads(max(1, min(threads or self._threads, self._threads)))

    def _encode(self, texts: list[str], prompt: str) -> NDArray[np.float32]:
        vectors = self.model.encode(
            texts, prompt=prompt, batch_size=_BATCH, show_progress_bar=False, convert_to_numpy=True
        )
        return normalised(np.asarray(vectors, np.float32))


def _threads_of_torch() -> int:
    import torch

    return torch.get_num_threads()


def load_sentence_transformer(
    folder: ModelFolder, device: str | None = None
) -> "SentenceTransformer":
    """Load a model folder that `read_folder` accepted: offline, no code of its own, no pickles.

    Raises:
        ModelError: sentence-transformers cannot load it.
    """
    import torch
    from sentence_transformers import SentenceTransformer

    try:
        model = SentenceTransformer(
            str(folder.path),
            device=device,
            trust_remote_code=False,
            local_files_only=True,
            model_kwargs={"use_safetensors": True, "dtype": torch.float32},
        )
    except (OSError, ValueError, RuntimeError, KeyError, TypeError, ImportError) as error:
        raise ModelError(
            f"{folder.path} cannot be loaded: {type(error).__name__}",
            advice="Choose a model that sentence-transformers can load.",
        ) from error
    model.max_seq_length = folder.max_tokens
    return model.eval()
