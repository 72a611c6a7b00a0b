"""Format paths for display: from the home folder, with arrows between folders."""

import os
from pathlib import Path

from alcove import paths

ARROW = " › "


def shown(path: bytes) -> str:
    """Return a path as text; U+FFFD replaces what is not Unicode or not printable."""
    return "".join(c if c.isprintable() else "\ufffd" for c in path.decode("utf-8", "replace"))


def one_line(text: str) -> str:
    """Return a document's text on one line, without characters that are not printable."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable())


def name_of(path: bytes) -> str:
    """Return the last part of a path, for display."""
    return shown(paths.name_of(path) or path)


def folder_of(path: bytes) -> str:
    """Return the folder of a file, such as “Documents › Home › Contracts”."""
    return trail(paths.parent_of(path))


def from_home(path: bytes) -> str:
    """Return a whole path, with ~ for the user's home folder."""
    home = _home()
    if path == home:
        return "~"
    if paths.is_within(path, home):
        return shown(paths.entry_in(b"~", paths.relative(path, home)))
    return shown(path)


def trail(folder: bytes) -> str:
    """Return a folder with arrows between its parts, relative to the home folder if inside it."""
    home = _home()
    if folder == home:
        return "~"
    inside = paths.relative(folder, home) if paths.is_within(folder, home) else folder
    return ARROW.join(map(shown, paths.names_in(inside))) or os.sep


def _home() -> bytes:
    return paths.normalized(bytes(Path.home()))
