"""Convert paths of the command line: bytes inside, printable on a terminal, exact in JSON."""

import base64
from pathlib import Path

from alcove.paths import entry_in, is_within, normalized, real, real_entry, relative


def absolute(path: Path) -> bytes:
    """Return a path as the index stores it: absolute, its folder's links resolved, not its own."""
    return real_entry(bytes(path))


def real_folder(path: Path) -> bytes:
    """Return a folder's path as the index stores it: absolute, all links resolved."""
    return real(bytes(path))


def readable(path: bytes) -> str:
    """Return a path on one line, control characters escaped, invalid UTF-8 replaced by �."""
    text = path.decode("utf-8", "replace")
    return "".join(char if char.isprintable() else _escaped(char) for char in text)


def short(path: bytes) -> str:
    """Return a readable path with the home folder as ~."""
    home = normalized(bytes(Path.home()))
    if path != home and is_within(path, home):
        return readable(entry_in(b"~", relative(path, home)))
    return readable(path)


def as_json(path: bytes) -> dict[str, str]:
    """Return `path`, and also `path_bytes` (base64) if it is not valid UTF-8."""
    try:
        return {"path": path.decode("utf-8")}
    except UnicodeDecodeError:
        exact = base64.b64encode(path).decode("ascii")
        return {"path": path.decode("utf-8", "replace"), "path_bytes": exact}


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
