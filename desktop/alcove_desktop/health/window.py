"""The health window: the files that could not be indexed, the reasons, and actions on them."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from alcove.library import Library, Status
from alcove_desktop.background.indexer_link import IndexerLink
from alcove_desktop.background.worker_pool import WorkerPool
from alcove_desktop.forms import Refresher, SecondaryWindow, label, line
from alcove_desktop.health.actions import FailureActions
from alcove_desktop.health.failures.view import FailuresView
from alcove_desktop.health.problems import ProblemsPanel
from alcove_desktop.health.reasons_list import ReasonsList
from alcove_desktop.health.why_panel import WhyPanel
from alcove_desktop.look import Appearance
from alcove_desktop.opening.opener import Opener
from alcove_desktop.texts import reasons

_SIZE = (960, 680)  # pixels at a text size of 100 %
_MIN_INTERVAL = 2000  # milliseconds between two refreshes


class HealthWindow(SecondaryWindow):
    """Shows the index's problems and refreshes while visible. Owned by the GUI thread."""

    def __init__(
        self,
        library: Library,
        *,
        workers: WorkerPool,
        link: IndexerLink,
        look: Appearance,
        opener: Opener,
    ) -> None:
        """Create the window; its contents are read when it is shown."""
        super().__init__(look, QCoreApplication.translate("HealthWindow", "Health"), _SIZE)
        self.setObjectName("healthWindow")
        self._look, self._link = look, link
        self._problem = ProblemsPanel()
        self._summary, self._remedy = label("", "muted"), label("", "muted")
        self._reasons, self._list = ReasonsList(look), FailuresView(look)
        self._actions = FailureActions(library, workers=workers, opener=opener)
        self._why = WhyPanel(library, workers=workers, look=look)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Filter by name or folder"))
        self._filter.setAccessibleName(self.tr("Filter"))
        self._filter.setClearButtonEnabled(True)
        self._lay_out()
        self._status: Refresher[Status] = Refresher(
            self, workers, library.status, self._show, every=_MIN_INTERVAL
        )
        self._connect()

    def refresh(self) -> None:
        """Read the status again, soon."""
        self._status.soon()

    def explain(self, path: bytes) -> None:
        """Explain why the file at this absolute path is found, or is not."""
        self._why.explain(path)

    def _connect(self) -> None:
        self._reasons.chosen.connect(self._choose)
        self._filter.textChanged.connect(self._filter_by)
        self._list.chosen.connect(self._actions.show_failure)
        self._list.opened.connect(self._actions.open)
        self._actions.changed.connect(self.refresh)
        self._link.told.connect(self._status.if_seen)
        QShortcut(QKeySequence.StandardKey.Find, self, self._filter.setFocus)
        QShortcut(QKeySequence.StandardKey.Refresh, self, self.refresh)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the status."""
        super().showEvent(event)
        self.refresh()

    def _lay_out(self) -> None:
        edge = self._look.px(24)
        right = QVBoxLayout()
        right.setSpacing(8)
        for part in (self._filter, self._remedy):
            right.addWidget(part)
        right.addWidget(self._list, 1)
        right.addWidget(self._actions)
        middle = QHBoxLayout()
        middle.setSpacing(self._look.px(16))
        middle.addWidget(self._reasons)
        middle.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, self._look.px(12))
        column.setSpacing(4)
        column.addWidget(label(self.tr("Health"), "heading"))
        column.addWidget(self._summary)
        column.addWidget(self._problem)
        column.addSpacing(self._look.px(12))
        column.addLayout(middle, 1)
        column.addSpacing(self._look.px(12))
        column.addWidget(line())
        column.addWidget(self._why)

    def _show(self, status: Status) -> None:
        counts = list(status.failures_by_reason().items())
        self._list.hold(status.failures)
        self._reasons.show_counts(counts)
        self._problem.show_status(status, self._link.state)
        self._summary.setText(self._summary_of(status))
        self._show_reason()

    def _summary_of(self, status: Status) -> str:
        if not status.failures:
            return self.tr("All files could be read.")
        return self.tr(
            "%Ln file(s) could not be read. Only the name(s) can be found.",
            "",
            len(status.failures),
        )

    def _choose(self, reason: str | None) -> None:
        self._list.choose(reason)
        self._show_reason()

    def _filter_by(self, typed: str) -> None:
        self._list.filter_by(typed)
        self._show_reason()

    def _show_reason(self) -> None:
        """Show the remedy for the selected reason, or say that no file passes the filter."""
        model = self._list.model_shown()
        text = reasons.remedy(model.reason) if model.reason else ""
        if self._filter.text() and not model.shown:
            text = self.tr("No path here contains this.")
        self._remedy.setText(text)
        self._remedy.setVisible(bool(text))
        filtered = bool(self._filter.text().strip())
        self._actions.show_reason(model.reason, model.shown, filtered=filtered)
