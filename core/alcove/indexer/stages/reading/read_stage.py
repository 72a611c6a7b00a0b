"""The stage that reads what waits: keeps the pool busy, stores what comes of it."""

from alcove.documents.readers.ocr import ocr_languages
from alcove.errors import Reason
from alcove.index import files
from alcove.index.files import PendingFile
from alcove.index.models import split_number
from alcove.index.retry import retry
from alcove.index.vectors import ModelRow
from alcove.indexer.active_model import ActiveModel
from alcove.indexer.context import StageContext
from alcove.indexer.control.state import Activity
from alcove.indexer.stages.reading.file_reader import SETTLE, ReadRecipe
from alcove.indexer.stages.reading.outcome import ReadOutcome, store
from alcove.indexer.stages.reading.reader_pool import OpenPool, ProcessReaderPool, ReaderPool
from alcove.indexer.stages.reading.splitter import Splitter

_WORKERS = 2
_STRAGGLER = 1.0  # seconds without an outcome after which other work goes on beside the reading
_TRIES = 5
_AGAIN = 1.0  # seconds until a file that changed is read again, doubled with each try
_FORGOTTEN = 60.0  # seconds after which such a file has gone


class ReadStage:
    """Reads the files that wait, the newest first."""

    def __init__(
        self, context: StageContext, serving: ActiveModel, open_pool: OpenPool = ProcessReaderPool
    ) -> None:
        """Begin with what an earlier run could not do: pictures, before Tesseract was there."""
        self._context = context
        self._serving = serving
        self._open_pool = open_pool
        self._pool: ReaderPool | None = None
        self._cut = 0
        self._opened_for: ModelRow | None = None
        self._done = 0
        self._last_outcome = 0.0
        self._again: dict[bytes, tuple[int, float]] = {}  # path -> tries, time of the last
        if ocr_languages():
            retry(context.store.db, reason=Reason.NEEDS_OCR)

    @property
    def is_busy(self) -> bool:
        """Whether outcomes keep coming, so that nothing else should take the time."""
        recent = self._context.clock() - self._last_outcome < _STRAGGLER
        return recent and bool(self._pool and self._pool.in_flight)

    @property
    def is_resting(self) -> bool:
        """Whether nothing is being read, so that no way of cutting is in use."""
        return self._pool is None

    @property
    def is_settled(self) -> bool:
        """Whether nothing waits, is being read, or has to be read again."""
        now, schedule = self._context.clock(), self._context.schedule
        self._again = {p: (n, at) for p, (n, at) in self._again.items() if now - at < _FORGOTTEN}
        return not (self._pool and self._pool.in_flight) and not any(map(schedule.has, self._again))

    def step(self) -> bool:
        """Store what was read and submit more; return whether there was anything to do."""
        if self._pool and self._opened_for not in (None, self._serving.active):
            self.close()  # another model serves: what is being read would be cut for the old one
        outcomes = self._pool.collect() if self._pool else []
        for outcome in outcomes:
            self._store(outcome)
        submitted = self._submit()
        if outcomes:
            self._tell(len(outcomes))
        if not outcomes and not submitted and self._pool and not self._pool.in_flight:
            self.close()
        return bool(outcomes) or submitted > 0

    def close(self) -> None:
        """Kill what is being read: it waits as before, and a later `step` begins afresh."""
        if self._pool:
            self._pool.close()
        self._pool = None
        self._done = 0

    def _submit(self) -> int:
        db = self._context.store.db
        in_flight = self._pool.in_flight if self._pool else ()
        room = self._pool.room if self._pool else 1
        waiting = files.pending(db.conn, room, besides=in_flight) if room else []
        if waiting and self._pool is None:
            self._pool = self._open()
            self._last_outcome = self._context.clock()
        for file in waiting:
            assert self._pool is not None
            self._pool.submit(file)
        return len(waiting)

    def _open(self) -> ReaderPool:
        window = self._serving.window()
        self._opened_for = self._serving.active
        self._cut = split_number(self._context.store.db, window.key)
        wanted = self._context.settings
        recipe = ReadRecipe(
            Splitter(window), ocr_languages(), dict(wanted.size_limits), wanted.without_types
        )
        index, wake = self._context.library.index, self._context.requests.ring
        return self._open_pool(index, recipe, _WORKERS, wake)

    def _store(self, outcome: ReadOutcome) -> None:
        context, path = self._context, outcome.file.path
        self._last_outcome = context.clock()
        if outcome.error:
            context.shared_state.post(failed=context.shared_state.state.failed + 1)
        tries = self._again.pop(path, (0, 0.0))[0]
        if outcome.gone:
            self._look_again(outcome.file, 0.0)
        elif outcome.changed_while_read and tries < _TRIES:
            self._again[path] = tries + 1, context.clock()
            self._look_again(outcome.file, _AGAIN * 2**tries)
        else:
            store(context.store.db, outcome, self._cut)
            context.has_garbage = context.unfollowed = True
            if not outcome.is_settled:
                context.schedule.look(path, context.clock() + SETTLE)

    def _look_again(self, file: PendingFile, wait: float) -> None:
        """Leave it to a scan, which knows what became of the path and of its folder."""
        files.postpone(self._context.store.db, file.id)
        self._context.schedule.look(file.path, self._context.clock() + wait)

    def _tell(self, finished: int) -> None:
        self._done += finished
        waiting = files.count_pending(self._context.store.db.conn)
        self._context.tell(Activity.READING, self._done, self._done + waiting)
        self._context.shared_state.post(waiting=waiting)
        self._context.count(read=finished)
