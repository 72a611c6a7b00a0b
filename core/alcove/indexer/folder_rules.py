"""Hold the rules of the library's folders, for the scans and for the watcher's threads."""

from collections.abc import Iterable, Mapping

from alcove.documents import named_as
from alcove.files import Exclusion, PathCheck, RuleSet
from alcove.paths import is_within, normalized
from alcove.personal import Settings


class FolderRules:
    """The folders with their rules, replaced as a whole on new settings; any thread may read."""

    def __init__(self, library: bytes) -> None:
        """Start without folders.

        Args:
            library: path of the library, which is never indexed itself.
        """
        self._library = normalized(library)
        self._rules: Mapping[bytes, RuleSet] = {}

    @property
    def folders(self) -> tuple[bytes, ...]:
        """The folders of the settings."""
        return tuple(self._rules)

    def renew(self, settings: Settings) -> None:
        """Take over new settings."""
        unwanted = named_as(settings.without_types)
        self._rules = {
            folder: RuleSet.of(settings, folder, library=self._library, unwanted=unwanted)
            for folder in settings.folders
        }

    def of(self, folder: bytes) -> RuleSet:
        """Return the rules of one of the folders."""
        return self._rules[folder]

    def folder_of(self, path: bytes) -> bytes | None:
        """Return the innermost folder that contains a path or equals it; None without one."""
        return _innermost(self._rules, path)

    def others_in(self, folder: bytes) -> list[bytes]:
        """Return what is below a folder but not scanned with it: other folders, and the library."""
        others = (*self._rules, self._library)
        return [other for other in others if other != folder and is_within(other, folder)]

    def prune(self, directory: bytes) -> bool:
        """Return whether nothing below a directory is ever indexed; any thread may call it."""
        rules = self._rules  # another thread may replace it meanwhile
        folder = _innermost(rules, directory)
        if folder is None or is_within(directory, self._library):
            return True
        return isinstance(PathCheck(folder, rules[folder]).level_of(directory), Exclusion)


def _innermost(folders: Iterable[bytes], path: bytes) -> bytes | None:
    return max((folder for folder in folders if is_within(path, folder)), key=len, default=None)
