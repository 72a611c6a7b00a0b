"""The dependencies of the settings pages."""

from dataclasses import dataclass
from typing import Protocol

from alcove.library import Library
from alcove_desktop.background.indexer_link import IndexerLink
from alcove_desktop.background.worker_pool import WorkerPool
from alcove_desktop.look import Appearance
from alcove_desktop.settings.settings_editor import SettingsEditor


class ProgramSettings(Protocol):
    """The settings of the running program. Owned by the GUI thread unless noted."""

    @property
    def tray_available(self) -> bool:
        """Whether this desktop shows tray icons."""

    @property
    def shortcuts_available(self) -> bool:
        """Whether this system lets a program have a global shortcut."""

    @property
    def shortcut_refused(self) -> str:
        """Why the shortcut that was set last is not in force; empty if it is."""

    def starts_at_login(self) -> bool:
        """Return whether the program is started at login. Reads the disk: not on the GUI thread."""

    def start_at_login(self, *, wanted: bool) -> None:
        """Switch starting at login on or off. Writes to the disk: not on the GUI thread.

        Raises:
            AlcoveError: it cannot be written; says where and why.
        """

    def set_shortcut(self, keys: str) -> str:
        """Set the global shortcut that shows the window, in Qt's portable form; "" for none.

        Returns:
            Why it was refused, in words for the user; empty if it is in force.
        """


@dataclass(frozen=True, slots=True)
class PageContext:
    """The program as a settings page sees it."""

    library: Library
    workers: WorkerPool
    link: IndexerLink
    look: Appearance
    settings_editor: SettingsEditor
    program: ProgramSettings
