"""Decide which entries of a folder are left out: by defaults, user rules and ignore files.

The last matching pattern decides, as in git. Patterns are ordered by ascending precedence: the
user's rules for all folders, the rules for this folder, then the .gitignore and the .ignore of each
folder from the top down. The content of an excluded folder stays out.

The defaults come before all patterns, and only the user's own rules can bring back what a default
leaves out: an ignore file in a downloaded folder must not make us read hidden files by its “!*/”.
Where a rule of the user's names a path (“!.config/notes/”), the folders above that path are opened
for it and for nothing else. A document type that the user switched off stays out, whatever any
pattern says. .git/info/exclude and git's global file are ignored: they are not visible in the
folder.
"""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from alcove.files.rules.defaults import FILE_TYPE, LIBRARY, by_content, by_name
from alcove.files.rules.exclusion import Exclusion
from alcove.files.rules.folder_level import FolderLevel
from alcove.files.rules.ignore_files import read_ignore_files
from alcove.files.rules.pattern_list import PatternList
from alcove.files.rules.patterns import encoded, literal_parents
from alcove.files.rules.rule_sources import PatternSource, last_said
from alcove.paths import entry_in, real
from alcove.personal import Settings


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All exclusion rules for one folder; without arguments, the defaults alone.

    Attributes:
        own: the user's patterns, by descending precedence.
        ignore_files: whether .gitignore and .ignore are obeyed.
        hidden: whether hidden entries are wanted.
        library: path of the library, which no rule brings back; empty for none.
        opened: paths, relative to the top, of folders that a rule of the user's opens.
        unwanted: predicate for names of files whose type is switched off; None for no such type.
    """

    own: tuple[PatternSource, ...] = ()
    ignore_files: bool = False
    hidden: bool = False
    library: bytes = b""
    opened: frozenset[bytes] = frozenset()
    unwanted: Callable[[bytes], bool] | None = None

    @classmethod
    def of(
        cls,
        settings: Settings,
        folder: bytes,
        *,
        library: bytes = b"",
        unwanted: Callable[[bytes], bool] | None = None,
    ) -> "RuleSet":
        """Return the rules of the settings for one folder.

        Args:
            settings: the user's settings; invalid lines are ignored.
            folder: absolute path.
            library: absolute path of the library; links in it are followed.
            unwanted: predicate for names of files whose type is switched off.
        """
        own = tuple(_own(settings, folder))
        return cls(
            own=own,
            ignore_files=settings.ignore_files,
            hidden=settings.hidden,
            library=real(library) if library else b"",
            opened=frozenset(_opened(own)),
            unwanted=unwanted,
        )

    def top(self, folder: bytes, names: Container[bytes]) -> FolderLevel:
        """Return the rules in force in the folder that the user chose, whatever its own name is.

        Args:
            folder: absolute path.
            names: names of the entries in it.
        """
        return FolderLevel(folder, (), (*self._ignore_lists(folder, (), names), *self.own))

    def judge(self, level: FolderLevel, name: bytes, *, is_folder: bool) -> Exclusion | None:
        """Return why the entry of this name is left out, or None.

        A folder may still be left out by `enter`.
        """
        if not is_folder and self.unwanted is not None and self.unwanted(name):
            return Exclusion(FILE_TYPE, level.entry(name), "your file types")
        candidates = level.folders if is_folder else level.files
        default = level.default or by_name(name, is_folder=is_folder, hidden=self.hidden)
        if default is not None:
            match = last_said((scoped for scoped in candidates if scoped.written.own), name)
            if match is None:
                opened = is_folder and level.inside + name in self.opened
                return None if opened else Exclusion(default, level.entry(name))
            if not match.pattern.keeps:
                return match.about(level.entry(name))
        match = last_said(candidates, name)
        return None if match is None or match.pattern.keeps else match.about(level.entry(name))

    def enter(
        self, above: FolderLevel, name: bytes, names: Container[bytes]
    ) -> FolderLevel | Exclusion:
        """Enter a folder that `judge` does not leave out.

        Args:
            above: rules in force in its parent folder.
            name: the folder's name.
            names: names of the entries in it.

        Returns:
            The rules in force in it, or why it is left out after all.
        """
        path = above.entry(name)
        if path == self.library:
            return Exclusion(LIBRARY, path)
        default = self._default_of_folder(above, name, names)
        if default is not None and above.inside + name not in self.opened:
            return Exclusion(default, path)
        way = (*above.names, name)
        return FolderLevel(
            path, way, (*self._ignore_lists(path, way, names), *above.lists), default
        )

    def _default_of_folder(
        self, above: FolderLevel, name: bytes, names: Container[bytes]
    ) -> str | None:
        """Return the default rule that leaves out a folder, unless a user rule overrides it."""
        default = (
            above.default
            or by_name(name, is_folder=True, hidden=self.hidden)
            or by_content(above.entry(name), names)
        )
        own = (scoped for scoped in above.folders if scoped.written.own)
        return default if default is not None and last_said(own, name) is None else None

    def _ignore_lists(
        self, path: bytes, way: tuple[bytes, ...], names: Container[bytes]
    ) -> Iterator[PatternSource]:
        """Yield the pattern lists of a folder's ignore files, by descending precedence."""
        if self.ignore_files:
            for name, patterns in reversed(read_ignore_files(path, names)):
                source = entry_in(path, name.encode()).decode("utf-8", "replace")
                yield PatternSource(patterns, f"by {name} files", source, way=way)


def _own(settings: Settings, folder: bytes) -> Iterator[PatternSource]:
    texts = (
        (settings.folder_patterns.get(folder, ""), "by this folder's rules", "this folder's rules"),
        (settings.patterns, "by your rules", "your rules"),
    )
    for text, rule, source in texts:
        if text:
            yield PatternSource(PatternList.parse(encoded(text)), rule, source, own=True)


def _opened(own: tuple[PatternSource, ...]) -> Iterator[bytes]:
    for source in own:
        for pattern in source.patterns.patterns:
            if pattern.keeps:
                yield from literal_parents(pattern)
