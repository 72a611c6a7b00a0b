"""Store the user's own ignore rules, in gitignore syntax, and compile a folder's rule set."""

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
"""Matches a newline, which no line can contain: every other byte of a name, negated."""

_SYNTAX = (
    "Patterns are written as in .gitignore; a backslash takes away a character's special meaning."
)


def ignore(library: LibraryFolder, lines: Sequence[str], *, folder: bytes | None) -> Settings:
    """Add lines at the end, where they override the others; move a line that exists to the end.

    Args:
        library: the library; created if it does not exist.
        lines: in gitignore syntax; a name that is not valid Unicode has surrogate escapes.
        folder: absolute path of a folder of this library, or None for all folders.

    Raises:
        AlcoveError: a line is no valid pattern; the message names it and says why.
        LibraryError: the folder is not in this library.
    """
    check_lines(lines)
    library.make()
    return settings_store.change(
        library.personal, lambda now: with_lines(now, lines, folder=folder)
    )


def with_lines(now: Settings, lines: Sequence[str], *, folder: bytes | None) -> Settings:
    """Return the settings that `ignore` would make of `now`.

    Raises:
        LibraryError: the folder is not in this library.
    """
    return _with(now, folder, [*_without(now.rules_for(folder), lines), *lines])


def stop_ignoring(
    library: LibraryFolder, lines: Sequence[str], *, folder: bytes | None
) -> Settings:
    """Remove lines.

    Raises:
        AlcoveError: a line does not exist; nothing is removed.
        LibraryError: the folder is not in this library.
    """
    return settings_store.change(library.personal, lambda now: _removed(now, lines, folder))


def check_lines(lines: Sequence[str]) -> None:
    """Raise AlcoveError for a line that is no valid pattern; the message names it and says why."""
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
    """Return the rule set of a folder, which need not be in the library yet."""
    return RuleSet.of(
        settings,
        folder,
        library=os.fsencode(library.root),
        unwanted=named_as(settings.without_types),
    )


def exclude(library: LibraryFolder, path: bytes) -> Settings:
    """Add a rule that leaves out the file at `path`, or the directory with all below it.

    Raises:
        LibraryError: the path lies in no folder of this library, or an ignore file brings it back.
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
    """Return the line in gitignore syntax that matches one path below the folder and no other.

    Args:
        inside: the path relative to the folder, with / between its names.
    """
    escaped = _SPECIAL.sub(rb"\\\g<0>", inside).replace(b"\n", _NEW_LINE)
    if escaped[-1:] in (b" ", b"\r"):  # the parser drops them at the end of a line
        escaped = escaped[:-1] + b"[" + escaped[-1:] + b"]"
    return (b"/" + escaped).decode("utf-8", "surrogateescape")


def _refuse_in_vain(
    library: LibraryFolder, settings: Settings, folder: bytes, path: bytes, line: str
) -> None:
    """Raise LibraryError if the new rule has no effect: a “!” in an ignore file overrides it."""
    wanted = with_lines(settings, [line], folder=folder)
    if PathCheck(folder, rules_of(library, wanted, folder)).exclusion_of(path) is None:
        raise LibraryError(
            "a line in a .gitignore or .ignore file brings that file back",
            advice="Change that line, or switch ignore files off.",
        )
