"""Pattern lists with their sources, and the last pattern among them that matches an entry."""

from collections.abc import Iterable
from dataclasses import dataclass

from alcove.files.rules.exclusion import Exclusion
from alcove.files.rules.pattern_list import PatternAlternation, PatternList
from alcove.files.rules.patterns import Pattern


@dataclass(frozen=True, slots=True)
class PatternSource:
    """A list of patterns and its source.

    Attributes:
        patterns: the list.
        rule: name under which its exclusions are counted, such as “by .gitignore files”.
        source: the setting or file with the patterns, for people.
        own: whether they are the user's own rules.
        way: names of the folders from the top to the one with the list.
    """

    patterns: PatternList
    rule: str
    source: str
    own: bool = False
    way: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class PatternDecision:
    """The pattern that decides about an entry, and the list that contains it."""

    pattern: Pattern
    written: PatternSource

    def about(self, entry: bytes) -> Exclusion:
        """Return the decision as the reason why the entry at this absolute path is left out."""
        source = f"{self.written.source}, line {self.pattern.line}"
        return Exclusion(self.written.rule, entry, source, self.pattern.text)


@dataclass(frozen=True, slots=True)
class ScopedPatterns:
    """The patterns of one list that apply to the files, or to the folders, in one folder.

    Attributes:
        alternatives: the patterns that can match there.
        prefix: path to put before an entry's name, to match it.
        written: the list.
    """

    alternatives: PatternAlternation
    prefix: bytes
    written: PatternSource


def voices(
    lists: Iterable[PatternSource], names: tuple[bytes, ...]
) -> tuple[tuple[ScopedPatterns, ...], tuple[ScopedPatterns, ...]]:
    """Return the patterns that apply to the files in one folder, and those for its subfolders.

    Args:
        lists: in any order, which is kept.
        names: names of the folders from the top to this one.
    """
    files, folders = [], []
    for source in lists:
        below = names[len(source.way) :]
        compiled = source.patterns.at(len(below) + 1)
        prefix = b"".join(name + b"/" for name in below) if compiled.deep else b""
        if compiled.files is not None:
            files.append(ScopedPatterns(compiled.files, prefix, source))
        if compiled.folders is not None:
            folders.append(ScopedPatterns(compiled.folders, prefix, source))
    return tuple(files), tuple(folders)


def last_said(candidates: Iterable[ScopedPatterns], name: bytes) -> PatternDecision | None:
    """Return the decision about the entry of this name, or None where no pattern matches.

    Args:
        candidates: by descending precedence.
        name: the entry's name.
    """
    for scoped in candidates:
        pattern = scoped.alternatives.last(scoped.prefix + name)
        if pattern is not None:
            return PatternDecision(pattern, scoped.written)
    return None
