"""Stage: read the files that wait; keep the reader pool busy, and store the outcomes."""

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
_STRAGGLER = 1.0  # seconds without an outcome after which other work runs beside the reading
_TRIES = 5
_AGAIN = 1.0  # seconds until a file that changed is read again (backoff): doubled with each try
_FORGOTTEN = 60.0  # seconds after which the tries of such a file are dropped


class ReadStage:
    """Reads the files that wait, the newest first."""

    def __init__(
        self,
        context: StageContext,
        active_model: ActiveModel,
        open_pool: OpenPool = ProcessReaderPool,
    ) -> None:
        """Queue pictures that an earlier run could not read, if Tesseract is installed now."""
        self._context = context
        self._active_model = active_model
        self._open_pool = open_pool
        self._pool: ReaderPool | None = None
        self._split_id = 0
        self._opened_for: ModelRow | None = None
        self._done = 0
        self._last_outcome = 0.0
        self._retries: dict[bytes, tuple[int, float]] = {}  # path -> tries, time of the last try
        if ocr_languages():
            retry(context.store.db, reason=Reason.NEEDS_OCR)

    @property
    def is_busy(self) -> bool:
        """Whether outcomes keep coming, so that other work should wait."""
        recent = self._context.clock() - self._last_outcome < _STRAGGLER
        return recent and bool(self._pool and self._pool.in_flight)

    @property
    def is_resting(self) -> bool:
        """Whether nothing is being read, so that no split is in use."""
        return self._pool is None

    @property
    def is_settled(self) -> bool:
        """Whether no file is being read or has to be read again."""
        now, schedule = self._context.clock(), self._context.schedule
        self._retries = {
            p: (n, at) for p, (n, at) in self._retries.items() if now - at < _FORGOTTEN
        }
        return not (self._pool and self._pool.in_flight) and not any(
            map(schedule.has, self._retries)
        )

    def step(self) -> bool:
        """Store what was read and submit more; return whether there was anything to do."""
        if self._pool and self._opened_for not in (None, self._active_model.active):
            self.close()  # another model serves: files in the pool would be split for the old one
        outcomes = self._pool.collect() if self._pool else []
        for outcome in outcomes:
            self._store(outcome)
        submitted = self._submit()
        if outcomes:
            self._post_progress(len(outcomes))
        if not outcomes and not submitted and self._pool and not self._pool.in_flight:
            self.close()
        return bool(outcomes) or submitted > 0

    def close(self) -> None:
        """Kill the readers; their files wait as before, and a later `step` starts a new pool."""
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
        window = self._active_model.window()
        self._opened_for = self._active_model.active
        self._split_id = split_number(self._context.store.db, window.key)
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
        tries = self._retries.pop(path, (0, 0.0))[0]
        if outcome.gone:
            self._look_again(outcome.file, 0.0)
        elif outcome.changed_while_read and tries < _TRIES:
            self._retries[path] = tries + 1, context.clock()
            self._look_again(outcome.file, _AGAIN * 2**tries)
        else:
            store(context.store.db, outcome, self._split_id)
            context.has_garbage = context.unfollowed = True
            if not outcome.is_settled:
                context.schedule.look(path, context.clock() + SETTLE)

    def _look_again(self, file: PendingFile, wait: float) -> None:
        """Let a scan decide later, as it sees whether the path and its folder still exist."""
        files.postpone(self._context.store.db, file.id)
        self._context.schedule.look(file.path, self._context.clock() + wait)

    def _post_progress(self, finished: int) -> None:
        self._done += finished
        waiting = files.count_pending(self._context.store.db.conn)
        self._context.tell(Activity.READING, self._done, self._done + waiting)
        self._context.shared_state.post(waiting=waiting)
        self._context.count(read=finished)
