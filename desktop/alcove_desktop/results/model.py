"""List model of the latest answer: its hits as rows, expanded ones with their other passages."""

from collections.abc import Sequence
from enum import StrEnum
from urllib.parse import quote_from_bytes

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QUrl,
)

from alcove.search import Answer, FoundPassage, Hit
from alcove_desktop.results import row_texts
from alcove_desktop.results.rows import ResultRow, rows_of

ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class SortOrder(StrEnum):
    """The order of the hits in the list."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class ResultsModel(QAbstractListModel):
    """Owns the rows. Owned by the GUI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Create a model without an answer."""
        super().__init__(parent)
        self.answer: Answer | None = None
        self.order = SortOrder.RELEVANCE
        self._rows: list[ResultRow] = []
        self._missing: tuple[bytes, ...] = ()
        self._expanded: dict[tuple[bytes, int | None], Sequence[FoundPassage]] = {}

    def show(self, answer: Answer | None) -> None:
        """Show another answer; hits stay expanded if the query is the same."""
        if answer is None or self.answer is None or answer.query != self.answer.query:
            self._expanded = {}
        self.answer = answer
        self._replace_rows(self._build_rows())

    def mark_missing(self, folders: tuple[bytes, ...]) -> None:
        """Mark the hits in folders that are not available."""
        if folders != self._missing:
            self._missing = folders
            self._replace_rows(self._build_rows())

    def sort_by(self, order: SortOrder) -> None:
        """Sort the hits in another order."""
        self.order = order
        self._replace_rows(self._build_rows())

    def open(self, hit: Hit, passages: Sequence[FoundPassage]) -> None:
        """Show the other passages of a hit below it."""
        self._expanded[hit.path, hit.part] = passages
        self._replace_rows(self._build_rows())

    def close(self, hit: Hit) -> None:
        """Hide the other passages of a hit."""
        self._expanded.pop((hit.path, hit.part), None)
        self._replace_rows(self._build_rows())

    def row(self, number: int) -> ResultRow | None:
        """Return the row with this index; None if there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, row: ResultRow) -> int:
        """Return the index of the row that shows the same passage as `row`; -1 if there is none."""
        return next((at for at, other in enumerate(self._rows) if other.key == row.key), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's title, its text for a screen reader, or for `ROW` the row itself."""
        row = self.row(index.row())
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row_texts.title(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return row_texts.spoken(row)
            case _:
                return row if role == ROW else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return the item flags: rows can be selected, and dragged out as files."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the URLs of the files of rows that are dragged out."""
        rows = [row for index in indexes if (row := self.row(index.row()))]
        data = QMimeData()
        data.setUrls([file_url(row.hit.path) for row in rows])
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        """Return copy and link: dragging never moves a file away."""
        return Qt.DropAction.CopyAction | Qt.DropAction.LinkAction

    def _build_rows(self) -> list[ResultRow]:
        if self.answer is None:
            return []
        hits = list(self.answer.hits)
        if self.order is not SortOrder.RELEVANCE:
            hits.sort(key=lambda hit: hit.modified, reverse=self.order is SortOrder.NEWEST)
        return list(rows_of(hits, self._expanded, missing=self._missing))

    def _replace_rows(self, rows: list[ResultRow]) -> None:
        """Replace the rows; if they show the same passages, keep the scroll position."""
        if [row.key for row in rows] == [row.key for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()


def file_url(path: bytes) -> QUrl:
    """Return the file URL of a path, which need not be valid Unicode."""
    return QUrl.fromEncoded(b"file://" + quote_from_bytes(path).encode())
