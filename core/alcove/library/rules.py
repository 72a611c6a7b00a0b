"""The user's own rules of a library: change them, and preview what they exclude."""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from alcove.personal import LibraryFolder, Settings

if TYPE_CHECKING:
    from alcove.library.ignoring.hidden_files import HiddenFiles


class OwnRules:
    """A part of `Library`: lines in gitignore syntax, for one folder, or for all with None.

    `Settings.rules_for` returns the lines themselves. Each call opens and closes its files, and
    imports its code late: no search needs it.
    """

    def __init__(self, library: LibraryFolder) -> None:
        """Name the library; read and create nothing before it is used."""
        self._library = library

    def ignore(self, lines: Sequence[str], *, folder: bytes | None) -> Settings:
        """Add lines at the end, where they take precedence.

        Raises:
            AlcoveError: a line is not valid; the message says which one, and why.
            LibraryError: the folder is not in this library.
        """
        from alcove.library.ignoring.own_rules import ignore

        return ignore(self._library, lines, folder=folder)

    def stop_ignoring(self, lines: Sequence[str], *, folder: bytes | None) -> Settings:
        """Remove lines that were added before.

        Raises:
            AlcoveError: a line is not there; nothing is removed.
            LibraryError: the folder is not in this library.
        """
        from alcove.library.ignoring.own_rules import stop_ignoring

        return stop_ignoring(self._library, lines, folder=folder)

    def exclude(self, path: bytes) -> Settings:
        """Exclude exactly this file, or this folder with all below it.

        Raises:
            LibraryError: it lies in no folder of this library, or an ignore file brings it back.
        """
        from alcove.library.ignoring.own_rules import exclude

        return exclude(self._library, path)

    def would_hide(
        self, line: str, *, folder: bytes | None, cancel: threading.Event
    ) -> "HiddenFiles":
        """Return what one more line would exclude of what the index holds; takes a second.

        Raises:
            AlcoveError: the line is not valid; the message says why.
            LibraryError: the folder is not in this library, or the index cannot be opened.
            Cancelled: the token was set.
        """
        from alcove.library.ignoring.hidden_files import would_hide

        return would_hide(self._library, line, folder=folder, cancel=cancel)

    def hidden_now(self, *, folder: bytes | None, cancel: threading.Event) -> dict[str, int]:
        """Return how many files and folders each line excludes; walks over the disk.

        Raises:
            LibraryError: the settings cannot be read.
            Cancelled: the token was set.
        """
        from alcove.library.ignoring.hidden_files import hidden_now

        return hidden_now(self._library, folder=folder, cancel=cancel)
