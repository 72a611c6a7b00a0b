"""Files that could not be indexed, as a list that is quick with tens of thousands of them."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from alcove.library import Failure
from alcove_desktop.texts import paths, reasons

Index = QModelIndex | QPersistentModelIndex


class FailuresModel(QAbstractListModel):
    """Those of one reason, or of all, whose path has what was typed; the drawing thread's.

    `data` gives the `Failure` itself under `FAILURE`.
    """

    FAILURE = int(Qt.ItemDataRole.UserRole)

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._all: Sequence[Failure] = ()
        self._shown: list[Failure] = []
        self._reason: str | None = None
        self._typed = ""

    @property
    def shown(self) -> Sequence[Failure]:
        """What is in the list now."""
        return self._shown

    @property
    def reason(self) -> str | None:
        """Whose files are in the list; None for all."""
        return self._reason

    def counts(self) -> list[tuple[str, int]]:
        """Reasons and how many files have each, the most frequent first."""
        return Counter(failure.reason for failure in self._all).most_common()

    def hold(self, failures: Sequence[Failure]) -> None:
        """Choose from these from now on."""
        if failures != self._all:
            self._all = failures
            self._arrange()

    def choose(self, reason: str | None) -> None:
        """Show the files of one reason, or all."""
        if reason != self._reason:
            self._reason = reason
            self._arrange()

    def filter_by(self, typed: str) -> None:
        """Show only files whose path has this in it, whatever its case."""
        self._typed = typed.strip().casefold()
        self._arrange()

    def row_of(self, path: bytes) -> int | None:
        """Where a file is in the list; None where it is not in it."""
        rows = (row for row, failure in enumerate(self._shown) if failure.path == path)
        return next(rows, None)

    def _arrange(self) -> None:
        self.beginResetModel()
        self._shown = [failure for failure in self._all if self._is_shown(failure)]
        self.endResetModel()

    def _is_shown(self, failure: Failure) -> bool:
        if self._reason is not None and failure.reason != self._reason:
            return False
        return not self._typed or self._typed in paths.shown(failure.path).casefold()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are in the list."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A file, its name, or all that is to be read of it aloud."""
        if not index.isValid():
            return None
        failure = self._shown[index.row()]
        if role == self.FAILURE:
            return failure
        if role == Qt.ItemDataRole.DisplayRole:
            return paths.name_of(failure.path)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{paths.shown(failure.path)}: {reasons.reason(failure.reason)}"
        return None
