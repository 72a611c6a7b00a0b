"""The status bar: freshness, counts, failures, and the network guard, in one line."""

import time

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from alcove.guard import GuardLevel
from alcove.index.counts import IndexCounts
from alcove.indexer import IndexerState, Pause
from alcove_desktop.forms import ElidedLabel, announce
from alcove_desktop.look import Appearance
from alcove_desktop.texts.counts import CountTexts
from alcove_desktop.texts.states import shield, shield_in_full
from alcove_desktop.window.status_bar.progress_text import (
    freshness,
    is_at_rest,
    is_at_work,
    of_all,
    state_trouble,
)
from alcove_desktop.window.status_bar.rate import ProgressRate

_TICK = 1000  # milliseconds between two updates of the freshness
_LEAST = 360  # width, pixels at a text size of 100 %
_DOT, _ICON = 8, 14  # sides, pixels at a text size of 100 %
_MESSAGE, _ERROR = 2500, 8000  # milliseconds that a message stays, and an error


class _Dot(QWidget):
    """A dot in the colour of success while the index is up to date, else of warning."""

    def __init__(self, look: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._full = False

    def fill(self, full: bool) -> None:  # noqa: FBT001 - a property
        self._full = full
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self._look.tokens.good if self._full else self._look.tokens.warning)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


def _line() -> ElidedLabel:
    """Create a label that takes the width it needs, elided if there is less."""
    label = ElidedLabel(kind="", shorten=Qt.TextElideMode.ElideRight)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return label


class StatusBar(QFrame):
    """Owns the line and the timer that updates it. Owned by the GUI thread."""

    pause_asked = Signal(bool)
    """The user asked to pause indexing (True) or to resume it (False)."""
    health_asked = Signal()
    privacy_asked = Signal()

    def __init__(self, look: Appearance, guard: GuardLevel, parent: QWidget | None = None) -> None:
        """Create the bar, before the indexer's first state."""
        super().__init__(parent)
        self._look = look
        self._state: IndexerState | None = None
        self._rate = ProgressRate()
        self._problem, self._passages, self._files_failed = "", 0, 0
        self.setObjectName("foot")
        self._dot = _Dot(look, self)
        self._fresh, self._counts, self._message = _line(), _line(), _line()
        self._pause = QToolButton(self)
        self._pause.setProperty("kind", "plain")
        self._health = QPushButton(self)
        self._health.setProperty("kind", "foot")
        self._health.hide()
        self._sealed = shield(guard)
        self._shield = QPushButton(self)
        self._shield.setProperty("kind", "foot")
        self._shield.setAccessibleName(self._sealed)
        self._shield.setToolTip(f"{self._sealed}\n{shield_in_full(guard)}")
        self._lay_out()
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._refresh)
        self._message_timer = QTimer(self, singleShot=True)
        self._message_timer.timeout.connect(self._message.clear)
        self._pause.clicked.connect(lambda: self.pause_asked.emit(not self.is_paused))
        self._health.clicked.connect(self.health_asked)
        self._shield.clicked.connect(self.privacy_asked)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def is_paused(self) -> bool:
        """Whether the user paused indexing."""
        return self._state is not None and self._state.pause is Pause.ASKED

    def tell(self, state: IndexerState | None) -> None:
        """Show the indexer's state; None while none is running."""
        before = self._state
        if state is None or before is None or before.activity is not state.activity:
            self._rate.reset()
        self._state = state
        if state is not None and state.total:
            self._rate.note(time.monotonic(), state.done)
        self._refresh()

    def count(self, counts: IndexCounts, failed: int) -> None:
        """Show the counts, and the number of files that could not be read."""
        self._passages, self._files_failed = counts.passages, failed
        texts = CountTexts()
        self._counts.setText(
            f"{texts.documents(counts.documents)} · {texts.passages(counts.passages)}"
        )
        self._refresh()

    def warn(self, text: str) -> None:
        """Show why there is no indexer; an empty text clears it."""
        self._problem = text
        self._refresh()

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Show a message for 2.5 seconds, an error for 8, and announce it to screen readers."""
        self._message.setText(text)
        announce(self, text, at_once=wrong)
        self._message_timer.start(_ERROR if wrong else _MESSAGE)

    def showEvent(self, event: QShowEvent) -> None:
        """Start the timer while the bar is visible."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the timer."""
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """Return a size with room for freshness and failures."""
        return QSize(self._look.px(_LEAST), self.height())

    def _make_room(self) -> None:
        """Hide the shield's text first, then the counts: the freshness matters most."""
        self._shield.setText(self._sealed)
        self._counts.show()
        if self._row.sizeHint().width() > self.width():
            self._shield.setText("")
        if self._row.sizeHint().width() > self.width():
            self._counts.hide()

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(22, 0, 18, 0)
        row.setSpacing(8)
        for part in (self._dot, self._fresh, self._pause):
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(self._counts)
        row.addWidget(self._health)
        row.addStretch()
        row.addWidget(self._message)
        row.addWidget(self._shield)

    def _refresh(self) -> None:
        state = self._state
        whole = of_all(state, self._passages) if state else None
        self._fresh.setText(self._problem or freshness(whole, time.time(), self._rate))
        self._dot.fill(is_at_rest(state) and not state_trouble(state))
        problems = self._problems()
        self._health.setText(" · ".join(problems))
        self._health.setVisible(bool(problems))
        self._pause.setVisible(self.is_paused or is_at_work(state))
        text = self.tr("Resume indexing") if self.is_paused else self.tr("Pause indexing")
        self._pause.setToolTip(text)
        self._pause.setAccessibleName(text)
        self._look.give_icon(self._pause, "play" if self.is_paused else "pause", size=_ICON)
        self._make_room()

    def _problems(self) -> list[str]:
        """Return the problems that the health window explains; without those that number 0."""
        state = self._state
        missing = sum(health.missing for health in state.folders.values()) if state else 0
        notices = len(state.notices) if state else 0
        failed = self._files_failed
        problems = (
            (missing, self.tr("%Ln folder(s) not available", "", missing)),
            (failed, self.tr("%Ln file(s) not read", "", failed)),
            (notices, self.tr("%Ln notice(s)", "", notices)),
        )
        return [text for count, text in problems if count]

    def _restyle(self) -> None:
        self.setFixedHeight(self._look.px(34))
        self._look.give_icon(self._shield, "shield", size=_ICON)
        self._dot.setFixedSize(self._look.px(_DOT), self._look.px(_DOT))
        self._refresh()
