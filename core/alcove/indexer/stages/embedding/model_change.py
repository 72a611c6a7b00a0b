"""Change the model without a gap: split and encode for the candidate beside the serving one."""

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
    """Result of a step: its activity, the passages it encoded, and the activity's progress."""

    activity: Activity
    encoded: int
    done: int
    total: int


class ModelChange:
    """Splits and encodes everything for the candidate, step by step; resumes after any."""

    def __init__(self, db: Database, active_model: ActiveModel, candidate: ModelRow) -> None:
        """Set the candidate; the database has what an earlier attempt finished."""
        self.candidate = candidate
        self._db = db
        self._active_model = active_model
        self._resplitter = Resplitter(db, active_model, candidate)
        self._queue: EmbedQueue | None = None
        self._encoded = 0

    def step(self, threads: int, cancel: threading.Event) -> StepProgress | None:
        """Split some documents, or encode a batch; return None once the candidate has everything.

        Raises:
            Cancelled: the token was set.
            ModelError: the candidate is incomplete or altered.
        """
        if self._resplitter.step():
            self._queue = None  # passages may share inputs that are older than the queue
            return StepProgress(Activity.SPLITTING, 0, *self._resplitter.progress)
        if self._queue is None:
            self._queue, self._encoded = EmbedQueue(self.candidate), 0
        if not len(self._queue):
            self._queue.refill(self._db)
        if not len(self._queue):
            return None
        encoder = self._active_model.encoder(self.candidate, threads)
        encoded = self._queue.encode_batch(self._db, encoder, cancel)
        self._encoded += encoded
        total = self._encoded + len(self._queue)
        return StepProgress(Activity.CHANGING, encoded, self._encoded, total)
