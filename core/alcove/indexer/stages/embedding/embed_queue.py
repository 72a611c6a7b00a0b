"""Queue the inputs without a vector (embedding) under a model, and encode them batch by batch."""

import threading
from collections import deque

from sqlite_utils import Database

from alcove.documents.passages.encoder_text import encoder_text
from alcove.encoder import Encoder
from alcove.index import vectors
from alcove.index.vectors import ModelRow

BATCH = 128
"""Passages per transaction: enough to group by length, and other work waits only 1.5 seconds."""


class EmbedQueue:
    """The inputs without a vector under one model: a view of the database, which is the queue."""

    def __init__(self, model: ModelRow) -> None:
        """Set the model; `refresh` reads the database."""
        self.model = model
        self._waiting: deque[int] = deque()
        self._last_input = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def refresh(self, db: Database) -> None:
        """Put inputs added since the last call at the front, those of the newest files first."""
        last = vectors.last_input(db.conn)
        if last > self._last_input:
            new = vectors.missing(db.conn, self.model, after=self._last_input)
            self._waiting.extendleft(reversed(new))
            self._last_input = last

    def refill(self, db: Database) -> None:
        """Read the whole queue again: new passages of this model may have old inputs."""
        self._last_input = vectors.last_input(db.conn)
        self._waiting = deque(vectors.missing(db.conn, self.model))

    def encode_batch(self, db: Database, encoder: Encoder, cancel: threading.Event) -> int:
        """Encode the first batch and store its vectors; return how many.

        Raises:
            Cancelled: the token was set; the batch stays in the queue.
        """
        ids = [self._waiting[number] for number in range(min(BATCH, len(self._waiting)))]
        inputs = vectors.inputs(db.conn, ids)
        if inputs:
            texts = [encoder_text(i.title, i.headings, i.text) for i in inputs]
            encoded = encoder.encode_passages(texts, cancel=cancel)
            vectors.add(db, self.model.number, [i.id for i in inputs], encoded)
        for _ in ids:
            self._waiting.popleft()
        return len(inputs)
