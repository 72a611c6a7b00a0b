"""Lines in gitignore syntax: what each of them means, and what is wrong with those that mean none.

Agrees with git 2.39 (tests/files/rules/test_patterns_git.py), but for lines with a zero byte: git
reads them up to it, here they are problems. The package pathspec, asked about 1,500 trees of that
test, raised errors of its own in 128 and differed from git in 28; it also matches whole paths,
where a walk asks about one entry at a time.
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
        line: its number, from 1.
        text: as it was written.
        keeps: whether it begins with “!”.
        only_folders: whether it ends with a slash.
        anchored: whether the place of the file with this line matters.
        depth: how many names a path has that an anchored one matches; None where that varies.
        regex: what matches an entry's name, or its path where anchored.
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
    """A line that means nothing.

    Attributes:
        line: its number, from 1; 0 where the whole file is meant.
        text: as it was written.
        what: what is wrong with it, in plain words.
    """

    line: int
    text: bytes
    what: str


def parse(text: bytes) -> tuple[list[Pattern], list[PatternProblem]]:
    """Read lines in gitignore syntax, in their order; comments and empty ones are passed over."""
    patterns = []
    problems = []
    for number, line in _lines(text):
        try:
            patterns.append(_pattern(number, line))
        except MalformedGlobError as error:
            problems.append(PatternProblem(number, line, str(error)))
    return patterns, problems


def encoded(lines: str) -> bytes:
    """Return a setting's lines as the bytes that names are made of."""
    return lines.encode("utf-8", "surrogateescape")


def literal_parents(pattern: Pattern) -> Iterator[bytes]:
    """Yield the folders on the way to what an anchored pattern names, up to its first wildcard."""
    way = b""
    for name in pattern.text[pattern.keeps :].strip(b"/").split(b"/")[:-1]:
        if _WILDCARD.search(name):
            return
        way += name
        yield way
        way += b"/"


def _lines(text: bytes) -> Iterator[tuple[int, bytes]]:
    for number, raw in enumerate(text.removeprefix(_BOM).split(b"\n"), start=1):
        line = _without_trailing_spaces(raw.removesuffix(b"\r"))
        if line and not line.startswith(b"#"):
            yield number, line


def _without_trailing_spaces(line: bytes) -> bytes:
    """Drop spaces at the end; one after a backslash stays."""
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
    """As git does it: the part before the first wildcard is compared, only the rest is a glob.

    So “a**/b” matches “a/b” and “ax/y/b”: what is left of it begins with “**/”.
    """
    wildcard = _WILDCARD.search(glob)
    plain = wildcard.start() if wildcard else len(glob)
    return re.escape(glob[:plain]) + translate(glob[plain:])


def _depth(glob: bytes) -> int | None:
    if b"**" in glob or b"[" in glob:  # a slash within a set is none
        return None
    return glob.count(b"/") + 1
