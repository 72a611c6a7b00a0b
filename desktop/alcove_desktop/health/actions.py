"""What can be done with a file that could not be indexed, or with all that failed alike."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alcove.errors import Reason
from alcove.library import Failure, Library
from alcove_desktop.background.worker_pool import WorkerPool
from alcove_desktop.forms import FlowLayout, button, label
from alcove_desktop.opening.opener import Opener
from alcove_desktop.texts import reasons
from alcove_desktop.texts.core_messages import in_words


class FailureActions(QWidget):
    """Buttons for the chosen file and the chosen reason; the drawing thread's."""

    changed = Signal()
    """The index is going to be another."""

    def __init__(self, library: Library, *, workers: WorkerPool, opener: Opener) -> None:
        """Make the buttons, with nothing chosen."""
        super().__init__()
        self._library, self._workers, self._opener = library, workers, opener
        self._failure: Failure | None = None
        self._reason: str | None = None
        self._paths: list[bytes] = []  # of what is filtered
        self._said = label("", "muted")
        self._said.hide()
        self._retry = button(self.tr("Try again"))
        self._open = button(self.tr("Open"))
        self._reveal = button(self.tr("Show in folder"))
        self._exclude = button(self.tr("Exclude from now on"))
        self._retry_all = button(self.tr("Try all again"))
        self._for_a_file = (self._retry, self._open, self._reveal, self._exclude)
        self._retry.clicked.connect(self._try_again)
        self._open.clicked.connect(self._open_chosen)
        self._reveal.clicked.connect(self._reveal_chosen)
        self._exclude.clicked.connect(self._leave_out)
        self._retry_all.clicked.connect(self._try_all_again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(FlowLayout(*self._for_a_file, self._retry_all))
        column.addWidget(self._said)
        opener.failed.connect(self._say_not_opened)
        self.show_failure(None)

    def show_failure(self, failure: Failure | None) -> None:
        """Offer what can be done with this file; nothing for None."""
        self._failure = failure
        for each in self._for_a_file:
            each.setEnabled(failure is not None)

    def show_reason(self, reason: str | None, shown: Sequence[Failure], *, filtered: bool) -> None:
        """Offer to try again what failed for one reason, or everything.

        Args:
            reason: as it is stored; None for all.
            shown: the files in the list.
            filtered: whether those are only some of that reason.
        """
        self._reason = reason
        self._paths = [failure.path for failure in shown] if filtered else []
        self._retry_all.setEnabled(bool(shown))
        self._retry_all.setAccessibleDescription(reasons.reason(reason) if reason else "")

    def open(self, failure: Failure) -> None:
        """Open a file in the application that is meant for it."""
        self._opener.open(failure.path)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was said is old when somebody looks again."""
        super().hideEvent(event)
        self._said.hide()

    def _say_not_opened(self, what: str, advice: str) -> None:
        self._say(f"{what} {advice}", "danger")

    def _open_chosen(self) -> None:
        if self._failure is not None:
            self.open(self._failure)

    def _reveal_chosen(self) -> None:
        if self._failure is not None:
            self._opener.reveal(self._failure.path)

    def _try_again(self) -> None:
        if self._failure is not None:
            path = self._failure.path
            said = self.tr("The file is being read again.")
            self._do(lambda: self._library.retry(paths=[path]), said)

    def _try_all_again(self) -> None:
        said, paths = self.tr("The files are being read again."), self._paths
        reason = Reason(self._reason) if self._reason else None
        if paths:
            self._do(lambda: self._library.retry(paths=paths), said)
        else:
            self._do(lambda: self._library.retry(reason=reason), said)

    def _leave_out(self) -> None:
        if self._failure is not None:
            path = self._failure.path
            said = self.tr("A rule of its folder now excludes this file.")
            self._do(lambda: self._library.rules.exclude(path), said)

    def _do(self, deed: Callable[[], object], said: str) -> None:
        def done(_: object) -> None:
            self._say(said, "muted")
            self.changed.emit()

        def failed(error: Exception) -> None:
            self._say(in_words(error), "danger")

        self._workers.run(deed, done, owner=self, failed=failed)

    def _say(self, text: str, kind: str) -> None:
        self._said.setText(text)
        self._said.show()
        self._said.setProperty("kind", kind)
        self._said.style().polish(self._said)
