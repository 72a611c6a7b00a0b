"""Leaves out one file: a rule for exactly its path, in its folder's own rules."""

import re

from alcove.errors import LibraryError
from alcove.files import Check
from alcove.library.ignoring import ignore, with_lines
from alcove.library.ruling import rules_of
from alcove.paths import is_within, slashed
from alcove.settings import LibraryFolder, Settings, load

_SPECIAL = re.compile(rb"[*?\[\\]")
_NEW_LINE = b"[!\x01-\x09\x0b-\xff]"
"""Every byte that a name can have, but for the one that no line can have."""


def exclude(library: LibraryFolder, path: bytes) -> Settings:
    """Add a rule that leaves out the file at `path`, or the folder with all below it.

    Raises:
        LibraryError: it lies in no folder of this library, or an ignore file brings it back.
    """
    settings = load(library.personal)
    above = [folder for folder in settings.folders if folder != path and is_within(path, folder)]
    if not above:
        raise LibraryError(
            "that is no file of this library", advice="alcove status lists its folders."
        )
    folder = max(above, key=len)
    line = line_for(slashed(path, folder))
    _refuse_in_vain(library, settings, folder, path, line)
    return ignore(library, [line], folder=folder)


def line_for(inside: bytes) -> str:
    """The line of a .gitignore file that matches one path below the folder and no other.

    Args:
        inside: the path from the folder, with / between its names and none at its beginning.
    """
    escaped = _SPECIAL.sub(rb"\\\g<0>", inside).replace(b"\n", _NEW_LINE)
    if escaped[-1:] in (b" ", b"\r"):  # which are dropped at the end of a line
        escaped = escaped[:-1] + b"[" + escaped[-1:] + b"]"
    return (b"/" + escaped).decode("utf-8", "surrogateescape")


def _refuse_in_vain(
    library: LibraryFolder, settings: Settings, folder: bytes, path: bytes, line: str
) -> None:
    """Ignore files have the last word, so that a “!” in one may speak against the new rule."""
    wanted = with_lines(settings, [line], folder=folder)
    if Check(folder, rules_of(library, wanted, folder)).exclusion_of(path) is None:
        raise LibraryError(
            "a line in a .gitignore or .ignore file brings that file back",
            advice="Change that line, or let ignore files not be obeyed.",
        )
