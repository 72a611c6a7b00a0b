"""The user's own rules: lines in gitignore syntax, changed, and what decides in a folder."""

import os
import re
from collections.abc import Sequence
from dataclasses import replace

from alcove.documents import named_as
from alcove.errors import AlcoveError, LibraryError
from alcove.files import PathCheck, RuleSet
from alcove.files.rules.patterns import encoded, parse
from alcove.paths import is_within, slashed
from alcove.personal import LibraryFolder, Settings, load, settings_store

_SPECIAL = re.compile(rb"[*?\[\\]")
_NEW_LINE = b"[!\x01-\x09\x0b-\xff]"
"""Every byte that a name can have, but for the one that no line can have."""

_SYNTAX = (
    "Patterns are written as in .gitignore; a backslash takes away a character's special meaning."
)


def ignore(library: LibraryFolder, lines: Sequence[str], *, folder: bytes | None) -> Settings:
    """Add lines at the end, where they have the last word; one that is there moves to the end.

    Args:
        library: the library; it is made where there is none.
        lines: in gitignore syntax; a name that is not valid Unicode has surrogate escapes.
        folder: absolute path of a folder of this library, or None for all folders.

    Raises:
        AlcoveError: a line means nothing; which one, and why.
        LibraryError: the folder is not in this library.
    """
    check_lines(lines)
    library.make()
    return settings_store.change(
        library.personal, lambda now: with_lines(now, lines, folder=folder)
    )


def with_lines(now: Settings, lines: Sequence[str], *, folder: bytes | None) -> Settings:
    """Return the settings that `ignore` makes of these.

    Raises:
        LibraryError: the folder is not in this library.
    """
    return _with(now, folder, [*_without(now.rules_for(folder), lines), *lines])


def stop_ignoring(
    library: LibraryFolder, lines: Sequence[str], *, folder: bytes | None
) -> Settings:
    """Remove lines that were added before.

    Raises:
        AlcoveError: a line is not there, and nothing is removed.
        LibraryError: the folder is not in this library.
    """
    return settings_store.change(library.personal, lambda now: _removed(now, lines, folder))


def check_lines(lines: Sequence[str]) -> None:
    """Raise AlcoveError for a line that means nothing; which one, and why."""
    for line in lines:
        patterns, problems = parse(encoded(line))
        if "\n" in line or not (patterns or problems):
            raise AlcoveError(f"“{_shown(line)}” is not a pattern", advice=_SYNTAX)
        if problems:
            raise AlcoveError(
                f"the pattern “{_shown(line)}” is not valid: {problems[0].what}", advice=_SYNTAX
            )


def _shown(line: str) -> str:
    return encoded(line).decode("utf-8", "replace")


def _without(lines: Sequence[str], gone: Sequence[str]) -> list[str]:
    return [line for line in lines if line not in gone]


def _removed(now: Settings, gone: Sequence[str], folder: bytes | None) -> Settings:
    lines = now.rules_for(folder)
    for line in gone:
        if line not in lines:
            raise AlcoveError(
                f"“{_shown(line)}” is not one of these rules",
                advice="alcove ignore lists them.",
            )
    return _with(now, folder, _without(lines, gone))


def _with(now: Settings, folder: bytes | None, lines: Sequence[str]) -> Settings:
    text = "\n".join(lines)
    if folder is None:
        return replace(now, patterns=text)
    if folder not in now.folders:
        raise LibraryError(
            "that folder is not in this library", advice="alcove status lists those that are."
        )
    return replace(now, folder_patterns={**now.folder_patterns, folder: text})


def rules_of(library: LibraryFolder, settings: Settings, folder: bytes) -> RuleSet:
    """Return what decides in a folder, whether it is in the library already or not."""
    return RuleSet.of(
        settings,
        folder,
        library=os.fsencode(library.root),
        unwanted=named_as(settings.without_types),
    )


def exclude(library: LibraryFolder, path: bytes) -> Settings:
    """Add a rule that leaves out the file at `path`, or the folder with all below it.

    Raises:
        LibraryError: it lies in no folder of this library, or an ignore file brings it back.
    """
    settings = load(library.personal)
    above = [folder for folder in settings.folders if folder != path and is_within(path, folder)]
    if not above:
        raise LibraryError(
            "that file is not in this library", advice="alcove status lists its folders."
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
    if PathCheck(folder, rules_of(library, wanted, folder)).exclusion_of(path) is None:
        raise LibraryError(
            "a line in a .gitignore or .ignore file brings that file back",
            advice="Change that line, or switch ignore files off.",
        )
