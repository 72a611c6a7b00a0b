"""From one model to another without a gap: cut and encoded beside what serves, then switched."""

import threading
from dataclasses import dataclass

from sqlite_utils import Database

from alcove.index.vectors import ModelRow
from alcove.indexer.active_model import ActiveModel
from alcove.indexer.control.state import Activity
from alcove.indexer.stages.embedding.embed_queue import EmbedQueue
from alcove.indexer.stages.embedding.resplit import Resplitter


@dataclass(frozen=True, slots=True)
class StepProgress:
    """What a step did: its activity, passages encoded in it, and how far the activity is."""

    activity: Activity
    encoded: int
    done: int
    total: int


class ModelChange:
    """Brings everything to the candidate, step by step; it can stop and begin again anywhere."""

    def __init__(self, db: Database, serving: ActiveModel, candidate: ModelRow) -> None:
        """Name the model; what an earlier attempt has finished is found in the database."""
        self.candidate = candidate
        self._db = db
        self._serving = serving
        self._cutting = Resplitter(db, serving, candidate)
        self._queue: EmbedQueue | None = None
        self._encoded = 0

    def step(self, threads: int, cancel: threading.Event) -> StepProgress | None:
        """Cut some documents, or encode some passages; None when the candidate has everything.

        Raises:
            Cancelled: the token was set.
            ModelError: the candidate is incomplete or altered.
        """
        if self._cutting.step():
            self._queue = None  # passages may share inputs that are older than the queue
            return StepProgress(Activity.CUTTING, 0, *self._cutting.progress)
        if self._queue is None:
            self._queue, self._encoded = EmbedQueue(self.candidate), 0
        if not len(self._queue):
            self._queue.refill(self._db)
        if not len(self._queue):
            return None
        encoder = self._serving.encoder(self.candidate, threads)
        encoded = self._queue.encode_chunk(self._db, encoder, cancel)
        self._encoded += encoded
        total = self._encoded + len(self._queue)
        return StepProgress(Activity.CHANGING, encoded, self._encoded, total)
