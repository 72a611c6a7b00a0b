"""Problems other than single files: folders missing or polled, the indexer's notices and error."""

import os

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from alcove.indexer import IndexerState
from alcove.library import Status
from alcove_desktop.forms import ElidedLabel, label
from alcove_desktop.texts import folders, paths
from alcove_desktop.texts.core_messages import told


class ProblemsPanel(QWidget):
    """One line for each problem; hidden if there are none. Owned by the GUI thread."""

    def __init__(self) -> None:
        """Create an empty, hidden panel."""
        super().__init__()
        self._problems: tuple[tuple[str, str], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    def show_status(self, status: Status, state: IndexerState | None) -> None:
        """Show the problems that the index and the indexer report."""
        problems = (*_folders(status, state), *_notices(state))
        if problems == self._problems:
            return
        self._problems = problems
        for part in self.findChildren(QLabel):
            self._column.removeWidget(part)
            part.deleteLater()
        for name, text in problems:
            if name:
                self._column.addWidget(ElidedLabel(name, "name"))
            self._column.addWidget(label(text, "warning"))
        self.setVisible(bool(problems))


def _folders(status: Status, state: IndexerState | None) -> list[tuple[str, str]]:
    problems = []
    for folder in status.folders:
        health = state.folders.get(os.fsdecode(folder.path)) if state else None
        missing = folder.missing_since is not None or (health is not None and health.missing)
        if missing or (health is not None and not health.watched and health.reason):
            problems.append((paths.from_home(folder.path), folders.state(folder, health)))
    return problems


def _notices(state: IndexerState | None) -> list[tuple[str, str]]:
    if state is None:
        return []
    messages = (*state.notices, *([state.error] if state.error else []))
    return [("", told(each)) for each in messages]
