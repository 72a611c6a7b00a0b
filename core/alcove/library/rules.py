"""The user's own rules of a library: changed, and what they hide."""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from alcove.personal import LibraryFolder, Settings

if TYPE_CHECKING:
    from alcove.library.ignoring.hidden_files import HiddenFiles


class OwnRules:
    """A part of `Library`: lines in gitignore syntax, for one folder, or for all with None.

    The lines themselves are `Settings.rules_for`. Every call opens what it needs and closes it,
    and imports it no earlier: none is on the way to an answer.
    """

    def __init__(self, library: LibraryFolder) -> None:
        """Name the library; nothing is read or made before it is used."""
        self._library = library

    def ignore(self, lines: Sequence[str], *, folder: bytes | None) -> Settings:
        """Add lines at the end, where they have the last word.

        Raises:
            AlcoveError: a line means nothing; which one, and why.
            LibraryError: the folder is not in this library.
        """
        from alcove.library.ignoring.own_rules import ignore

        return ignore(self._library, lines, folder=folder)

    def stop_ignoring(self, lines: Sequence[str], *, folder: bytes | None) -> Settings:
        """Remove lines that were added before.

        Raises:
            AlcoveError: a line is not there, and nothing is removed.
            LibraryError: the folder is not in this library.
        """
        from alcove.library.ignoring.own_rules import stop_ignoring

        return stop_ignoring(self._library, lines, folder=folder)

    def exclude(self, path: bytes) -> Settings:
        """Leave out exactly this file, or this folder with all below it, from now on.

        Raises:
            LibraryError: it lies in no folder of this library, or an ignore file brings it back.
        """
        from alcove.library.ignoring.own_rules import exclude

        return exclude(self._library, path)

    def would_hide(
        self, line: str, *, folder: bytes | None, cancel: threading.Event
    ) -> "HiddenFiles":
        """Tell what one more line would leave out of what the index holds; takes a second.

        Raises:
            AlcoveError: the line means nothing; why.
            LibraryError: the folder is not in this library, or the index cannot be opened.
            Cancelled: the token was set.
        """
        from alcove.library.ignoring.hidden_files import would_hide

        return would_hide(self._library, line, folder=folder, cancel=cancel)

    def hidden_now(self, *, folder: bytes | None, cancel: threading.Event) -> dict[str, int]:
        """Tell how many files and folders each line leaves out; walks over the disk.

        Raises:
            LibraryError: the settings cannot be read.
            Cancelled: the token was set.
        """
        from alcove.library.ignoring.hidden_files import hidden_now

        return hidden_now(self._library, folder=folder, cancel=cancel)
