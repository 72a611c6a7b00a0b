"""Compute embeddings on the processor with OpenVINO, without torch: the fast runtime."""

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from alcove.encoder.manifest import Manifest
from alcove.encoder.protocol import normalised, raise_if_set
from alcove.encoder.runtime.batches import Batch, Batcher
from alcove.encoder.runtime.openvino_bindings import ov
from alcove.encoder.runtime.openvino_compile import (
    Precision,
    cores,
    passage_requests,
    query_request,
)

# Measured on two Zen 4 cores with passages of 170 tokens: 768 to 3,072 tokens a batch are within 5%
# of each other, this is the best; a stream for each core beats two cores on one batch by 5%.
_TOKENS_A_BATCH = 1536
# Up to this many texts, smaller batches keep every core busy and need little padding.
_FEW, _TOKENS_OF_FEW = 64, 384
# Tokens. OpenVINO prepares for each new shape (20 to 40 ms, on a slow machine), so shapes are few.
# Below 8 tokens it lays out all the weights once more, which takes 150 ms.
_WIDTH_STEP = 8
_SORTED_TOGETHER = 1024  # texts


class OpenVinoEncoder:
    """A model compiled for this processor: for passages and for queries, each on first use.

    Any thread may call it; calls of one kind take turns.
    """

    def __init__(
        self,
        network: Path,
        batcher: Batcher,
        manifest: Manifest,
        *,
        fingerprint: str,
        precision: Precision = "auto",
        threads: int | None = None,
    ) -> None:
        """Prepare the encoder; compile nothing yet.

        Args:
            network: the OpenVINO IR's `.xml`, with its `.bin` beside it.
            batcher: makes the network's inputs.
            manifest: the model's manifest.
            fingerprint: of the network and its weights.
            precision: of passages; queries are always in f32.
            threads: how many cores passages may use; None for all that this process may use.
        """
        self.dimension = manifest.dimension
        self.max_tokens = manifest.max_tokens
        self._manifest = manifest
        self._network = network
        self._fingerprint = fingerprint
        self._batcher = batcher
        self._precision = precision
        self._threads = threads or cores()
        self._used_threads = self._threads
        self._passages_turn = threading.Lock()
        self._query_turn = threading.Lock()

    def encode_passages(
        self,
        texts: Sequence[str],
        *,
        progress: Callable[[int], None] | None = None,
        cancel: threading.Event | None = None,
    ) -> NDArray[np.float32]:
        """See `Encoder.encode_passages`."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        done = 0
        with self._passages_turn:
            for rows, raw in self._encoded(texts, cancel):
                vectors[rows] = raw
                done += len(rows)
                if progress is not None:
                    progress(done)
        return normalised(vectors)

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """See `Encoder.encode_query`."""
        prompt = self._manifest.query_prompt
        (batch,) = self._batcher.batches(
            [text], prompt, tokens=_TOKENS_A_BATCH, multiple=_WIDTH_STEP
        )
        with self._query_turn:
            self._query_request.infer(batch.inputs)
            vectors = normalised(self._query_request.get_output_tensor(0).data)
        return vectors.reshape(self.dimension)

    def use_threads(self, threads: int | None) -> None:
        """See `Encoder.use_threads`."""
        self._used_threads = min(max(1, threads or self._threads), self._threads)

    @cached_property
    def _query_request(self) -> ov.InferRequest:
        return query_request(self._network, self._fingerprint)

    @cached_property
    def _passage_requests(self) -> list[ov.InferRequest]:
        return passage_requests(self._network, self._precision, self._threads)

    def _encoded(
        self, texts: Sequence[str], cancel: threading.Event | None
    ) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
        """Yield rows and their vectors; each stream has one batch in work and one waiting.

        A stream uses one core, so with fewer cores fewer batches run at once, and none waits.
        """
        at_once = 2 * self._threads if self._used_threads == self._threads else self._used_threads
        idle = deque(self._passage_requests[:at_once] if texts else ())
        busy: deque[tuple[ov.InferRequest, Batch]] = deque()
        try:
            for batch in self._batches(texts):
                if not idle:
                    yield _collect(busy, idle)
                raise_if_set(cancel)
                request = idle.popleft()
                request.start_async(batch.inputs, share_inputs=True)  # `busy` keeps them alive
                busy.append((request, batch))
            while busy:
                raise_if_set(cancel)
                yield _collect(busy, idle)
        finally:
            for request, _ in busy:
                request.wait()

    def _batches(self, texts: Sequence[str]) -> Iterator[Batch]:
        """Yield batches; tokenize one part of the texts while the network runs the part before."""
        tokens = _TOKENS_OF_FEW if len(texts) <= _FEW else _TOKENS_A_BATCH
        for start in range(0, len(texts), _SORTED_TOGETHER):
            part = texts[start : start + _SORTED_TOGETHER]
            for batch in self._batcher.batches(
                part, self._manifest.passage_prompt, tokens=tokens, multiple=_WIDTH_STEP
            ):
                yield Batch(batch.rows + start, batch.inputs)


def _collect(
    busy: deque[tuple[ov.InferRequest, Batch]], idle: deque[ov.InferRequest]
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Wait for the oldest batch, return its rows and vectors, and mark its request as idle."""
    request, batch = busy[0]
    request.wait()
    vectors = np.array(request.get_output_tensor(0).data, np.float32)
    busy.popleft()
    idle.append(request)
    return batch.rows, vectors
