"""The upper part of the preview: title, facts and buttons."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from alcove.documents.formats import Format
from alcove_desktop.forms import FlowLayout, button, label
from alcove_desktop.texts.counts import CountTexts
from alcove_desktop.texts.dates import full_day
from alcove_desktop.texts.kinds import kind
from alcove_desktop.texts.numbers import size

_LONGEST_TITLE = 160  # characters
_SLIDES = frozenset({Format.ODP, Format.PPT, Format.PPTX})
_SHEETS = frozenset({Format.ODS, Format.XLS, Format.XLSX})


class PreviewHeader(QWidget):
    """Title, facts and buttons. Owned by the GUI thread."""

    asked = Signal(str)
    """"open", "show_in_folder", "find_similar" or "why"."""

    def __init__(self) -> None:
        """Create a header without a document."""
        super().__init__()
        self.setObjectName("previewHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._facts = label("", "previewTitle"), label("", "muted")
        for line in (self._title, self._facts):
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._open = self._button("open", self.tr("Open"), "primary")
        self._similar = self._button("find_similar", self.tr("Find similar"))
        self._buttons = FlowLayout(
            self._open,
            self._button("show_in_folder", self.tr("Show in folder")),
            self._similar,
            self._button("why", self.tr("Why this hit")),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 16, 22, 12)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self._facts)
        layout.addSpacing(4)
        layout.addWidget(self._buttons)

    def show_document(self, title: str, facts: str, *, similar: bool) -> None:
        """Show a document's title and facts.

        Args:
            title: of the document, or its file's name.
            facts: see `facts_line`.
            similar: whether similar documents can be searched for.
        """
        shown = title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…"
        self._title.setText(shown)
        self._facts.setText(facts)
        self._similar.setEnabled(similar)

    def show_page(self, page: int | None) -> None:
        """Show at which page "Open" opens the document; None if it has no pages."""
        if page is None:
            self._open.setText(self.tr("Open"))
        else:
            self._open.setText(self.tr("Open at page {page}").format(page=page))
        size = self._buttons.size()
        self._buttons.resizeEvent(QResizeEvent(size, size))  # the button's width changed

    def _button(self, action: str, text: str, kind: str = "") -> QPushButton:
        created = button(text, kind)
        created.clicked.connect(lambda: self.asked.emit(action))
        return created


def facts_line(
    format_: str | None, pages: int | None, bytes_: int | None, modified: datetime
) -> str:
    """Return the facts below a title, such as “PDF · 11 pages · 412 kB · changed 12 March 2024”.

    Args:
        format_: the format it was read as; None if it was not read.
        pages: number of pages, slides or sheets; None if unknown.
        bytes_: size of the file; None if unknown.
        modified: when the file was last changed.
    """
    translate = QCoreApplication.translate
    facts = [kind(format_)]
    if pages:
        facts.append(_pages(format_, pages))
    if bytes_ is not None:
        facts.append(size(bytes_))
    facts.append(translate("Preview", "changed {day}").format(day=full_day(modified)))
    return " · ".join(facts)


def _pages(format_: str | None, count: int) -> str:
    if format_ in _SLIDES:
        return CountTexts().slides(count)
    return CountTexts().sheets(count) if format_ in _SHEETS else CountTexts().pages(count)
