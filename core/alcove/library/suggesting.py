"""Folders that people keep documents in, offered before anybody has to look for them."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from platformdirs import user_desktop_path, user_documents_path, user_downloads_path


class Usual(StrEnum):
    """What a suggested folder is for."""

    DOCUMENTS = "documents"
    DESKTOP = "desktop"
    DOWNLOADS = "downloads"
    NOTES = "notes"
    PAPERS = "papers"
    CLOUD = "cloud"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A folder worth offering.

    Attributes:
        path: absolute, links resolved, bytes.
        kind: what it is for.
    """

    path: bytes
    kind: Usual


# Below the home, with wildcards; what programs make there by themselves, or people by habit.
_BELOW_HOME = (
    (Usual.NOTES, ("Notes", "notes", "Obsidian*", "obsidian*", "Zettelkasten", "org")),
    (Usual.PAPERS, ("Zotero/storage", "Mendeley Desktop", "Calibre Library")),
    (Usual.CLOUD, ("Nextcloud*", "ownCloud*", "Dropbox*", "OneDrive*", "Seafile", "pCloudDrive")),
    (Usual.MAIL, ("Mail", "Maildir")),
)
# https://support.mozilla.org/kb/profiles-where-thunderbird-stores-user-data, and its sandboxes
_THUNDERBIRD = {
    "linux": (
        ".thunderbird",
        ".var/app/org.mozilla.Thunderbird/.thunderbird",
        "snap/thunderbird/common/.thunderbird",
    ),
    "darwin": ("Library/Thunderbird/Profiles",),
    "win32": ("AppData/Roaming/Thunderbird/Profiles",),
}


def usual_folders() -> list[Suggestion]:
    """The folders that are there, each once: none within another, and never the home itself.

    Looks at the disk: nothing for the thread that draws.
    """
    home = Path(os.path.realpath(Path.home()))
    seen: dict[bytes, Suggestion] = {}
    for kind, path in _candidates(home):
        real = Path(os.path.realpath(path))
        if os.path.isdir(real) and not home.is_relative_to(real):  # noqa: PTH112 - never raises
            seen.setdefault(bytes(real), Suggestion(bytes(real), kind))
    return [found for found in seen.values() if not _is_within(found, seen.values())]


def _candidates(home: Path) -> Iterator[tuple[Usual, Path]]:
    # On Linux as ~/.config/user-dirs.dirs has them, elsewhere as the system does.
    yield Usual.DOCUMENTS, user_documents_path()
    yield Usual.DESKTOP, user_desktop_path()
    yield Usual.DOWNLOADS, user_downloads_path()
    for kind, patterns in _BELOW_HOME:
        for pattern in patterns:
            for path in sorted(home.glob(pattern)):
                yield kind, path
    for place in _THUNDERBIRD.get(sys.platform, ()):
        for folder in ("Mail", "ImapMail"):
            for path in sorted(home.glob(f"{place}/*/{folder}")):
                yield Usual.MAIL, path


def _is_within(found: Suggestion, others: Iterable[Suggestion]) -> bool:
    path = Path(os.fsdecode(found.path))
    return any(
        path != (other := Path(os.fsdecode(one.path))) and path.is_relative_to(other)
        for one in others
    )
