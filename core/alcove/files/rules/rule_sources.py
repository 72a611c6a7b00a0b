"""Patterns together with the place where they are written, and what they say of an entry."""

from collections.abc import Iterable
from dataclasses import dataclass

from alcove.files.rules.exclusion import Exclusion
from alcove.files.rules.pattern_list import PatternAlternation, PatternList
from alcove.files.rules.patterns import Pattern


@dataclass(frozen=True, slots=True)
class PatternSource:
    """A list of patterns and its place.

    Attributes:
        patterns: the list.
        rule: how these patterns are counted, such as “by .gitignore files”.
        source: who or which file says it, for people.
        own: whether they are the user's.
        way: names of the folders from the top to the one that the list lies in.
    """

    patterns: PatternList
    rule: str
    source: str
    own: bool = False
    way: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class PatternDecision:
    """The pattern that decided about an entry, and the list that it stands in."""

    pattern: Pattern
    written: PatternSource

    def about(self, entry: bytes) -> Exclusion:
        """Return it as the reason why the entry at this absolute path is left out."""
        source = f"{self.written.source}, line {self.pattern.line}"
        return Exclusion(self.written.rule, entry, source, self.pattern.text)


@dataclass(frozen=True, slots=True)
class ScopedPatterns:
    """What a list can say about the files, or about the folders, in one folder.

    Attributes:
        alternatives: its patterns that can match there.
        prefix: comes before an entry's name in what they match.
        written: the list.
    """

    alternatives: PatternAlternation
    prefix: bytes
    written: PatternSource


def voices(
    lists: Iterable[PatternSource], names: tuple[bytes, ...]
) -> tuple[tuple[ScopedPatterns, ...], tuple[ScopedPatterns, ...]]:
    """Return what lists can say about the files in one folder, and about the folders.

    Args:
        lists: in any order, which is kept.
        names: of the folders from the top to this one.
    """
    files, folders = [], []
    for written in lists:
        below = names[len(written.way) :]
        compiled = written.patterns.at(len(below) + 1)
        prefix = b"".join(name + b"/" for name in below) if compiled.deep else b""
        if compiled.files is not None:
            files.append(ScopedPatterns(compiled.files, prefix, written))
        if compiled.folders is not None:
            folders.append(ScopedPatterns(compiled.folders, prefix, written))
    return tuple(files), tuple(folders)


def last_said(speaking: Iterable[ScopedPatterns], name: bytes) -> PatternDecision | None:
    """Return what is decided about the entry of this name, or None where nothing speaks.

    Args:
        speaking: the last to speak first.
        name: the entry's.
    """
    for scoped in speaking:
        pattern = scoped.alternatives.last(scoped.prefix + name)
        if pattern is not None:
            return PatternDecision(pattern, scoped.written)
    return None
