"""What of a folder is left out of the index: by default, by the user's rules, by ignore files.

The last pattern that speaks about an entry decides, as in git. They speak in this order: the
user's rules for all folders, those for this folder, then the .gitignore and the .ignore of each
folder on the way down. What lies in a folder that is left out stays out.

The defaults come before all of them, and only the user's own rules bring back what a default
leaves out: no file in a downloaded folder may have hidden files read by its “!*/”. Where such a
rule names a path (“!.config/notes/”), the folders above it are opened for it and nothing else.
A kind of document that the user switched off stays out whatever any pattern says.
Neither .git/info/exclude nor git's global file is obeyed: nobody sees them in the folder.
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
    """All that decides in one folder; without arguments, the defaults alone.

    Attributes:
        own: the user's patterns, the last to speak first.
        ignore_files: whether .gitignore and .ignore are obeyed.
        hidden: whether hidden entries are wanted.
        library: path of the library, which nothing brings back; empty for none.
        opened: paths from the top of folders that a rule of the user's leads through.
        unwanted: whether a file of this name is of a kind that is switched off; None for none.
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
        """Return the rules that the settings mean for one folder.

        Args:
            settings: what the user wants; lines that mean nothing are passed over.
            folder: absolute path.
            library: absolute path of the library; links in it are followed.
            unwanted: tells by a file's name that its kind is switched off.
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
        """Return what holds in the folder that the user chose, whatever its own name is.

        Args:
            folder: absolute path.
            names: of the entries in it.
        """
        return FolderLevel(folder, (), (*self._found(folder, (), names), *self.own))

    def judge(self, level: FolderLevel, name: bytes, *, is_folder: bool) -> Exclusion | None:
        """Return why the entry of this name is left out, or None.

        For a folder, `enter` has the last word.
        """
        if not is_folder and self.unwanted is not None and self.unwanted(name):
            return Exclusion(FILE_TYPE, level.entry(name), "your file types")
        speaking = level.folders if is_folder else level.files
        default = level.default or by_name(name, is_folder=is_folder, hidden=self.hidden)
        if default is not None:
            said = last_said((scoped for scoped in speaking if scoped.written.own), name)
            if said is None:
                opened = is_folder and level.inside + name in self.opened
                return None if opened else Exclusion(default, level.entry(name))
            if not said.pattern.keeps:
                return said.about(level.entry(name))
        said = last_said(speaking, name)
        return None if said is None or said.pattern.keeps else said.about(level.entry(name))

    def enter(
        self, above: FolderLevel, name: bytes, names: Container[bytes]
    ) -> FolderLevel | Exclusion:
        """Go down into a folder that `judge` lets pass.

        Args:
            above: what holds where the folder lies.
            name: the folder's.
            names: of the entries in it.

        Returns:
            What holds in it, or why it is left out after all.
        """
        path = above.entry(name)
        if path == self.library:
            return Exclusion(LIBRARY, path)
        default = self._default_of_folder(above, name, names)
        if default is not None and above.inside + name not in self.opened:
            return Exclusion(default, path)
        way = (*above.names, name)
        return FolderLevel(path, way, (*self._found(path, way, names), *above.lists), default)

    def _default_of_folder(
        self, above: FolderLevel, name: bytes, names: Container[bytes]
    ) -> str | None:
        """The default that leaves out a folder; None where a rule of the user's brings it back."""
        default = (
            above.default
            or by_name(name, is_folder=True, hidden=self.hidden)
            or by_content(above.entry(name), names)
        )
        own = (scoped for scoped in above.folders if scoped.written.own)
        return default if default is not None and last_said(own, name) is None else None

    def _found(
        self, path: bytes, way: tuple[bytes, ...], names: Container[bytes]
    ) -> Iterator[PatternSource]:
        """The ignore files in a folder, the last to speak first."""
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
    for written in own:
        for pattern in written.patterns.patterns:
            if pattern.keeps:
                yield from literal_parents(pattern)
