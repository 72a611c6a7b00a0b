"""The wanted folders with their rules: asked by the scans, and by the watcher's threads."""

from collections.abc import Iterable, Mapping

from alcove.documents import named_as
from alcove.files import Exclusion, PathCheck, RuleSet
from alcove.paths import is_within, normalized
from alcove.personal import Settings


class FolderRules:
    """Replaced as a whole when the wish changes; any thread may ask."""

    def __init__(self, library: bytes) -> None:
        """Begin without folders.

        Args:
            library: path of the library, which never indexes itself.
        """
        self._library = normalized(library)
        self._rules: Mapping[bytes, RuleSet] = {}

    @property
    def folders(self) -> tuple[bytes, ...]:
        """The wanted ones."""
        return tuple(self._rules)

    def renew(self, settings: Settings) -> None:
        """Take over what is wanted."""
        unwanted = named_as(settings.without_types)
        self._rules = {
            folder: RuleSet.of(settings, folder, library=self._library, unwanted=unwanted)
            for folder in settings.folders
        }

    def of(self, folder: bytes) -> RuleSet:
        """The rules that hold in a wanted folder."""
        return self._rules[folder]

    def folder_of(self, path: bytes) -> bytes | None:
        """The innermost wanted folder that a path is or lies in."""
        return _innermost(self._rules, path)

    def others_in(self, folder: bytes) -> list[bytes]:
        """What lies below a wanted folder and is not scanned with it: others, and the library."""
        others = (*self._rules, self._library)
        return [other for other in others if other != folder and is_within(other, folder)]

    def prune(self, directory: bytes) -> bool:
        """Whether nothing below a directory is ever indexed."""
        rules = self._rules  # another thread may replace it meanwhile
        folder = _innermost(rules, directory)
        if folder is None or is_within(directory, self._library):
            return True
        return isinstance(PathCheck(folder, rules[folder]).level_of(directory), Exclusion)


def _innermost(folders: Iterable[bytes], path: bytes) -> bytes | None:
    return max((folder for folder in folders if is_within(path, folder)), key=len, default=None)
