"""Files that are not downloaded are listed with that reason, and are never opened."""

import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from alcove.errors import Reason
from alcove.files import Scan, scan
from alcove.files import walk as walking
from alcove.files.placeholders import is_placeholder

Plant = Callable[..., Path]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (SimpleNamespace(st_file_attributes=0x20), False),
        (SimpleNamespace(st_file_attributes=0x20 | 0x1000), True),
        (SimpleNamespace(st_file_attributes=0x40000), True),
        (SimpleNamespace(st_file_attributes=0x400000), True),
        (SimpleNamespace(st_flags=0x20), False),
        (SimpleNamespace(st_flags=0x40000000 | 0x20), True),
        (SimpleNamespace(st_size=10, st_blocks=0), False),
    ],
)
def test_the_marks_of_windows_and_macos_are_known(status: object, expected: object) -> None:
    assert is_placeholder(status) is expected


def test_a_sparse_file_is_no_placeholder(tmp_path: Path, walk: Callable[..., Scan]) -> None:
    with (tmp_path / "sparse.txt").open("wb") as file:
        file.truncate(1 << 20)
    assert [file.reason for file in walk().files] == [None]


def test_files_and_folders_that_are_not_downloaded_are_listed_and_kept(
    plant: Plant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    away, folder, here = plant("away.txt"), plant("folder/inside.txt").parent, plant("here.txt")
    inodes = {away.stat().st_ino, folder.stat().st_ino}

    def marked(status: os.stat_result) -> bool:  # no such file can be made on this system
        return status.st_ino in inodes

    monkeypatch.setattr(walking, "MARKED", True)
    monkeypatch.setattr(walking, "is_placeholder", marked)
    result = scan(bytes(tmp_path))
    assert {file.path: file.reason for file in result.files} == {
        bytes(away): Reason.PLACEHOLDER,
        bytes(folder): Reason.PLACEHOLDER,
        bytes(here): None,
    }
    assert result.unreadable == [bytes(folder)]
    assert scan(bytes(tmp_path), start=bytes(folder)).unreadable == [bytes(folder)]
