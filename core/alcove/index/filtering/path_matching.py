"""Match paths by file name or folder name: functions that SQL can call."""

import re
import sqlite3
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from alcove.language import fold
from alcove.language.scripts import JOINED
from alcove.paths import is_within, name_of, parent_of, slashed

NAME: Final = "alcove_name"
FOLDER: Final = "alcove_folder"
_COMPILED = 64  # tests cached: those of a few queries
_FOLDERS = 4096  # folders cached for a test: the files of a folder mostly follow each other
_NAMES = 100_000  # folded names cached, of those that are not ASCII: some 20 MB

_TOKEN = re.compile(r"[^\W_]+")
# Where a word may begin: not inside a word, but anywhere in scripts without spaces.
_BEGINNING: Final = rf"(?:(?<![^\W_])|(?=[{JOINED}]))"
# Where a word also begins inside a name: TaxReturn, report2024.
_BORDER = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_ANY, _ANY_ONE = "[^/]*", "[^/]"  # what * and ? match


def add_functions(connection: sqlite3.Connection) -> None:
    """Let SQL on this connection call both functions below; calling it again is harmless."""
    existing = connection.execute("SELECT 1 FROM pragma_function_list WHERE name = ?", (FOLDER,))
    if existing.fetchone() is None:  # defining them again fails while a statement runs
        connection.create_function(NAME, 2, has_name, deterministic=True)
        connection.create_function(FOLDER, 3, is_in_folder, deterministic=True)


def has_name(path: bytes, wanted: str) -> bool:
    """Return whether a file's name has every word of `wanted`, or matches it as a pattern.

    A word may continue in the name: "tax" is in "Taxes_2024.pdf" and in "MyTaxReturn.pdf". Case,
    diacritics and punctuation around words are ignored. If it contains * or ?, `wanted` is a
    pattern for the whole name.
    """
    return _name_test(wanted)(path)


def is_in_folder(path: bytes, wanted: str, tops: bytes | None) -> bool:
    r"""Return whether a file is below a folder of this name, inside a folder of the library.

    Args:
        path: of the file.
        wanted: a folder's name, or several that follow each other: work/2025. Case and diacritics
            are ignored; * matches any characters, ? any single one.
        tops: the folders of the library, separated by \0; their own names count.
    """
    return _folder_test(wanted, tops or b"")(path)


@lru_cache(maxsize=_COMPILED)
def _name_test(wanted: str) -> Callable[[bytes], bool]:
    patterns, tokens = _name_patterns(wanted), _tokens(wanted)
    rarest = max(tokens, key=len, default="")
    rarest_bytes = rarest.encode()

    def test(path: bytes) -> bool:
        name = name_of(path)
        if name.isascii():
            return rarest_bytes in name.lower() and matches(name.decode(), name.lower().decode())
        folded = _folded_name(name)
        return rarest in folded and matches(name.decode("utf-8", "replace"), folded)

    def matches(name: str, folded: str) -> bool:
        if not all(token in folded for token in tokens):
            return False
        if all(pattern.search(folded) for pattern in patterns):
            return True
        apart = _folded(_BORDER.sub(" ", name))
        return all(pattern.search(folded) or pattern.search(apart) for pattern in patterns)

    return test


@lru_cache(maxsize=_NAMES)
def _folded_name(name: bytes) -> str:
    return _folded(name.decode("utf-8", "replace"))


def _name_patterns(wanted: str) -> list[re.Pattern[str]]:
    """Return the patterns that must all match a folded name."""
    if "*" in wanted or "?" in wanted:
        return [re.compile(rf"\A{_pattern(wanted)}\Z", re.DOTALL)]
    return [_word_pattern(_folded(word)) for word in wanted.split()]


def _word_pattern(word: str) -> re.Pattern[str]:
    """Return a pattern for a word at the start of one, with any punctuation between its parts."""
    tokens = _TOKEN.findall(word)
    if not tokens:
        return re.compile(re.escape(word))
    return re.compile(_BEGINNING + r"[\W_]+".join(map(re.escape, tokens)))


@lru_cache(maxsize=_COMPILED)
def _folder_test(wanted: str, tops: bytes) -> Callable[[bytes], bool]:
    folders = sorted(tops.split(b"\0"), key=len) if tops else []
    pattern = re.compile(rf"/{_pattern(wanted)}/", re.DOTALL)
    rarest = max(_tokens(wanted), key=len, default="").encode()

    @lru_cache(maxsize=_FOLDERS)
    def holds(folder: bytes) -> bool:
        top = next((top for top in folders if is_within(folder, top)), None)
        if top is None:
            return False
        inside = slashed(folder, parent_of(top))
        return bool(pattern.search(f"/{_folded(inside.decode('utf-8', 'replace'))}/"))

    def test(path: bytes) -> bool:
        if rarest not in path.lower() and path.isascii():
            return False
        return holds(parent_of(path))

    return test


def _pattern(wanted: str) -> str:
    """Return a regular expression for a folded text with the wildcards * and ?.

    All stars but the last match as little as they can and never backtrack, as in `fnmatch`:
    backtracking takes ten times as long for each further star.
    """
    first, *rest = (_literal(part) for part in re.split(r"\*+", _folded(wanted)))
    if not rest:
        return first
    *between, last = rest
    return first + "".join(f"(?>{_ANY}?{part})" for part in between) + _ANY + last


def _literal(part: str) -> str:
    return "".join(_ANY_ONE if char == "?" else re.escape(char) for char in part)


def _tokens(wanted: str) -> list[str]:
    """Return what a folded name must contain to match: a quick test before the patterns."""
    return _TOKEN.findall(_folded(wanted))


def _folded(text: str) -> str:
    """Fold a text and keep its spaces; `fold` alone drops them where it is not ASCII."""
    return text.lower() if text.isascii() else " ".join(map(fold, text.split(" ")))
