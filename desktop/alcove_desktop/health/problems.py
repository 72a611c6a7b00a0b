"""What needs a look besides files: folders that are missing or swept, notices of the indexer."""

import os

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from alcove.indexer import IndexerState
from alcove.library import Status
from alcove_desktop.forms import ElidedLabel, label
from alcove_desktop.texts import folders, paths
from alcove_desktop.texts.core_messages import told


class ProblemsPanel(QWidget):
    """A line for each; hidden where all is well. The drawing thread's."""

    def __init__(self) -> None:
        """Have nothing to tell."""
        super().__init__()
        self._told: tuple[tuple[str, str], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    def show_status(self, status: Status, state: IndexerState | None) -> None:
        """Tell of folders and notices, as the index and the indexer have them."""
        told = (*_folders(status, state), *_notices(state))
        if told == self._told:
            return
        self._told = told
        for part in self.findChildren(QLabel):
            self._column.removeWidget(part)
            part.deleteLater()
        for what, said in told:
            if what:
                self._column.addWidget(ElidedLabel(what, "name"))
            self._column.addWidget(label(said, "warning"))
        self.setVisible(bool(told))


def _folders(status: Status, state: IndexerState | None) -> list[tuple[str, str]]:
    found = []
    for folder in status.folders:
        health = state.folders.get(os.fsdecode(folder.path)) if state else None
        missing = folder.missing_since is not None or (health is not None and health.missing)
        if missing or (health is not None and not health.watched and health.reason):
            found.append((paths.from_home(folder.path), folders.state(folder, health)))
    return found


def _notices(state: IndexerState | None) -> list[tuple[str, str]]:
    if state is None:
        return []
    said = (*state.notices, *([state.error] if state.error else []))
    return [("", told(each)) for each in said]
