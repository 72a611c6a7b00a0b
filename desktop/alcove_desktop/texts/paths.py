"""Paths as people read them: from home, with arrows between folders, shortened in the middle."""

import os
from pathlib import Path

from alcove import paths

ARROW = " › "


def shown(path: bytes) -> str:
    """A path that can be shown: what is not Unicode, or would steer the screen, is replaced."""
    return "".join(c if c.isprintable() else "\ufffd" for c in path.decode("utf-8", "replace"))


def one_line(text: str) -> str:
    """Text of a document on one line, without characters that would steer the screen."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable())


def name_of(path: bytes) -> str:
    """The last part of a path, for people."""
    return shown(paths.name_of(path) or path)


def folder_of(path: bytes) -> str:
    """Where a file lies, such as “Documents › Home › Contracts”."""
    return trail(paths.parent_of(path))


def from_home(path: bytes) -> str:
    """A whole path, with ~ for the user's own folder."""
    home = _home()
    if path == home:
        return "~"
    if paths.is_within(path, home):
        return shown(paths.entry_in(b"~", paths.relative(path, home)))
    return shown(path)


def trail(folder: bytes) -> str:
    """A folder with arrows between its parts, from home on where it lies there."""
    home = _home()
    if folder == home:
        return "~"
    inside = paths.relative(folder, home) if paths.is_within(folder, home) else folder
    return ARROW.join(map(shown, paths.names_in(inside))) or os.sep


def _home() -> bytes:
    return paths.normalized(bytes(Path.home()))
