r"""Paths as the index keeps them: absolute, in bytes, in the system's own form.

There is one spelling of each: on Windows with backslashes, the drive's letter in upper case, and
no separator at the end but that of a root (`C:\`, `\\server\share\`). What people type and what
other programs deliver is brought to it here; everything else compares bytes. Paths inside
archives, in URLs and in gitignore patterns have slashes on every system: they are no paths of the
system, and `slashed` is the way from one to the other.
"""

import ntpath
import os
import posixpath
from collections.abc import Iterator

_SEPARATOR = os.fsencode(os.sep)
"""Between two names; read at each call, so that tests can put another system's in its place."""


def is_within(path: bytes, folder: bytes) -> bool:
    """Whether `path` is `folder` or lies somewhere below it, judged by the names alone."""
    return path == folder or path.startswith(folder.rstrip(_SEPARATOR) + _SEPARATOR)


def path_range(folder: bytes) -> tuple[bytes, bytes]:
    """Bounds `low <= path < high` of everything below `folder`, in the order of SQLite's blobs.

    A folder is not in its own range, but for a root.
    """
    base = folder.rstrip(_SEPARATOR)
    return base + _SEPARATOR, base + bytes([_SEPARATOR[0] + 1])


def entry_in(directory: bytes, name: bytes) -> bytes:
    """The path of an entry of a directory."""
    return directory.rstrip(_SEPARATOR) + _SEPARATOR + name


def name_of(path: bytes) -> bytes:
    """The last name of a path; empty for a root."""
    return path[path.rfind(_SEPARATOR) + 1 :]


def parent_of(path: bytes) -> bytes:
    """The directory in which a path lies; a root lies in itself, a mere name in none (empty)."""
    end = path.rfind(_SEPARATOR)
    return path[: max(end, _length_of_root(path))] if end >= 0 else b""


def relative(path: bytes, folder: bytes) -> bytes:
    """The way from `folder` to a path within it; empty for the folder itself."""
    return path[len(folder.rstrip(_SEPARATOR)) + 1 :]


def names_below(path: bytes, folder: bytes) -> list[bytes]:
    """The names from `folder` down to a path within it, that of the path the last."""
    return relative(path, folder).split(_SEPARATOR) if path != folder else []


def names_in(path: bytes) -> list[bytes]:
    r"""All names of a path; on Windows its drive (`C:`) or share (`\\server\share`) comes first."""
    drive, below = _split_drive(path)
    return [name for name in (drive, *below.split(_SEPARATOR)) if name]


def up_to(path: bytes, folder: bytes) -> Iterator[bytes]:
    """Yield a path within `folder`, then what lies above it, the folder itself left out."""
    end, top = 0 if path == folder else len(path), len(folder.rstrip(_SEPARATOR))
    while end > top:
        yield path[:end]
        end = path.rfind(_SEPARATOR, 0, end)


def slashed(path: bytes, folder: bytes) -> bytes:
    """The way from `folder` to a path within it with / between the names, as patterns have it."""
    return b"/".join(names_below(path, folder))


def normalized(path: bytes) -> bytes:
    """The one spelling of an absolute path that the system or another program delivered.

    Only Windows has several for one name. Dots are names here: see `from_text` and `real`.
    """
    if _SEPARATOR == b"/" or not path:
        return path
    drive, below = _split_drive(path.replace(b"/", _SEPARATOR))
    if drive[1:] == b":":
        drive = drive.upper()
    return drive + _SEPARATOR + _SEPARATOR.join(filter(None, below.split(_SEPARATOR)))


def is_absolute(text: str) -> bool:
    """Whether a path that somebody typed has its beginning."""
    return ntpath.isabs(text) if _is_windows() else posixpath.isabs(text)


def ends_in_separator(text: str) -> bool:
    """Whether the last name that somebody typed is complete; a slash ends it on Windows too."""
    return text.endswith(("/", os.fsdecode(_SEPARATOR)))


def from_text(text: str, folder: str = "") -> bytes:
    """The path that somebody typed, its dots resolved by the names alone; the disk is not asked.

    Args:
        text: absolute, or from `folder` on.
        folder: absolute; where it is left out, of a relative text only the names are to be used.
    """
    if _is_windows():
        normal = ntpath.normpath(ntpath.join(folder, text))
    else:
        normal = posixpath.normpath(posixpath.join(folder, text))
        if normal.startswith("//"):  # POSIX lets two stand for something else; Linux does not
            normal = normal[1:]
    try:
        return normalized(os.fsencode(normal))
    except UnicodeEncodeError:  # no file has such a name
        return normalized(normal.encode("utf-8", "surrogatepass"))


def real(path: bytes) -> bytes:
    """A folder's path as the index knows it: absolute, all links resolved; asks the disk."""
    return normalized(os.path.realpath(path))


def real_entry(path: bytes) -> bytes:
    """A file's path as the index knows it: links in its folder resolved, its own name kept.

    Asks the disk.
    """
    folder, name = os.path.split(os.path.abspath(path))  # noqa: PTH100 - bytes
    return normalized(os.path.join(os.path.realpath(folder), name))  # noqa: PTH118 - bytes


def _is_windows() -> bool:
    return _SEPARATOR == b"\\"


def _length_of_root(path: bytes) -> int:
    return 1 if _SEPARATOR == b"/" else len(ntpath.splitdrive(path)[0]) + 1


def _split_drive(path: bytes) -> tuple[bytes, bytes]:
    return ntpath.splitdrive(path) if _is_windows() else (b"", path)
