"""The stage that makes the rows of files equal to the disk: looks at paths, and sweeps folders."""

from collections.abc import Iterable

from alcove.files import scan
from alcove.index import files
from alcove.index.files import ScanChanges
from alcove.indexer.context import Context
from alcove.indexer.state import Activity

WATCHED_EVERY = 3600.0
"""Seconds between two sweeps of a folder whose events arrive."""

SWEPT_EVERY = 120.0
"""The same for one that is only swept, or missing."""

_SHARE = 200  # a sweep is followed by this many times its own length: 0.5% of a core
_LOOKS = 500  # paths in one transaction
_RULE_FILES = frozenset((b".gitignore", b".ignore", b"CACHEDIR.TAG", b"pyvenv.cfg"))


class Scanning:
    """Looks where the agenda says; used by the engine's thread alone."""

    def __init__(self, context: Context) -> None:
        """Begin without a wish; `renew` takes it over."""
        self._context = context
        self._missing: set[bytes] = set()
        self._swept: set[bytes] = set()

    @property
    def missing(self) -> frozenset[bytes]:
        """The folders that were not there when they were last swept."""
        return frozenset(self._missing)

    def renew(self) -> None:
        """Take over the wish: its folders and rules, every one to be swept now."""
        context = self._context
        context.rules.renew(context.settings)
        self._missing &= set(context.rules.folders)
        context.agenda.keep(context.rules.folders)
        for folder in context.rules.folders:
            context.agenda.sweep(folder, context.clock())

    def sweep_slowly(self, swept: Iterable[bytes]) -> None:
        """Take over which folders are only swept, so that they are swept more often."""
        now = self._context.clock()
        self._swept = set(swept)
        for folder in self._swept.intersection(self._context.rules.folders):
            self._context.agenda.sweep(folder, now + SWEPT_EVERY)

    def step(self) -> bool:
        """Look at the paths that are due, or sweep a folder; whether anything was due."""
        now = self._context.clock()
        paths = self._context.agenda.due_looks(now, _LOOKS)
        if paths:
            self._look(paths)
            return True
        folder = self._context.agenda.due_sweep(now)
        if folder is None:
            return False
        self._sweep(folder)
        return True

    def _look(self, paths: list[bytes]) -> None:
        with self._context.store.db.atomic():
            for path in paths:
                top = path if path.rpartition(b"/")[2] not in _RULE_FILES else _parent(path)
                folder = self._context.rules.folder_of(top)
                if folder == top:
                    self._context.agenda.sweep(folder, self._context.clock())
                elif folder is not None and folder not in self._missing:
                    self._apply(folder, top)

    def _sweep(self, folder: bytes) -> None:
        context, started = self._context, self._context.clock()
        context.tell(Activity.SCANNING)
        found = self._apply(folder, folder)
        if found is None:
            files.note_missing(context.store.db, folder, since=context.wall())
            self._missing.add(folder)
        else:
            self._missing.discard(folder)
        took = context.clock() - started
        slow = SWEPT_EVERY if folder in self._missing | self._swept else WATCHED_EVERY
        context.agenda.sweep(folder, context.clock() + max(slow, _SHARE * took))

    def _apply(self, folder: bytes, top: bytes) -> ScanChanges | None:
        """Scan `top`, a path in `folder`, and apply what is there; None where it is not."""
        context, began = self._context, self._context.wall()
        others = context.rules.others_in(folder)
        try:
            found = scan(folder, context.rules.of(folder), skip=frozenset(others), start=top)
        except OSError:
            return None
        changes = files.apply_scan(
            context.store.db, top, found.files, keep=(*others, *found.unreadable)
        )
        if top == folder:
            files.note_folder(context.store.db, folder, scanned_at=began, excluded=found.excluded)
        self._note(changes)
        return changes

    def _note(self, changes: ScanChanges) -> None:
        self._context.count(new=changes.new, changed=changes.changed, gone=changes.gone)
        if changes.new or changes.gone:
            self._context.unfollowed = True
        if changes.gone:
            self._context.has_garbage = True


def _parent(path: bytes) -> bytes:
    return path.rpartition(b"/")[0]
