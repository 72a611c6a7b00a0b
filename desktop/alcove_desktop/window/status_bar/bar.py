"""The foot says the truth in one line: how fresh, how much, what failed, sealed or not."""

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

_EVERY = 1000  # milliseconds between two looks at the clock
_LEAST = 360  # of width
_DOT, _ICON = 8, 14
_SHORTLY, _WRONG = 2500, 8000  # milliseconds that a passing word stays, and one of trouble


class _Dot(QWidget):
    """Green while all is up to date, hollow while something is being done."""

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
    """Text that takes the room that it needs, or what there is."""
    made = ElidedLabel(kind="", shorten=Qt.TextElideMode.ElideRight)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return made


class StatusBar(QFrame):
    """Owns the line and the second hand that keeps it true; the drawing thread's."""

    pause_asked = Signal(bool)
    """Indexing is to pause (True) or to go on (False)."""
    health_asked = Signal()
    privacy_asked = Signal()

    def __init__(self, look: Appearance, guard: GuardLevel, parent: QWidget | None = None) -> None:
        """Begin before anything was heard."""
        super().__init__(parent)
        self._look = look
        self._state: IndexerState | None = None
        self._rate = ProgressRate()
        self._problem, self._passages, self._files_failed = "", 0, 0
        self.setObjectName("foot")
        self._dot = _Dot(look, self)
        self._fresh, self._counts, self._said = _line(), _line(), _line()
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
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._refresh)
        self._saying = QTimer(self, singleShot=True)
        self._saying.timeout.connect(self._said.clear)
        self._pause.clicked.connect(lambda: self.pause_asked.emit(not self.is_paused))
        self._health.clicked.connect(self.health_asked)
        self._shield.clicked.connect(self.privacy_asked)
        look.changed.connect(self._follow_look)
        self._follow_look()

    @property
    def is_paused(self) -> bool:
        """Whether somebody asked for a pause."""
        return self._state is not None and self._state.pause is Pause.ASKED

    def tell(self, state: IndexerState | None) -> None:
        """Show what the indexer said; None while none is running."""
        before = self._state
        if state is None or before is None or before.activity is not state.activity:
            self._rate.reset()
        self._state = state
        if state is not None and state.total:
            self._rate.note(time.monotonic(), state.done)
        self._refresh()

    def count(self, counts: IndexCounts, failed: int) -> None:
        """Show how much there is, and how many files could not be read."""
        self._passages, self._files_failed = counts.passages, failed
        said = CountTexts()
        self._counts.setText(
            f"{said.documents(counts.documents)} · {said.passages(counts.passages)}"
        )
        self._refresh()

    def warn(self, text: str) -> None:
        """Say why there is no indexer, for as long as there is none; nothing for an empty text."""
        self._problem = text
        self._refresh()

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Show a few words that pass; what went wrong stays longer."""
        self._said.setText(text)
        announce(self, text, at_once=wrong)
        self._saying.start(_WRONG if wrong else _SHORTLY)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the time while somebody can see it."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """Room for how it stands and what failed."""
        return QSize(self._look.px(_LEAST), self.height())

    def _make_room(self) -> None:
        """The shield's words go first, then how much there is: how it stands is worth more."""
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
        row.addWidget(self._said)
        row.addWidget(self._shield)

    def _refresh(self) -> None:
        state = self._state
        whole = of_all(state, self._passages) if state else None
        self._fresh.setText(self._problem or freshness(whole, time.time(), self._rate))
        self._dot.fill(is_at_rest(state) and not state_trouble(state))
        matters = self._matters()
        self._health.setText(" · ".join(matters))
        self._health.setVisible(bool(matters))
        self._pause.setVisible(self.is_paused or is_at_work(state))
        text = self.tr("Resume indexing") if self.is_paused else self.tr("Pause indexing")
        self._pause.setToolTip(text)
        self._pause.setAccessibleName(text)
        self._look.give_icon(self._pause, "play" if self.is_paused else "pause", size=_ICON)
        self._make_room()

    def _matters(self) -> list[str]:
        """What health tells more of, as far as there is any of it."""
        state = self._state
        missing = sum(health.missing for health in state.folders.values()) if state else 0
        notices = len(state.notices) if state else 0
        failed = self._files_failed
        said = (
            (missing, self.tr("%Ln folder(s) not available", "", missing)),
            (failed, self.tr("%Ln file(s) not read", "", failed)),
            (notices, self.tr("%Ln notice(s)", "", notices)),
        )
        return [text for count, text in said if count]

    def _follow_look(self) -> None:
        self.setFixedHeight(self._look.px(34))
        self._look.give_icon(self._shield, "shield", size=_ICON)
        self._dot.setFixedSize(self._look.px(_DOT), self._look.px(_DOT))
        self._refresh()
