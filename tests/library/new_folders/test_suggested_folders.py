"""Folders that exist are suggested, each once, and never the home folder."""

import os
import sys
from pathlib import Path

import pytest

from alcove.library.new_folders.suggested_folders import FolderPurpose, usual_folders

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="its folders are those of XDG")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    for name in [name for name in os.environ if name.startswith("XDG_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    return home


def make(home: Path, *names: str) -> None:
    for name in names:
        (home / name).mkdir(parents=True)


def offered(home: Path) -> dict[str, FolderPurpose]:
    base = os.path.realpath(home)
    return {os.path.relpath(os.fsdecode(one.path), base): one.kind for one in usual_folders()}


def test_an_empty_home_offers_nothing(home: Path) -> None:
    assert offered(home) == {}


def test_the_folders_that_the_desktop_names_are_offered(home: Path) -> None:
    make(home, ".config", "Dokumente", "Schreibtisch", "Documents")
    (home / ".config" / "user-dirs.dirs").write_text(
        'XDG_DOCUMENTS_DIR="$HOME/Dokumente"\nXDG_DESKTOP_DIR="$HOME/Schreibtisch"\n'
        'XDG_DOWNLOAD_DIR="$HOME/"\n'  # switched off: that is the home itself
    )
    assert offered(home) == {
        "Dokumente": FolderPurpose.DOCUMENTS,
        "Schreibtisch": FolderPurpose.DESKTOP,
    }


def test_folders_that_programs_and_people_make_are_offered(home: Path) -> None:
    make(home, "Documents", "Downloads", "notes", "Obsidian Vault", "Zotero/storage", "Nextcloud")
    make(home, ".thunderbird/ab12.default/Mail", ".thunderbird/ab12.default/ImapMail")
    assert offered(home) == {
        "Documents": FolderPurpose.DOCUMENTS,
        "Downloads": FolderPurpose.DOWNLOADS,
        "notes": FolderPurpose.NOTES,
        "Obsidian Vault": FolderPurpose.NOTES,
        "Zotero/storage": FolderPurpose.PAPERS,
        "Nextcloud": FolderPurpose.CLOUD,
        ".thunderbird/ab12.default/Mail": FolderPurpose.MAIL,
        ".thunderbird/ab12.default/ImapMail": FolderPurpose.MAIL,
    }


def test_a_nested_folder_and_a_link_are_not_offered_again(home: Path) -> None:
    make(home, "Nextcloud/Documents", "Nextcloud/Notes", "Nextcloud-old")
    (home / "Documents").symlink_to(home / "Nextcloud" / "Documents")
    (home / "Notes").symlink_to(home / "Nextcloud")
    assert sorted(offered(home)) == ["Nextcloud", "Nextcloud-old"]


def test_a_file_of_that_name_and_a_link_to_the_home_are_not_offered(home: Path) -> None:
    (home / "Notes").write_text("text")
    (home / "Documents").symlink_to(home)
    (home / "Mail").symlink_to(home.parent)
    assert offered(home) == {}
