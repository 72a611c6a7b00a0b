"""Compile the patterns of one file or setting, to find the last one that matches an entry."""

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from alcove.files.rules.patterns import Pattern, PatternProblem, parse

# As git's defaults on each system: case matters where file names are case-sensitive.
_FLAGS = re.DOTALL | (re.IGNORECASE if sys.platform in ("win32", "darwin") else re.NOFLAG)


@dataclass(frozen=True, slots=True)
class PatternAlternation:
    """Patterns joined into one regular expression, the last pattern first."""

    patterns: tuple[Pattern, ...]
    regex: re.Pattern[bytes]

    @classmethod
    def of(cls, patterns: Iterable[Pattern], *, deep: bool) -> "PatternAlternation | None":
        """Compile patterns; None where there are none.

        Args:
            patterns: in the order of their lines.
            deep: whether they match paths of several names.
        """
        last_first = tuple(patterns)[::-1]
        if not last_first:
            return None
        source = b"|".join(b"(" + _source(pattern, deep=deep) + b")" for pattern in last_first)
        return cls(last_first, re.compile(source, _FLAGS))

    def last(self, text: bytes) -> Pattern | None:
        """Return the last pattern that matches a name or a path."""
        match = self.regex.fullmatch(text)
        return self.patterns[match.lastindex - 1] if match and match.lastindex else None


@dataclass(frozen=True, slots=True)
class CompiledPatterns:
    """The patterns that can match at one depth.

    Attributes:
        files: patterns that can match a file.
        folders: patterns that can match a folder.
        deep: whether they match paths rather than names.
    """

    files: PatternAlternation | None
    folders: PatternAlternation | None
    deep: bool

    @classmethod
    def of(cls, patterns: Iterable[Pattern], depth: int | None) -> "CompiledPatterns":
        """Compile the patterns that can match paths of `depth` names; None: of any other depth."""
        every = [p for p in patterns if not p.anchored or p.depth in (None, depth)]
        deep = depth != 1 and any(pattern.anchored for pattern in every)
        files = [pattern for pattern in every if not pattern.only_folders]
        return cls(
            PatternAlternation.of(files, deep=deep), PatternAlternation.of(every, deep=deep), deep
        )


@dataclass(frozen=True, slots=True)
class PatternList:
    """The patterns of one file, or of one setting.

    Attributes:
        patterns: in the order of their lines.
        problems: invalid lines, which are ignored.
        compiled: compiled patterns by depth, for the depths that some pattern names.
        elsewhere: compiled patterns for all other depths.
    """

    patterns: tuple[Pattern, ...]
    problems: tuple[PatternProblem, ...]
    compiled: Mapping[int, CompiledPatterns]
    elsewhere: CompiledPatterns

    @classmethod
    def parse(cls, text: bytes, *, problems: Iterable[PatternProblem] = ()) -> "PatternList":
        """Compile lines in gitignore syntax; `problems` are those of the file as a whole."""
        patterns, invalid = parse(text)
        depths = {1} | {pattern.depth for pattern in patterns if pattern.depth is not None}
        return cls(
            patterns=tuple(patterns),
            problems=(*problems, *invalid),
            compiled={depth: CompiledPatterns.of(patterns, depth) for depth in depths},
            elsewhere=CompiledPatterns.of(patterns, None),
        )

    def at(self, depth: int) -> CompiledPatterns:
        """Return the patterns that can match a path `depth` names below the list's own folder."""
        return self.compiled.get(depth, self.elsewhere)


def _source(pattern: Pattern, *, deep: bool) -> bytes:
    return pattern.regex if pattern.anchored or not deep else b"(?:.*/)?" + pattern.regex
