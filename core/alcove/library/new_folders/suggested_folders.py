"""Suggest folders that exist here and usually hold documents: notes, papers, mail, cloud."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from platformdirs import user_desktop_path, user_documents_path, user_downloads_path

from alcove.paths import is_within, real


class FolderPurpose(StrEnum):
    """The purpose of a suggested folder."""

    DOCUMENTS = "documents"
    DESKTOP = "desktop"
    DOWNLOADS = "downloads"
    NOTES = "notes"
    PAPERS = "papers"
    CLOUD = "cloud"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggested folder.

    Attributes:
        path: absolute, links resolved, bytes.
        kind: its purpose.
    """

    path: bytes
    kind: FolderPurpose


# Globs below the home folder: folders that programs create there, or that people name so by habit.
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
    """Return the suggested folders that exist, each once, without nested ones and the home itself.

    Reads the disk: not for the GUI thread.
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
    # On Linux from ~/.config/user-dirs.dirs, elsewhere from the system.
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
