r"""Normalize and take apart paths as the index stores them: absolute, bytes, native separators.

Each path has one spelling: on Windows with backslashes, the drive letter in upper case, and no
trailing separator except for a root (`C:\`, `\\server\share\`). This module normalizes what people
type and what other programs deliver; all other code compares bytes. Paths inside archives, in URLs
and in gitignore patterns have slashes on every system; `slashed` converts a native path to that
form.
"""

import ntpath
import os
import posixpath
from collections.abc import Iterator

_SEPARATOR = os.fsencode(os.sep)
"""Separator between two names; read at each call, so that tests can replace it."""


def is_within(path: bytes, folder: bytes) -> bool:
    """Return whether `path` is `folder` or lies below it, judged by the names alone."""
    return path == folder or path.startswith(folder.rstrip(_SEPARATOR) + _SEPARATOR)


def path_range(folder: bytes) -> tuple[bytes, bytes]:
    """Return bounds `low <= path < high` of all paths below `folder`, in SQLite's blob order.

    A folder is not in its own range, except for a root.
    """
    base = folder.rstrip(_SEPARATOR)
    return base + _SEPARATOR, base + bytes([_SEPARATOR[0] + 1])


def entry_in(directory: bytes, name: bytes) -> bytes:
    """Return the path of an entry in a directory."""
    return directory.rstrip(_SEPARATOR) + _SEPARATOR + name


def name_of(path: bytes) -> bytes:
    """Return the last name of a path; empty for a root."""
    return path[path.rfind(_SEPARATOR) + 1 :]


def parent_of(path: bytes) -> bytes:
    """Return the parent directory of a path: a root for itself, empty for a bare name."""
    end = path.rfind(_SEPARATOR)
    return path[: max(end, _length_of_root(path))] if end >= 0 else b""


def relative(path: bytes, folder: bytes) -> bytes:
    """Return a path relative to a `folder` that contains it; empty for the folder itself."""
    return path[len(folder.rstrip(_SEPARATOR)) + 1 :]


def names_below(path: bytes, folder: bytes) -> list[bytes]:
    """Return the names from `folder` down to a path within it; the path's own name comes last."""
    return relative(path, folder).split(_SEPARATOR) if path != folder else []


def names_in(path: bytes) -> list[bytes]:
    r"""Return all names of a path; on Windows the drive (`C:`) or `\\server\share` comes first."""
    drive, below = _split_drive(path)
    return [name for name in (drive, *below.split(_SEPARATOR)) if name]


def up_to(path: bytes, folder: bytes) -> Iterator[bytes]:
    """Yield a path within `folder`, then its parents upwards, without the folder itself."""
    end, top = 0 if path == folder else len(path), len(folder.rstrip(_SEPARATOR))
    while end > top:
        yield path[:end]
        end = path.rfind(_SEPARATOR, 0, end)


def slashed(path: bytes, folder: bytes) -> bytes:
    """Return a path relative to `folder` with / between the names, as in gitignore patterns."""
    return b"/".join(names_below(path, folder))


def normalized(path: bytes) -> bytes:
    """Return the one spelling of an absolute path from the system or another program.

    Only Windows has several spellings of one path. `.` and `..` are kept as names: to resolve
    them, see `from_text` and `real`.
    """
    if _SEPARATOR == b"/" or not path:
        return path
    drive, below = _split_drive(path.replace(b"/", _SEPARATOR))
    if drive[1:] == b":":
        drive = drive.upper()
    return drive + _SEPARATOR + _SEPARATOR.join(filter(None, below.split(_SEPARATOR)))


def is_absolute(text: str) -> bool:
    """Return whether a typed path is absolute."""
    return ntpath.isabs(text) if _is_windows() else posixpath.isabs(text)


def ends_in_separator(text: str) -> bool:
    """Return whether a typed path ends in a separator; on Windows a slash counts too."""
    return text.endswith(("/", os.fsdecode(_SEPARATOR)))


def from_text(text: str, folder: str = "") -> bytes:
    """Return a typed path, with `.` and `..` resolved by the names alone; reads no disk.

    Args:
        text: absolute, or relative to `folder`.
        folder: absolute; without it, use only the names of a relative `text`.
    """
    if _is_windows():
        normal = ntpath.normpath(ntpath.join(folder, text))
    else:
        normal = posixpath.normpath(posixpath.join(folder, text))
        if normal.startswith("//"):  # POSIX leaves the meaning of // open; on Linux it equals /
            normal = normal[1:]
    try:
        return normalized(os.fsencode(normal))
    except UnicodeEncodeError:  # no file has such a name
        return normalized(normal.encode("utf-8", "surrogatepass"))


def real(path: bytes) -> bytes:
    """Return a folder's path as the index stores it: absolute, links resolved; reads the disk."""
    return normalized(os.path.realpath(path))


def real_entry(path: bytes) -> bytes:
    """Return a file's path as the index stores it: links in its folder resolved, its name kept.

    Reads the disk.
    """
    folder, name = os.path.split(os.path.abspath(path))  # noqa: PTH100 - bytes
    return normalized(os.path.join(os.path.realpath(folder), name))  # noqa: PTH118 - bytes


def _is_windows() -> bool:
    return _SEPARATOR == b"\\"


def _length_of_root(path: bytes) -> int:
    return 1 if _SEPARATOR == b"/" else len(ntpath.splitdrive(path)[0]) + 1


def _split_drive(path: bytes) -> tuple[bytes, bytes]:
    return ntpath.splitdrive(path) if _is_windows() else (b"", path)
