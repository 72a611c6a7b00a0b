"""Stage: keep the rows of files equal to the disk, by looks at paths and sweeps (polling)."""

from collections.abc import Iterable, Mapping

from alcove.index import files
from alcove.index.retry import retry
from alcove.indexer.context import StageContext
from alcove.indexer.control.requests import RetryRequest
from alcove.indexer.control.state import Activity
from alcove.indexer.stages.scanning.reconcile import needs_look, reconcile
from alcove.paths import name_of, parent_of

WATCHED_EVERY = 3600.0
"""Seconds between two sweeps of a watched folder, whose events arrive."""

SWEPT_EVERY = 120.0
"""The same for a folder that is only swept, or missing."""

_SHARE = 200  # rest after a sweep, in multiples of its own length: 0.5% of a core
_LOOKS = 500  # paths in one transaction
_RULE_FILES = frozenset((b".gitignore", b".ignore", b"CACHEDIR.TAG", b"pyvenv.cfg"))


class ScanStage:
    """Looks at what is due in the schedule; used by the engine's thread alone."""

    def __init__(self, context: StageContext) -> None:
        """Start without folders; `renew` takes over the settings."""
        self._context = context
        self._missing: set[bytes] = set()
        self._swept: set[bytes] = set()

    @property
    def missing(self) -> frozenset[bytes]:
        """The folders that were missing when they were last swept."""
        return frozenset(self._missing)

    def renew(self) -> None:
        """Take over folders and rules of the settings, and sweep all folders now."""
        context = self._context
        context.rules.renew(context.settings)
        self._missing &= set(context.rules.folders)
        context.schedule.keep((*context.rules.folders, *self._swept))
        for folder in context.rules.folders:
            context.schedule.sweep(folder, context.clock())

    def retry(self, wanted: RetryRequest) -> None:
        """Queue files without text again, and schedule a scan of them, which is due first."""
        context, now = self._context, self._context.clock()
        retry(context.store.db, paths=wanted.paths, reason=wanted.reason)
        for path in wanted.paths:
            context.schedule.look(path, now)
        for folder in () if wanted.paths else context.rules.folders:
            context.schedule.sweep(folder, now)

    def sweep_slowly(self, swept: Iterable[bytes]) -> None:
        """Set the folders, or mounts in them, that have no watch: they are swept more often."""
        now = self._context.clock()
        self._swept = set(swept)
        for top in self._swept:
            self._context.schedule.sweep(top, now + SWEPT_EVERY)

    def step(self) -> bool:
        """Look at the paths that are due, or sweep a folder; return whether anything was due."""
        now = self._context.clock()
        paths = self._context.schedule.due_looks(now, _LOOKS)
        if paths:
            self._look(paths)
            return True
        top = self._context.schedule.due_sweep(now)
        if top is None:
            return False
        self._sweep(top)
        return True

    def _look(self, paths: Mapping[bytes, bool]) -> None:
        with self._context.store.db.atomic():
            for path, recursive in paths.items():
                ruled = ruled_by(path)
                if ruled is not None:
                    self._look_at(ruled)
                elif recursive or needs_look(self._context.store.db.conn, path):
                    self._look_at(path)

    def _look_at(self, top: bytes) -> None:
        folder = self._context.rules.folder_of(top)
        if folder == top:
            self._context.schedule.sweep(folder, self._context.clock())
        elif folder is not None and folder not in self._missing:
            reconcile(self._context, folder, top)

    def _sweep(self, top: bytes) -> None:
        context, started = self._context, self._context.clock()
        folder = context.rules.folder_of(top)
        if folder is None:
            return
        context.tell(Activity.SCANNING)
        is_there = reconcile(context, folder, top) is not None
        if is_there:
            self._missing.discard(folder)
            files.requeue_refused(context.store.db, top)
        elif top == folder:
            files.note_missing(context.store.db, folder, since=context.wall())
            self._missing.add(folder)
        took = context.clock() - started
        slow = SWEPT_EVERY if top in self._missing | self._swept else WATCHED_EVERY
        context.schedule.sweep(top, context.clock() + max(slow, _SHARE * took))


def ruled_by(path: bytes) -> bytes | None:
    """Return the folder whose rules the file at `path` sets, if it exists; None for other files."""
    return parent_of(path) if name_of(path) in _RULE_FILES else None
