"""Read the .gitignore and .ignore files of a folder."""

from collections.abc import Container
from enum import StrEnum
from functools import lru_cache

from alcove.errors import ReadError
from alcove.files.rules.pattern_list import PatternList
from alcove.files.rules.patterns import PatternProblem
from alcove.paths import entry_in
from alcove.sandbox.open_file import open_regular

_MAX_BYTES = 1 << 18  # nobody writes a longer list by hand


class IgnoreFile(StrEnum):
    """Names of ignore files, by ascending precedence within one folder."""

    GITIGNORE = ".gitignore"
    IGNORE = ".ignore"


def read_ignore_files(
    folder: bytes, names: Container[bytes]
) -> list[tuple[IgnoreFile, PatternList]]:
    """Read the ignore files in a folder, by ascending precedence.

    A file that is unreadable, too large or not regular gives a list with no pattern and one
    problem.

    Args:
        folder: its path.
        names: names of the entries in it.
    """
    present = [kind for kind in IgnoreFile if kind.encode() in names]
    lists = {kind: _read(entry_in(folder, kind.encode())) for kind in present}
    return [(kind, patterns) for kind, patterns in lists.items() if patterns is not None]


def _read(path: bytes) -> PatternList | None:
    try:
        with open_regular(path) as descriptor, open(descriptor, "rb", closefd=False) as file:
            text = file.read(_MAX_BYTES + 1)
    except FileNotFoundError:
        return None
    except ReadError as error:
        return _unusable(error.detail or f"It cannot be read: {error.reason}.")
    except OSError as error:
        return _unusable(f"Reading it failed: {error.strerror}.")
    if len(text) > _MAX_BYTES:
        return _unusable("It has more than 256 KiB.")
    return _parsed(text)


@lru_cache(maxsize=64)
def _parsed(text: bytes) -> PatternList:
    """Compile each text once: paths are checked one by one, and many folders have equal files."""
    return PatternList.parse(text)


def _unusable(problem: str) -> PatternList:
    return PatternList.parse(b"", problems=[PatternProblem(0, b"", problem.removesuffix("."))])
