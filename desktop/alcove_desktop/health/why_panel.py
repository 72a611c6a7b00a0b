"""Explain why a file is not found: list the indexing steps of a dropped or chosen file."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from alcove.library import Library
from alcove.library.why_steps import FileStep
from alcove.paths import real_entry
from alcove_desktop.background.worker_pool import WorkerPool
from alcove_desktop.forms import ElidedLabel, FormRow, button, choose_folder, dropped_paths, label
from alcove_desktop.look import Appearance
from alcove_desktop.texts import paths, steps
from alcove_desktop.texts.core_messages import in_words

_ICON = 16  # pixels at a text size of 100 %


class WhyPanel(QWidget):
    """Takes a file and shows its indexing steps. Owned by the GUI thread."""

    def __init__(self, library: Library, *, workers: WorkerPool, look: Appearance) -> None:
        """Create the panel without a file."""
        super().__init__()
        self._library, self._workers, self._look = library, workers, look
        choose = button(self.tr("Choose a file…"))
        choose.clicked.connect(self._choose)
        self._row = FormRow(
            look,
            self.tr("Why is a file not found?"),
            choose,
            self.tr("Drop a file here, or choose one, to see how far it got."),
        )
        self._answer = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._row)
        self._column.addWidget(self._answer)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept local files."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Explain the first dropped file."""
        event.acceptProposedAction()
        self.explain(dropped_paths(event.mimeData())[0])

    def explain(self, path: bytes) -> None:
        """Show how far the file at this absolute path got in indexing."""
        self._row.complain("")
        self._workers.run(
            lambda: self._library.why(real_entry(path)),
            lambda done: self._show(path, done),
            owner=self,
            failed=lambda error: self._row.complain(in_words(error)),
        )

    def _choose(self) -> None:
        choose_folder(self, self.tr("Choose a file"), self.explain, file=True)

    def _show(self, path: bytes, done: list[FileStep]) -> None:
        answer = QWidget()
        grid = QGridLayout(answer)
        grid.setContentsMargins(0, 0, 0, 12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(ElidedLabel(paths.from_home(path), "name"), 0, 0, 1, 2)
        for row, step in enumerate(done, start=1):
            grid.addWidget(self._mark(passed=step.passed), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(steps.step(step), "" if step.passed else "danger"), row, 1)
        self._column.replaceWidget(self._answer, answer)
        self._answer.deleteLater()
        self._answer = answer

    def _mark(self, *, passed: bool) -> QLabel:
        mark, side = QLabel(), self._look.px(_ICON)
        mark.setAccessibleName(self.tr("passed") if passed else self.tr("stopped here"))
        icon = self._look.icon("check" if passed else "close", "good" if passed else "danger")
        mark.setPixmap(icon.pixmap(QSize(side, side), self.devicePixelRatioF()))
        return mark
