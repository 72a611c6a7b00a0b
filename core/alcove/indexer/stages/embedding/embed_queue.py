"""Passages → vectors: a queue of what lacks one under a model, encoded a batch at a time."""

import threading
from collections import deque

from sqlite_utils import Database

from alcove.documents.passages.encoder_text import encoder_text
from alcove.encoder import Encoder
from alcove.index import vectors
from alcove.index.vectors import ModelRow

CHUNK = 128
"""Passages per transaction: enough to batch by length, and 1.5 seconds that other work waits."""


class EmbedQueue:
    """The inputs that lack a vector under one model; a view of the database, which is the queue."""

    def __init__(self, model: ModelRow) -> None:
        """Name the model; nothing is asked of the database before `refresh`."""
        self.model = model
        self._waiting: deque[int] = deque()
        self._seen = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def refresh(self, db: Database) -> None:
        """Put the inputs that came since the last call in front, the newest files' first."""
        last = vectors.last_input(db.conn)
        if last > self._seen:
            new = vectors.missing(db.conn, self.model, after=self._seen)
            self._waiting.extendleft(reversed(new))
            self._seen = last

    def refill(self, db: Database) -> None:
        """Ask for all of them again: passages of old inputs may have been added for this model."""
        self._seen = vectors.last_input(db.conn)
        self._waiting = deque(vectors.missing(db.conn, self.model))

    def encode_chunk(self, db: Database, encoder: Encoder, cancel: threading.Event) -> int:
        """Encode the first of them and store their vectors; return how many.

        Raises:
            Cancelled: the token was set; these wait as before.
        """
        ids = [self._waiting[number] for number in range(min(CHUNK, len(self._waiting)))]
        inputs = vectors.inputs(db.conn, ids)
        if inputs:
            texts = [encoder_text(i.title, i.headings, i.text) for i in inputs]
            encoded = encoder.encode_passages(texts, cancel=cancel)
            vectors.add(db, self.model.number, [i.id for i in inputs], encoded)
        for _ in ids:
            self._waiting.popleft()
        return len(inputs)
