"""View of a document's text, set like a page of a book, with highlights."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QKeyEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit

from alcove.documents.formats import Format
from alcove_desktop.look import Appearance
from alcove_desktop.preview.passage_place import Span
from alcove_desktop.preview.text.part import TextPart

_SIZE = 14  # pixels at a text size of 100 %
_LONGEST_LINE = 76  # characters; books have 65 to 80
_LEAST_MARGIN = 22  # pixels at a text size of 100 %
_UPPER_THIRD = 1 / 3
_MAX_HIGHLIGHTS = 200  # more take longer than a frame
_MONOSPACE = frozenset({Format.CODE, Format.CSV, Format.IPYNB, Format.JSON, Format.TSV, Format.XML})


class TextView(QPlainTextEdit):
    """Shows one part of a text, always as plain text. Owned by the GUI thread."""

    def __init__(self, look: Appearance) -> None:
        """Create an empty view."""
        super().__init__()
        self._look = look
        self._part = TextPart.around("", 0)
        self._spans: tuple[Span, ...] = ()
        self._chosen: Span | None = None
        self._monospace = False
        self.setObjectName("previewText")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("Text of the document"))
        look.changed.connect(self._restyle)
        self._restyle()

    def show_part(self, part: TextPart, format_: str | None) -> None:
        """Show another part of a text, from its beginning and without highlights."""
        self._part, self._spans = part, ()
        self._monospace = format_ in _MONOSPACE
        self._restyle()
        self.setPlainText(part.text)

    def mark(self, spans: Sequence[Span], *, chosen: Span | None = None) -> None:
        """Highlight spans of the whole text; ignore those outside the part.

        Args:
            spans: ascending.
            chosen: the span to highlight more strongly.
        """
        self._spans, self._chosen = tuple(spans), chosen
        self._show_marks()

    def scroll_to(self, offset: int) -> None:
        """Scroll an offset of the whole text to the upper third."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._part.position(offset))
        self.setTextCursor(cursor)
        self.centerCursor()
        below = self.cursorRect().top() - round(self.viewport().height() * _UPPER_THIRD)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(below / self.fontMetrics().lineSpacing()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll and select by keys; leave other keys to the parent."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and not event.modifiers():
            self.go_on(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def go_on(self, step: int) -> None:
        """Scroll a screen down (1) or up (-1)."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + step * max(1, bar.pageStep() - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines at a comfortable length."""
        self._set_margins()  # before the text is laid out, so that a new view lays it out once
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Adapt the margins to another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._set_margins()

    def _restyle(self) -> None:
        font = self._look.font(_SIZE)
        if self._monospace:
            size = font.pixelSize()
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            font.setPixelSize(size - 1)
        self._set_font(font)
        self._show_marks()

    def _set_font(self, font: QFont) -> None:
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._set_margins()

    def _set_margins(self) -> None:
        line = self.fontMetrics().averageCharWidth() * _LONGEST_LINE
        least = self._look.px(_LEAST_MARGIN)
        bar = self.verticalScrollBar().sizeHint().width()
        side = max(least, (self.width() - bar - line) // 2)
        self.setViewportMargins(side, self._look.px(16), max(least // 2, side - bar), 0)

    def _show_marks(self) -> None:
        tokens = self._look.tokens
        usual, chosen = QTextCharFormat(), QTextCharFormat()
        usual.setBackground(QColor(tokens.marker))
        usual.setForeground(QColor(tokens.marker_ink))
        chosen.setBackground(QColor(tokens.accent))
        chosen.setForeground(QColor(tokens.accent_ink))
        here = [span for span in self._spans if self._part.holds(*span)]
        first = here.index(self._chosen) - _MAX_HIGHLIGHTS // 2 if self._chosen in here else 0
        self.setExtraSelections(
            [
                self._selection(span, chosen if span == self._chosen else usual)
                for span in here[max(0, first) :][:_MAX_HIGHLIGHTS]
            ]
        )

    def _selection(self, span: Span, style: QTextCharFormat) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._part.position(span[0]))
        cursor.setPosition(self._part.position(span[1]), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = style
        return selection
