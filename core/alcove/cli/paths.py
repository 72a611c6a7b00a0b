"""Paths on the command line: bytes inside, readable on a screen, exact in JSON."""

import base64
from pathlib import Path

from alcove.paths import entry_in, is_within, normalized, real, real_entry, relative


def absolute(path: Path) -> bytes:
    """A path as the index knows it: absolute, the folder's links resolved, its own name kept."""
    return real_entry(bytes(path))


def real_folder(path: Path) -> bytes:
    """A folder's path as the index knows it: absolute, all links resolved."""
    return real(bytes(path))


def readable(path: bytes) -> str:
    """A path for people: one line, nothing that a terminal would obey; not valid Unicode as �."""
    text = path.decode("utf-8", "replace")
    return "".join(char if char.isprintable() else _escaped(char) for char in text)


def short(path: bytes) -> str:
    """A readable path with the home folder as ~."""
    home = normalized(bytes(Path.home()))
    if path != home and is_within(path, home):
        return readable(entry_in(b"~", relative(path, home)))
    return readable(path)


def as_json(path: bytes) -> dict[str, str]:
    """`path` for reading, and `path_bytes` (base64) where it is not valid Unicode."""
    try:
        return {"path": path.decode("utf-8")}
    except UnicodeDecodeError:
        exact = base64.b64encode(path).decode("ascii")
        return {"path": path.decode("utf-8", "replace"), "path_bytes": exact}


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
