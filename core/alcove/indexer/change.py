"""From one model to another without a gap: cut and encoded beside what serves, then switched."""

import threading
from dataclasses import dataclass

from sqlite_utils import Database

from alcove.index import documents, models
from alcove.index.documents import last_document
from alcove.index.vectors import ModelRow
from alcove.indexer.encoding import EncodingQueue
from alcove.indexer.serving import Serving
from alcove.indexer.splitter import Splitter
from alcove.indexer.state import Activity

_DOCUMENTS = 50  # cut in one step


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
        self._splitter = Splitter(serving.window_of(candidate))
        self._cut_up_to = 0
        self._queue: EncodingQueue | None = None
        self._encoded = 0

    def step(self, threads: int, cancel: threading.Event) -> Step | None:
        """Cut some documents, or encode some passages; None when the candidate has everything.

        Raises:
            Cancelled: the token was set.
            ModelError: the candidate is incomplete or altered.
        """
        if self._cut_some():
            self._queue = None  # passages may share inputs that are older than the queue
            return Step(Activity.CUTTING, 0, self._cut_up_to, last_document(self._db.conn))
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

    def _cut_some(self) -> int:
        found = models.uncut(self._db.conn, self.candidate.cut, self._cut_up_to, _DOCUMENTS)
        if found:
            with self._db.atomic():
                for stored in found:
                    split = self._splitter(stored.document)
                    documents.add_passages(self._db, stored.id, split, self.candidate.cut)
                    models.note_recut(self._db, stored.id)
            self._cut_up_to = found[-1].id
        return len(found)
