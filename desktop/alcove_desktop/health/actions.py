"""Actions on a file that could not be indexed, and on all files of one reason."""

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
    """Buttons for the selected file and the selected reason. Owned by the GUI thread."""

    changed = Signal()
    """An action succeeded; the index is about to change."""

    def __init__(self, library: Library, *, workers: WorkerPool, opener: Opener) -> None:
        """Create the buttons, with nothing selected."""
        super().__init__()
        self._library, self._workers, self._opener = library, workers, opener
        self._failure: Failure | None = None
        self._reason: str | None = None
        self._paths: list[bytes] = []  # of the listed files, when a filter is set
        self._message = label("", "muted")
        self._message.hide()
        self._retry = button(self.tr("Try again"))
        self._open = button(self.tr("Open"))
        self._reveal = button(self.tr("Show in folder"))
        self._exclude = button(self.tr("Exclude from now on"))
        self._retry_all = button(self.tr("Try all again"))
        self._file_buttons = (self._retry, self._open, self._reveal, self._exclude)
        self._retry.clicked.connect(self._try_again)
        self._open.clicked.connect(self._open_chosen)
        self._reveal.clicked.connect(self._reveal_chosen)
        self._exclude.clicked.connect(self._leave_out)
        self._retry_all.clicked.connect(self._try_all_again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(FlowLayout(*self._file_buttons, self._retry_all))
        column.addWidget(self._message)
        opener.failed.connect(self._say_not_opened)
        self.show_failure(None)

    def show_failure(self, failure: Failure | None) -> None:
        """Enable the buttons for this file; disable them for None."""
        self._failure = failure
        for each in self._file_buttons:
            each.setEnabled(failure is not None)

    def show_reason(self, reason: str | None, shown: Sequence[Failure], *, filtered: bool) -> None:
        """Offer to retry the files of one reason, or all.

        Args:
            reason: as it is stored; None for all.
            shown: the files in the list.
            filtered: whether a filter hides some files of that reason.
        """
        self._reason = reason
        self._paths = [failure.path for failure in shown] if filtered else []
        self._retry_all.setEnabled(bool(shown))
        self._retry_all.setAccessibleDescription(reasons.reason(reason) if reason else "")

    def open(self, failure: Failure) -> None:
        """Open a file in its default application."""
        self._opener.open(failure.path)

    def hideEvent(self, event: QHideEvent) -> None:
        """Drop the message: it is outdated when the window is shown again."""
        super().hideEvent(event)

        self._message.hide()

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
            message = self.tr("The file is being read again.")
            self._run(lambda: self._library.retry(paths=[path]), message)

    def _try_all_again(self) -> None:
        message, paths = self.tr("The files are being read again."), self._paths
        reason = Reason(self._reason) if self._reason else None
        if paths:
            self._run(lambda: self._library.retry(paths=paths), message)
        else:
            self._run(lambda: self._library.retry(reason=reason), message)

    def _leave_out(self) -> None:
        if self._failure is not None:
            path = self._failure.path
            message = self.tr("A rule of its folder now excludes this file.")
            self._run(lambda: self._library.rules.exclude(path), message)

    def _run(self, action: Callable[[], object], message: str) -> None:
        def done(_: object) -> None:
            self._say(message, "muted")
            self.changed.emit()

        def failed(error: Exception) -> None:
            self._say(in_words(error), "danger")

        self._workers.run(action, done, owner=self, failed=failed)

    def _say(self, text: str, kind: str) -> None:
        self._message.setText(text)
        self._message.show()
        self._message.setProperty("kind", kind)
        self._message.style().polish(self._message)
