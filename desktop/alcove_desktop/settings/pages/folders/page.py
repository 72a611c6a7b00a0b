"""The folders page: add and remove folders, and edit the rules of each."""

import os
import stat

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout

from alcove.index.counts import FolderState
from alcove.library import Status
from alcove.paths import real
from alcove_desktop.forms import (
    FormPage,
    FormRow,
    Refresher,
    button,
    choose_folder,
    dropped_paths,
    line,
)
from alcove_desktop.settings.page_context import PageContext
from alcove_desktop.settings.pages.folders.entry import FolderEntry

_MIN_INTERVAL = 1000  # milliseconds between two refreshes


class FoldersPage(FormPage):
    """One entry for each folder. A folder can be dropped anywhere on the page."""

    def __init__(self, context: PageContext) -> None:
        """Create the page; the folders are read when it is shown."""
        super().__init__(context.look)
        self._context = context
        self._entries: dict[bytes, FolderEntry] = {}
        self.head(
            self.tr("Folders"),
            self.tr("Alcove reads what is in these folders and finds it, on this machine only."),
        )
        add = button(self.tr("Add a folder…"), "primary")
        add.clicked.connect(self._choose)
        self._adding = FormRow(
            context.look, self.tr("Another folder"), add, self.tr("Or drop it on this page.")
        )
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.add(self._adding, above=12)
        self.add(line())
        self.add(self._column)
        self.setAcceptDrops(True)
        self._status: Refresher[Status] = Refresher(
            self, context.workers, context.library.status, self._show, every=_MIN_INTERVAL
        )
        context.settings_editor.changed.connect(self._status.if_seen)
        context.link.told.connect(self._status.if_seen)

    def refresh(self) -> None:
        """Read the state of the folders and their rules."""
        self._context.settings_editor.read()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept local files and folders."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the folders among the dropped paths."""
        event.acceptProposedAction()
        self._add(dropped_paths(event.mimeData()))

    def _choose(self) -> None:
        choose_folder(self, self.tr("Choose a folder to search"), lambda path: self._add([path]))

    def _add(self, chosen: list[bytes]) -> None:
        library = self._context.library

        def write() -> object:
            return library.add([folder for path in chosen if (folder := _real_folder(path))])

        self._context.settings_editor.write(
            write, lambda _: self._context.settings_editor.read(), self._adding
        )

    def _show(self, status: Status) -> None:
        """Show one entry for each folder; reuse existing entries."""
        states = {folder.path: folder for folder in status.folders}
        states |= {
            path: FolderState(path, 0, None, None, {})
            for path in self._context.settings_editor.settings.folders
            if path not in states
        }
        for path in self._entries.keys() - states.keys():
            self._entries.pop(path).deleteLater()
        state = self._context.link.state
        for path, folder in sorted(states.items()):
            if path not in self._entries:
                self._insert(path, sorted(states).index(path))
            health = state.folders.get(os.fsdecode(path)) if state else None
            self._entries[path].show_state(folder, health)

    def _insert(self, path: bytes, at: int) -> None:
        entry = FolderEntry(self._context, path)
        self._column.insertWidget(at, entry)
        self._entries[path] = entry


def _real_folder(path: bytes) -> bytes | None:
    """Return the folder with all links resolved; None if it is no folder. Reads the disk."""
    folder = real(path)
    return folder if stat.S_ISDIR(os.stat(folder).st_mode) else None  # noqa: PTH116 - bytes
