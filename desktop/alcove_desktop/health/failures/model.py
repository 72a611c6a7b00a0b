"""List model of the files that could not be indexed; fast with tens of thousands of them."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from alcove.library import Failure
from alcove_desktop.texts import paths, reasons

Index = QModelIndex | QPersistentModelIndex


class FailuresModel(QAbstractListModel):
    """The failures of one reason, or all, filtered by path. Owned by the GUI thread.

    `data` returns the `Failure` itself for the role `FAILURE`.
    """

    FAILURE = int(Qt.ItemDataRole.UserRole)

    def __init__(self, parent: QObject | None = None) -> None:
        """Create an empty model."""
        super().__init__(parent)
        self._all: Sequence[Failure] = ()
        self._shown: list[Failure] = []
        self._reason: str | None = None
        self._typed = ""

    @property
    def shown(self) -> Sequence[Failure]:
        """The listed failures."""
        return self._shown

    @property
    def reason(self) -> str | None:
        """The reason whose files are listed; None for all."""
        return self._reason

    def counts(self) -> list[tuple[str, int]]:
        """Return each reason with its number of files, the most frequent first."""
        return Counter(failure.reason for failure in self._all).most_common()

    def hold(self, failures: Sequence[Failure]) -> None:
        """Replace all failures."""
        if failures != self._all:
            self._all = failures
            self._refilter()

    def choose(self, reason: str | None) -> None:
        """List the files of one reason; all for None."""
        if reason != self._reason:
            self._reason = reason
            self._refilter()

    def filter_by(self, typed: str) -> None:
        """List only files whose path contains this, ignoring case."""
        self._typed = typed.strip().casefold()
        self._refilter()

    def row_of(self, path: bytes) -> int | None:
        """Return the row of a file; None if it is not listed."""
        rows = (row for row, failure in enumerate(self._shown) if failure.path == path)
        return next(rows, None)

    def _refilter(self) -> None:
        self.beginResetModel()
        self._shown = [failure for failure in self._all if self._is_shown(failure)]
        self.endResetModel()

    def _is_shown(self, failure: Failure) -> bool:
        if self._reason is not None and failure.reason != self._reason:
            return False
        return not self._typed or self._typed in paths.shown(failure.path).casefold()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many files are listed."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the `Failure`, its file's name, or the text for a screen reader."""
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
