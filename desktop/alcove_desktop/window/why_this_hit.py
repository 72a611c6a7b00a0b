"""“Why this hit”: explain a hit's score in a sentence and three bars."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from alcove.search import Hit
from alcove_desktop.look import Appearance
from alcove_desktop.results.rows import ResultRow
from alcove_desktop.texts.numbers import percent

_WIDTH = 340
_FROM_EDGE = 8  # distance from the edge of the screen, pixels at a text size of 100 %
_STEPS = 1000  # of a bar


class WhyThisHit(QFrame):
    """A popup beside the hit; it closes with the next click."""

    def __init__(self, look: Appearance, row: ResultRow, parent: QWidget) -> None:
        """Explain a row."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("why")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(look.px(_WIDTH))
        self._margin = look.px(_FROM_EDGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        title = QLabel(self.tr("Why this hit"), self)
        title.setProperty("kind", "title")
        column.addWidget(title)
        column.addWidget(self._sentence(row))
        column.addLayout(self._bars(row.hit))
        self.setAccessibleName(title.text())

    def show_beside(self, place: QRect) -> None:
        """Show the popup below a rectangle of the screen, or above it if there is no room."""
        self.adjustSize()
        margin = self._margin
        room = self.screen().availableGeometry().adjusted(margin, margin, -margin, -margin)
        size = self.size()
        below, above = place.bottom() + 1, place.top() - size.height()
        has_room_below = below + size.height() <= room.bottom()
        right, bottom = room.right() + 1 - size.width(), room.bottom() + 1 - size.height()
        x, y = place.left(), below if has_room_below else above
        self.move(max(room.left(), min(x, right)), max(room.top(), min(y, bottom)))
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape and Enter."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)

    def _sentence(self, row: ResultRow) -> QLabel:
        label = QLabel(self._explanation(row), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("kind", "muted")
        label.setWordWrap(True)
        return label

    def _explanation(self, row: ResultRow) -> str:
        matched = row.hit.matched
        if row.hit.passage is None:
            return self.tr("The file's name contains the words. Its text is not in the index.")
        if matched.words is None:
            return self.tr(
                "It contains none of your words, but its meaning is close to the question."
            )
        if matched.meaning is None:
            return self.tr(
                "It contains your words. Its meaning was not compared, or is not known yet."
            )
        if row.hit.why.weight >= 0.5:
            return self.tr("Mostly because it contains your words.")
        return self.tr("Its meaning is close to the question, and it contains some of your words.")

    def _bars(self, hit: Hit) -> QGridLayout:
        why, counts = hit.why, self.tr("{part}, counts {share}")
        words = round(why.weight, 2)  # so that the two shares add up to 100 %
        rows = (
            (counts.format(part=self.tr("Meaning"), share=percent(1 - words)), why.meaning),
            (counts.format(part=self.tr("Words"), share=percent(words)), why.words),
            (self.tr("Together"), hit.score),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for at, (name, value) in enumerate(rows):
            grid.addWidget(QLabel(name, self), at, 0)
            grid.addWidget(_bar(name, value, self), at, 1, Qt.AlignmentFlag.AlignVCenter)
        return grid


def _bar(name: str, value: float, parent: QWidget) -> QProgressBar:
    bar = QProgressBar(parent)
    bar.setRange(0, _STEPS)
    bar.setValue(round(_STEPS * min(1.0, max(0.0, value))))
    bar.setTextVisible(False)
    bar.setAccessibleName(name)
    bar.setAccessibleDescription(percent(value))
    return bar
