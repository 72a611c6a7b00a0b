"""From one model to another without a gap: cut and encoded beside what serves, then switched."""

import threading
from dataclasses import dataclass

from sqlite_utils import Database

from alcove.index.vectors import ModelRow
from alcove.indexer.active_model import Serving
from alcove.indexer.control.state import Activity
from alcove.indexer.stages.embedding.embedding_queue import EncodingQueue
from alcove.indexer.stages.embedding.resplitting import Cutting


@dataclass(frozen=True, slots=True)
class Step:
    """What a step did: its activity, passages encoded in it, and how far the activity is."""

    activity: Activity
    encoded: int
    done: int
    total: int


class ModelChange:
    """Brings everything to the candidate, step by step; it can stop and begin again anywhere."""

    def __init__(self, db: Database, serving: Serving, candidate: ModelRow) -> None:
        """Name the model; what an earlier attempt has finished is found in the database."""
        self.candidate = candidate
        self._db = db
        self._serving = serving
        self._cutting = Cutting(db, serving, candidate)
        self._queue: EncodingQueue | None = None
        self._encoded = 0

    def step(self, threads: int, cancel: threading.Event) -> Step | None:
        """Cut some documents, or encode some passages; None when the candidate has everything.

        Raises:
            Cancelled: the token was set.
            ModelError: the candidate is incomplete or altered.
        """
        if self._cutting.step():
            self._queue = None  # passages may share inputs that are older than the queue
            return Step(Activity.CUTTING, 0, *self._cutting.progress)
        if self._queue is None:
            self._queue, self._encoded = EncodingQueue(self.candidate), 0
        if not len(self._queue):
            self._queue.refill(self._db)
        if not len(self._queue):
            return None
        encoder = self._serving.encoder(self.candidate, threads)
        encoded = self._queue.encode_chunk(self._db, encoder, cancel)
        self._encoded += encoded
        total = self._encoded + len(self._queue)
        return Step(Activity.CHANGING, encoded, self._encoded, total)
