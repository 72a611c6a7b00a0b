"""Paths as people read them: from home, with arrows between folders, shortened in the middle."""

import os
from pathlib import Path

ARROW = " › "


def shown(path: bytes) -> str:
    """A path that can be shown: what is not Unicode, or would steer the screen, is replaced."""
    return "".join(c if c.isprintable() else "\ufffd" for c in path.decode("utf-8", "replace"))


def one_line(text: str) -> str:
    """Text of a document on one line, without characters that would steer the screen."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable())


def name_of(path: bytes) -> str:
    """The last part of a path, for people."""
    return shown(os.path.basename(path) or path)  # noqa: PTH119 - bytes


def folder_of(path: bytes) -> str:
    """Where a file lies, such as “Documents › Home › Contracts”."""
    return trail(os.path.dirname(path))  # noqa: PTH120 - bytes


def from_home(path: bytes) -> str:
    """A whole path, with ~ for the user's own folder."""
    home = os.fsencode(Path.home())
    if path == home or path.startswith(home + os.fsencode(os.sep)):
        return f"~{shown(path[len(home) :])}"
    return shown(path)


def trail(folder: bytes) -> str:
    """A folder with arrows between its parts, from home on where it lies there."""
    home = os.fsencode(Path.home())
    if folder == home:
        return "~"
    inside = folder.removeprefix(home + os.fsencode(os.sep))
    return ARROW.join(part for part in Path(shown(inside)).parts if part != os.sep) or os.sep
