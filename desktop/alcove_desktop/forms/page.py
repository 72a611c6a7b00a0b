"""A scrolling form page: a title, sections, and rows between lines."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from alcove_desktop.forms.labels import label
from alcove_desktop.look import Appearance

_WIDEST = 680  # design pixels: longer lines are hard to read
_EDGE = 28  # design pixels


class FormPage(QScrollArea):
    """A form page, which refreshes its content each time it is shown. Owned by the GUI thread."""

    def __init__(self, look: Appearance) -> None:
        """Make an empty page."""
        super().__init__()
        self.look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = content = QWidget()
        content.setObjectName("pageContent")
        content.setMaximumWidth(look.px(_WIDEST))
        edge = look.px(_EDGE)
        outer, self.body = QVBoxLayout(content), QVBoxLayout()
        outer.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(0)
        outer.addLayout(self.body)
        outer.addStretch(1)
        self.setWidget(content)
        look.changed.connect(self._restyle)

    def head(self, title: str, introduction: str = "") -> None:
        """Add the title of the page, and a sentence below it."""
        self.setAccessibleName(title)
        self.body.addWidget(label(title, "heading"))
        if introduction:
            self.body.addSpacing(4)
            self.body.addWidget(label(introduction, "muted"))

    def section(self, title: str, introduction: str = "") -> None:
        """Begin a section, with a sentence below its title."""
        self.body.addSpacing(self.look.px(24))
        self.body.addWidget(label(title, "section"))
        if introduction:
            self.body.addWidget(label(introduction, "muted"))
        self.body.addSpacing(4)

    def add(self, part: QWidget | QLayout, *, above: int = 0) -> None:
        """Add a widget or layout at the bottom, after a gap of `above` design pixels."""
        self.body.addSpacing(self.look.px(above))
        if isinstance(part, QWidget):
            self.body.addWidget(part)
        else:
            self.body.addLayout(part)

    def refresh(self) -> None:
        """Read the page's content again; does nothing unless a subclass shows the library."""

    def _restyle(self) -> None:
        self._content.setMaximumWidth(self.look.px(_WIDEST))

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh the content."""
        super().showEvent(event)
        self.refresh()
