"""The user's own rules: lines in gitignore syntax, added and removed."""

from collections.abc import Sequence
from dataclasses import replace

from alcove import settings
from alcove.errors import AlcoveError, LibraryError
from alcove.files.patterns import encoded, parse
from alcove.settings import LibraryFolder, Settings

_SYNTAX = "Patterns are written as in .gitignore; a backslash makes a special character plain."


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
    library.root.mkdir(mode=0o700, parents=True, exist_ok=True)
    return settings.change(library.personal, lambda now: with_lines(now, lines, folder=folder))


def with_lines(now: Settings, lines: Sequence[str], *, folder: bytes | None) -> Settings:
    """Return the settings that `ignore` makes of these.

    Raises:
        LibraryError: the folder is not in this library.
    """
    return _with(now, folder, [*_without(lines_of(now, folder), lines), *lines])


def stop_ignoring(
    library: LibraryFolder, lines: Sequence[str], *, folder: bytes | None
) -> Settings:
    """Remove lines that were added before.

    Raises:
        AlcoveError: a line is not there, and nothing is removed.
        LibraryError: the folder is not in this library.
    """
    return settings.change(library.personal, lambda now: _removed(now, lines, folder))


def lines_of(wanted: Settings, folder: bytes | None) -> list[str]:
    """Return the lines for one folder, or for all of them."""
    text = wanted.patterns if folder is None else wanted.folder_patterns.get(folder, "")
    return text.split("\n") if text else []


def check_lines(lines: Sequence[str]) -> None:
    """Raise AlcoveError for a line that means nothing; which one, and why."""
    for line in lines:
        patterns, problems = parse(encoded(line))
        if "\n" in line or not (patterns or problems):
            raise AlcoveError(f"“{_shown(line)}” is no pattern", advice=_SYNTAX)
        if problems:
            raise AlcoveError(
                f"the pattern “{_shown(line)}” means nothing: {problems[0].what}", advice=_SYNTAX
            )


def _shown(line: str) -> str:
    return encoded(line).decode("utf-8", "replace")


def _without(lines: Sequence[str], gone: Sequence[str]) -> list[str]:
    return [line for line in lines if line not in gone]


def _removed(now: Settings, gone: Sequence[str], folder: bytes | None) -> Settings:
    lines = lines_of(now, folder)
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
