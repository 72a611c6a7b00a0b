"""A folder is measured by the files that indexing would read."""

import threading
from pathlib import Path

import pytest

from alcove.errors import Cancelled, LibraryError
from alcove.library.new_folders.folder_size import FolderSize, measure_folder
from alcove.personal import LibraryFolder, Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    for name, text in {
        "a.md": "12345",
        "deep/b.MD": "123",
        "deep/c.csv": "1,2",
        "empty.md": "",
        "film.mp4": "film",
        "Inbox": "From a@b.c Mon Nov 23 20:03:35 2026\nSubject: x\n\nhello\n",
        ".hidden/d.md": "hidden",
        "a.md~": "backup",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    (folder / "link.md").symlink_to(folder / "a.md")
    return folder


def measured(folder: Path, settings: Settings | None = None) -> FolderSize:
    library = LibraryFolder(folder / "library")
    cancel = threading.Event()
    return measure_folder(library, settings or Settings(), bytes(folder), cancel=cancel)


def test_documents_are_counted_by_format_with_their_bytes(folder: Path) -> None:
    size = measured(folder)
    assert size.by_type == {"md": 2, "csv": 1, "mbox": 1}
    assert size.bytes_by_type == {"md": 8, "csv": 3, "mbox": (folder / "Inbox").stat().st_size}
    assert (size.files, size.documents) == (7, 4)
    assert size.bytes == sum(size.bytes_by_type.values())
    assert sum(size.excluded.values()) == 2


def test_the_rules_of_the_settings_apply(folder: Path) -> None:
    wanted = Settings(
        (bytes(folder / "deep"),), patterns="Inbox", size_limits={"md": 4}, without_types=("csv",)
    )
    size = measured(folder, wanted)
    assert size.by_type == {}
    assert size.files == 4
    assert size.excluded["by your rules"] == 1


def test_the_library_itself_is_not_counted(folder: Path) -> None:
    (folder / "library").mkdir()
    (folder / "library" / "personal.md").write_text("text")
    assert measured(folder).by_type["md"] == 2


def test_the_count_so_far_is_reported(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alcove.library.new_folders.folder_size._TELL_EVERY", -1.0)
    told: list[FolderSize] = []
    library, cancel = LibraryFolder(folder / "library"), threading.Event()
    size = measure_folder(library, Settings(), bytes(folder), cancel=cancel, tell=told.append)
    assert len(told) > 1
    assert [one.files for one in told] == sorted(one.files for one in told)
    assert told[-1] == size


def test_counting_can_be_cancelled(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alcove.library.new_folders.folder_size._TELL_EVERY", -1.0)
    library, cancel = LibraryFolder(folder / "library"), threading.Event()
    with pytest.raises(Cancelled):
        measure_folder(
            library, Settings(), bytes(folder), cancel=cancel, tell=lambda _: cancel.set()
        )


def test_a_missing_folder_raises_a_library_error(folder: Path) -> None:
    with pytest.raises(LibraryError) as caught:
        measured(folder / "none")
    assert caught.value.advice
