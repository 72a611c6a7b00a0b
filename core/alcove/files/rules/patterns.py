"""Parse lines in gitignore syntax into patterns, and report the invalid ones.

Agrees with git 2.39 (tests/files/rules/test_patterns_git.py) except for lines with a zero byte:
git reads them up to it, here they are invalid. On 1,500 trees of that test, the package pathspec
raised errors of its own in 128 and differed from git in 28; it also matches whole paths, whereas a
walk checks one entry at a time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alcove.files.rules.wildmatch import MalformedGlobError, translate

_WILDCARD = re.compile(rb"[*?\[\\]")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line that leaves something out, or keeps it.

    Attributes:
        line: line number, from 1.
        text: as written.
        keeps: whether it begins with “!”.
        only_folders: whether it ends with a slash.
        anchored: whether it matches paths relative to the folder of its file, not bare names.
        depth: number of names in the paths that an anchored pattern matches; None where it varies.
        regex: regular expression for an entry's name, or for its path where anchored.
    """

    line: int
    text: bytes
    keeps: bool
    only_folders: bool
    anchored: bool
    depth: int | None
    regex: bytes


@dataclass(frozen=True, slots=True)
class PatternProblem:
    """An invalid line.

    Attributes:
        line: line number, from 1; 0 for a problem of the whole file.
        text: as written.
        what: the problem, in plain words.
    """

    line: int
    text: bytes
    what: str


def parse(text: bytes) -> tuple[list[Pattern], list[PatternProblem]]:
    """Parse lines in gitignore syntax, in their order; skip comments and empty lines."""
    patterns = []
    problems = []
    for number, line in _lines(text):
        try:
            patterns.append(_pattern(number, line))
        except MalformedGlobError as error:
            problems.append(PatternProblem(number, line, str(error)))
    return patterns, problems


def encoded(lines: str) -> bytes:
    """Return a setting's lines as bytes, encoded like file names."""
    return lines.encode("utf-8", "surrogateescape")


def literal_parents(pattern: Pattern) -> Iterator[bytes]:
    """Yield the parent folders in a pattern's path, outermost first, up to the first wildcard."""
    parent = b""
    for name in pattern.text[pattern.keeps :].strip(b"/").split(b"/")[:-1]:
        if _WILDCARD.search(name):
            return
        parent += name
        yield parent
        parent += b"/"


def _lines(text: bytes) -> Iterator[tuple[int, bytes]]:
    for number, raw in enumerate(text.removeprefix(_BOM).split(b"\n"), start=1):
        line = _without_trailing_spaces(raw.removesuffix(b"\r"))
        if line and not line.startswith(b"#"):
            yield number, line


def _without_trailing_spaces(line: bytes) -> bytes:
    """Drop trailing spaces, except one after a backslash."""
    bare = line.rstrip(b" ")
    backslashes = len(bare) - len(bare.rstrip(b"\\"))
    return line[: len(bare) + 1] if backslashes % 2 else bare


def _pattern(number: int, text: bytes) -> Pattern:
    keeps = text.startswith(b"!")
    glob = text[keeps:]
    only_folders = glob.endswith(b"/")
    glob = glob.removesuffix(b"/")
    anchored = b"/" in glob
    glob = glob.removeprefix(b"/")
    if not glob:
        raise MalformedGlobError("there is nothing to match")
    if b"\0" in glob:
        raise MalformedGlobError("it has a zero byte")
    depth = _depth(glob) if anchored else None
    return Pattern(number, text, keeps, only_folders, anchored, depth, _translate(glob))


def _translate(glob: bytes) -> bytes:
    """Return the regular expression for a glob, by git's method.

    The part before the first wildcard is compared literally; only the rest is a glob. So “a**/b”
    matches “a/b” and “ax/y/b”: the rest begins with “**/”.
    """
    wildcard = _WILDCARD.search(glob)
    plain = wildcard.start() if wildcard else len(glob)
    return re.escape(glob[:plain]) + translate(glob[plain:])


def _depth(glob: bytes) -> int | None:
    if b"**" in glob or b"[" in glob:  # a slash within a set separates no names
        return None
    return glob.count(b"/") + 1
