"""The list's model: the hits of the latest answer as rows, some of them opened."""

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
    """In which order hits are listed."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class ResultsModel(QAbstractListModel):
    """Owns the rows; the drawing thread's."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without an answer."""
        super().__init__(parent)
        self.answer: Answer | None = None
        self.order = SortOrder.RELEVANCE
        self._rows: list[ResultRow] = []
        self._missing: tuple[bytes, ...] = ()
        self._opened: dict[tuple[bytes, int | None], Sequence[FoundPassage]] = {}

    def show(self, answer: Answer | None) -> None:
        """Take another answer; opened hits stay open where the question is the same."""
        if answer is None or self.answer is None or answer.query != self.answer.query:
            self._opened = {}
        self.answer = answer
        self._put(self._made())

    def mark_missing(self, folders: tuple[bytes, ...]) -> None:
        """Mark the hits in folders that are not there now."""
        if folders != self._missing:
            self._missing = folders
            self._put(self._made())

    def sort_by(self, order: SortOrder) -> None:
        """List the hits in another order."""
        self.order = order
        self._put(self._made())

    def open(self, hit: Hit, passages: Sequence[FoundPassage]) -> None:
        """Show other passages of a hit below it."""
        self._opened[hit.path, hit.part] = passages
        self._put(self._made())

    def close(self, hit: Hit) -> None:
        """Show the hit's best passage alone again."""
        self._opened.pop((hit.path, hit.part), None)
        self._put(self._made())

    def row(self, number: int) -> ResultRow | None:
        """One row; None where there is no such."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, row: ResultRow) -> int:
        """Where the row that shows the same as `row` stands now; -1 where there is none."""
        return next((at for at, other in enumerate(self._rows) if other.key == row.key), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt asks about a row; `ROW` gives the row itself."""
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
        """Rows can be chosen, and dragged out as files."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The files of rows that are dragged out."""
        rows = [row for index in indexes if (row := self.row(index.row()))]
        data = QMimeData()
        data.setUrls([file_url(row.hit.path) for row in rows])
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        """A dragged file is copied or linked, never moved away."""
        return Qt.DropAction.CopyAction | Qt.DropAction.LinkAction

    def _made(self) -> list[ResultRow]:
        if self.answer is None:
            return []
        hits = list(self.answer.hits)
        if self.order is not SortOrder.RELEVANCE:
            hits.sort(key=lambda hit: hit.modified, reverse=self.order is SortOrder.NEWEST)
        return list(rows_of(hits, self._opened, missing=self._missing))

    def _put(self, rows: list[ResultRow]) -> None:
        """Replace the rows; where the same are shown, without moving what the user looks at."""
        if [row.key for row in rows] == [row.key for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()


def file_url(path: bytes) -> QUrl:
    """A path, which need not be Unicode, as the URL that other programs take."""
    return QUrl.fromEncoded(b"file://" + quote_from_bytes(path).encode())
