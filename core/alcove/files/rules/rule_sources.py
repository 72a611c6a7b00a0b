"""Patterns together with the place where they are written, and what they say of an entry."""

from collections.abc import Iterable
from dataclasses import dataclass

from alcove.files.rules.exclusion import Exclusion
from alcove.files.rules.pattern_list import Alternatives, PatternList
from alcove.files.rules.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Written:
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
class Said:
    """The pattern that decided about an entry, and the list that it stands in."""

    pattern: Pattern
    written: Written

    def about(self, entry: bytes) -> Exclusion:
        """Return it as the reason why the entry at this absolute path is left out."""
        source = f"{self.written.source}, line {self.pattern.line}"
        return Exclusion(self.written.rule, entry, source, self.pattern.text)


@dataclass(frozen=True, slots=True)
class Voice:
    """What a list can say about the files, or about the folders, in one folder.

    Attributes:
        alternatives: its patterns that can match there.
        prefix: comes before an entry's name in what they match.
        written: the list.
    """

    alternatives: Alternatives
    prefix: bytes
    written: Written


def voices(
    lists: Iterable[Written], names: tuple[bytes, ...]
) -> tuple[tuple[Voice, ...], tuple[Voice, ...]]:
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
            files.append(Voice(compiled.files, prefix, written))
        if compiled.folders is not None:
            folders.append(Voice(compiled.folders, prefix, written))
    return tuple(files), tuple(folders)


def last_said(speaking: Iterable[Voice], name: bytes) -> Said | None:
    """Return what is decided about the entry of this name, or None where nothing speaks.

    Args:
        speaking: the last to speak first.
        name: the entry's.
    """
    for voice in speaking:
        pattern = voice.alternatives.last(voice.prefix + name)
        if pattern is not None:
            return Said(pattern, voice.written)
    return None
