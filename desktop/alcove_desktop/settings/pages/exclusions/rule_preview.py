"""Preview what one rule excludes while it is typed, debounced."""

import threading

from PySide6.QtCore import QObject, QTimer, Signal

from alcove.files.rules.patterns import encoded, parse
from alcove.library.ignoring.hidden_files import HiddenFiles
from alcove_desktop.background.worker_pool import WorkerTask
from alcove_desktop.settings.page_context import PageContext
from alcove_desktop.texts import numbers, paths

_DEBOUNCE = 300  # milliseconds without typing until a line is tried
_EXAMPLES = 3


class RulePreview(QObject):
    """Tries one line at a time, the latest. Owned by the GUI thread."""

    told = Signal(str)
    """A sentence on what the line excludes; empty for nothing to report."""

    def __init__(self, context: PageContext, folder: bytes | None, owner: QObject) -> None:
        """`folder` is the folder whose rules these are; None for the rules of all folders."""
        super().__init__(owner)
        self._context, self._folder = context, folder
        self._line, self._is_kept = "", False
        self._task: WorkerTask | None = None
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(_DEBOUNCE)
        self._debounce.timeout.connect(self._begin)

    def try_soon(self, line: str, *, is_kept: bool) -> None:
        """Report what a line excludes, unless another line follows within the debounce time.

        Args:
            line: in gitignore syntax.
            is_kept: whether it is already in force.
        """
        self._line, self._is_kept = line, is_kept
        self._debounce.start()

    def _begin(self) -> None:
        if self._task is not None:
            self._task.cancel()
        patterns, _ = parse(encoded(self._line))
        self.told.emit("")
        if not patterns or patterns[0].keeps:
            return
        cancel, line = threading.Event(), self._line
        library, folder, workers = self._context.library, self._folder, self._context.workers
        if self._is_kept:
            self._task = workers.run(
                lambda: library.rules.hidden_now(folder=folder, cancel=cancel).get(line, 0),
                self._tell_kept,
                owner=self,
                cancel=cancel,
            )
        else:
            self._task = workers.run(
                lambda: (
                    library.rules.would_hide(line, folder=folder, cancel=cancel),
                    library.overview().counts.files,
                ),
                self._tell_new,
                owner=self,
                cancel=cancel,
            )

    def _tell_kept(self, count: int) -> None:
        nothing = self.tr("This line excludes nothing at the moment.")
        self.told.emit(
            self.tr("This line excludes %Ln file(s) or folder(s) at the moment.", "", count)
            if count
            else nothing
        )

    def _tell_new(self, counts: tuple[HiddenFiles, int]) -> None:
        hidden, total = counts
        if hidden.files == 0:
            self.told.emit(
                self.tr("This line would exclude none of the files that can be found now.")
            )
            return
        examples = ", ".join(paths.name_of(path) for path in hidden.examples[:_EXAMPLES])
        template = self.tr("This line would exclude {hidden} of {total} files, such as {examples}.")
        self.told.emit(
            template.format(
                hidden=numbers.number(hidden.files), total=numbers.number(total), examples=examples
            )
        )
