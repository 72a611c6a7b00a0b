""".gitignore and .ignore files: which a folder has, and what they say."""

from collections.abc import Container
from enum import StrEnum
from functools import lru_cache

from alcove.errors import ReadError
from alcove.files.rules.pattern_list import PatternList
from alcove.files.rules.patterns import PatternProblem
from alcove.paths import entry_in
from alcove.sandbox.open_file import open_regular

_MOST = 1 << 18  # bytes; more is no list that a person wrote


class IgnoreFile(StrEnum):
    """The names of such files; in one folder, the later speaks after the earlier."""

    GITIGNORE = ".gitignore"
    IGNORE = ".ignore"


def read_ignore_files(
    folder: bytes, names: Container[bytes]
) -> list[tuple[IgnoreFile, PatternList]]:
    """Read those that lie in a folder, in the order in which they speak.

    One that cannot be read, or is no regular file, says nothing and carries that as its problem.

    Args:
        folder: its path.
        names: of the entries in it.
    """
    there = [kind for kind in IgnoreFile if kind.encode() in names]
    found = {kind: _read(entry_in(folder, kind.encode())) for kind in there}
    return [(kind, patterns) for kind, patterns in found.items() if patterns is not None]


def _read(path: bytes) -> PatternList | None:
    try:
        with open_regular(path) as descriptor, open(descriptor, "rb", closefd=False) as file:
            text = file.read(_MOST + 1)
    except FileNotFoundError:
        return None
    except ReadError as error:
        return _silent(error.detail or f"It cannot be read: {error.reason}.")
    except OSError as error:
        return _silent(f"Reading it failed: {error.strerror}.")
    if len(text) > _MOST:
        return _silent("It has more than 256 KiB.")
    return _parsed(text)


@lru_cache(maxsize=64)
def _parsed(text: bytes) -> PatternList:
    """Compile each text once: single paths are asked about, and folders are full of copies."""
    return PatternList.parse(text)


def _silent(what: str) -> PatternList:
    return PatternList.parse(b"", problems=[PatternProblem(0, b"", what.removesuffix("."))])
