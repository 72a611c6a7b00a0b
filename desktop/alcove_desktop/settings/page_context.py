"""What every page is given."""

from dataclasses import dataclass
from typing import Protocol

from alcove.library import Library
from alcove_desktop.background.indexer_link import IndexerLink
from alcove_desktop.background.worker_pool import WorkerPool
from alcove_desktop.look import Appearance
from alcove_desktop.settings.settings_editor import SettingsEditor


class ProgramSettings(Protocol):
    """The parts of the running program that can be set; the drawing thread's unless said."""

    @property
    def tray_available(self) -> bool:
        """Whether this desktop shows tray icons."""

    @property
    def shortcuts_available(self) -> bool:
        """Whether this system lets a program have a global shortcut."""

    @property
    def shortcut_refused(self) -> str:
        """Why the keys that were set last are not had; empty where they are."""

    def starts_at_login(self) -> bool:
        """Whether the program is started at login; reads the disk, so on another thread."""

    def start_at_login(self, *, wanted: bool) -> None:
        """Start the program at login, or no more; writes to the disk, so on another thread.

        Raises:
            AlcoveError: it cannot be written; where and why.
        """

    def set_shortcut(self, keys: str) -> str:
        """Have the window brought up by these keys, in Qt's portable form; none for "".

        Returns:
            Why that cannot be, in words for the user; empty where it is so.
        """


@dataclass(frozen=True, slots=True)
class PageContext:
    """The program as a page of settings sees it."""

    library: Library
    workers: WorkerPool
    link: IndexerLink
    look: Appearance
    settings_editor: SettingsEditor
    program: ProgramSettings
