"""The line below a page: its number, and buttons to turn it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from alcove_desktop.forms import label
from alcove_desktop.look import Appearance


class Pager(QWidget):
    """Shows “page 6 of 11” between two arrows. Owned by the GUI thread."""

    turned = Signal(int)
    """Turn to the next page (1) or the previous one (-1)."""

    def __init__(self, look: Appearance) -> None:
        """Create a pager without a page."""
        super().__init__()
        self._look = look
        self._label = label("", "muted", wrap=False)
        self._back = self._button(self.tr("Previous page"), -1)
        self._on = self._button(self.tr("Next page"), 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addStretch(1)
        for widget in (self._back, self._label, self._on):
            layout.addWidget(widget)
        layout.addStretch(1)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_page(self, page: int, pages: int) -> None:
        """Show the page number, from 1, and the number of pages; hide for a single page."""
        self._label.setText(self.tr("page {page} of {pages}").format(page=page, pages=pages))
        self._back.setEnabled(page > 1)
        self._on.setEnabled(page < pages)
        self.setVisible(pages > 1)

    def _button(self, name: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "plain")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.turned.emit(step))
        return button

    def _restyle(self) -> None:
        self._look.give_icon(self._back, "chevron-left")
        self._look.give_icon(self._on, "chevron-right")
