"""Folders that people keep documents in, offered before anybody has to look for them."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from platformdirs import user_desktop_path, user_documents_path, user_downloads_path

from alcove.paths import is_within, real


class FolderPurpose(StrEnum):
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
    kind: FolderPurpose


# Below the home, with wildcards; what programs make there by themselves, or people by habit.
_BELOW_HOME = (
    (FolderPurpose.NOTES, ("Notes", "notes", "Obsidian*", "obsidian*", "Zettelkasten", "org")),
    (FolderPurpose.PAPERS, ("Zotero/storage", "Mendeley Desktop", "Calibre Library")),
    (
        FolderPurpose.CLOUD,
        ("Nextcloud*", "ownCloud*", "Dropbox*", "OneDrive*", "Seafile", "pCloudDrive"),
    ),
    (FolderPurpose.MAIL, ("Mail", "Maildir")),
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
    home = real(bytes(Path.home()))
    seen: dict[bytes, Suggestion] = {}
    for kind, path in _candidates(Path(os.fsdecode(home))):
        folder = real(bytes(path))
        if os.path.isdir(folder) and not is_within(home, folder):  # noqa: PTH112 - never raises
            seen.setdefault(folder, Suggestion(folder, kind))
    return [
        found
        for path, found in seen.items()
        if not any(path != other and is_within(path, other) for other in seen)
    ]


def _candidates(home: Path) -> Iterator[tuple[FolderPurpose, Path]]:
    # On Linux as ~/.config/user-dirs.dirs has them, elsewhere as the system does.
    yield FolderPurpose.DOCUMENTS, user_documents_path()
    yield FolderPurpose.DESKTOP, user_desktop_path()
    yield FolderPurpose.DOWNLOADS, user_downloads_path()
    for kind, patterns in _BELOW_HOME:
        for pattern in patterns:
            for path in sorted(home.glob(pattern)):
                yield kind, path
    for place in _THUNDERBIRD.get(sys.platform, ()):
        for folder in ("Mail", "ImapMail"):
            for path in sorted(home.glob(f"{place}/*/{folder}")):
                yield FolderPurpose.MAIL, path
