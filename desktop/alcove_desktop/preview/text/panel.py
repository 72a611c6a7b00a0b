"""The text of one document, one part at a time, with buttons to the other parts of a long one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alcove_desktop.forms import button
from alcove_desktop.look import Appearance
from alcove_desktop.preview.passage_place import Span
from alcove_desktop.preview.text.part import TextPart
from alcove_desktop.preview.text.view import TextView


class TextPanel(QWidget):
    """Shows a text. Owned by the GUI thread."""

    def __init__(self, look: Appearance) -> None:
        """Create an empty panel."""
        super().__init__()
        self.view = TextView(look)
        self._text, self._format = "", ""
        self._part: TextPart | None = None
        self._spans: Sequence[Span] = ()
        self._chosen: Span | None = None
        self._earlier = button(self.tr("Show earlier text"), "quiet")
        self._later = button(self.tr("Show later text"), "quiet")
        self._earlier.clicked.connect(lambda: self._move_to(at_start=True))
        self._later.clicked.connect(lambda: self._move_to(at_start=False))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._later, 0, Qt.AlignmentFlag.AlignHCenter)
        self._earlier.hide()
        self._later.hide()

    def open(self, text: str, format_: str) -> None:
        """Switch to another text; `go_to` lays it out."""
        self._text, self._format, self._part = text, format_, None

    def close_text(self) -> None:
        """Show nothing."""
        self.open("", "")
        self.go_to(0)

    def go_to(
        self,
        offset: int,
        spans: Sequence[Span] = (),
        chosen: Span | None = None,
        *,
        scroll: bool = True,
    ) -> None:
        """Show the text at an offset.

        Args:
            offset: of the text, in code points.
            spans: the spans to highlight, ascending.
            chosen: the span to highlight more strongly.
            scroll: whether to scroll there; else only the highlights change.
        """
        self._spans, self._chosen = spans, chosen
        if self._part is None or (scroll and not self._part.holds(offset, offset)):
            self._lay_out(offset)
        self.view.mark(spans, chosen=chosen)
        if scroll:
            self.view.scroll_to(offset)

    def _lay_out(self, offset: int) -> None:
        part = self._part = TextPart.around(self._text, offset)
        self.view.show_part(part, self._format)
        self._earlier.setVisible(part.start > 0)
        self._later.setVisible(part.end < part.whole)

    def _move_to(self, *, at_start: bool) -> None:
        """Lay out the part around an edge of the current one, and scroll to that edge."""
        if self._part is None:
            return
        edge = self._part.start if at_start else self._part.end
        self._lay_out(edge)
        self.view.mark(self._spans, chosen=self._chosen)
        self.view.scroll_to(edge)
