"""A scan of one path finds what a scan of the whole folder finds there, and nothing else."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove.errors import Reason
from alcove.files import RuleSet, Scan, scan
from alcove.files.rules.defaults import HIDDEN
from alcove.personal import Settings

Plant = Callable[..., Path]


def scan_at(folder: Path, start: Path, *skip: Path) -> Scan:
    rules = RuleSet.of(Settings((bytes(folder),)), bytes(folder))
    paths = frozenset(bytes(path) for path in skip)
    return scan(bytes(folder), rules, skip=paths, start=bytes(start))


def paths(result: Scan) -> set[bytes]:
    return {file.path for file in result.files}


def test_a_folder_is_scanned_with_all_below_it(plant: Plant, tmp_path: Path) -> None:
    inside = [plant("a/b/c.txt"), plant("a/d.txt")]
    plant("e.txt")
    assert paths(scan_at(tmp_path, tmp_path / "a")) == {bytes(path) for path in inside}


def test_a_file_is_scanned_alone(plant: Plant, tmp_path: Path) -> None:
    file = plant("a/b.txt")
    plant("a/c.txt")
    (found,) = scan_at(tmp_path, file).files
    assert found == scan(bytes(tmp_path), start=bytes(file)).files[0]
    assert (found.path, found.reason, found.signature.size) == (bytes(file), None, 4)


def test_the_folder_itself_is_scanned_whole(plant: Plant, tmp_path: Path) -> None:
    file = plant("a/b.txt")
    assert paths(scan_at(tmp_path, tmp_path)) == {bytes(file)}


@pytest.mark.parametrize("name", ["gone.txt", "gone/deep/x.txt", "file.txt/x.txt"])
def test_a_scan_of_a_missing_path_is_empty(plant: Plant, tmp_path: Path, name: str) -> None:
    plant("file.txt")
    result = scan_at(tmp_path, tmp_path / name)
    assert (result.files, result.unreadable) == ([], [])


def test_the_rules_above_hold(plant: Plant, tmp_path: Path) -> None:
    plant(".gitignore", b"*.log\n/a/build\n")
    plant("a/.ignore", b"!keep.log\n")
    kept = plant("a/b/keep.log")
    for name in ("a/b/x.log", "a/build/y.txt", "a/build/deep/z.txt"):
        plant(name)
    assert paths(scan_at(tmp_path, tmp_path / "a" / "b")) == {bytes(kept)}
    assert paths(scan_at(tmp_path, kept)) == {bytes(kept)}
    for name in ("a/b/x.log", "a/build", "a/build/deep", "a/build/deep/z.txt"):
        assert paths(scan_at(tmp_path, tmp_path / name)) == set()


def test_a_default_above_holds_and_is_counted(plant: Plant, tmp_path: Path) -> None:
    deep = plant(".a/b/c.txt")
    for start in (deep, deep.parent, deep.parent.parent):
        result = scan_at(tmp_path, start)
        assert (result.files, result.excluded) == ([], {HIDDEN: 1})


def test_what_lies_behind_a_link_is_not_found(plant: Plant, tmp_path: Path) -> None:
    target = plant("real/a.txt").parent
    link = tmp_path / "link"
    link.symlink_to(target, target_is_directory=True)
    assert paths(scan_at(tmp_path, link / "a.txt")) == set()
    (found,) = scan_at(tmp_path, link).files
    assert found.reason is Reason.SYMBOLIC_LINK


def test_skipped_folders_are_skipped_from_within(plant: Plant, tmp_path: Path) -> None:
    file = plant("a/b/c.txt")
    for skipped in (file.parent, file.parent.parent):
        assert paths(scan_at(tmp_path, file, skipped)) == set()
        assert paths(scan_at(tmp_path, file.parent, skipped)) == set()


def test_a_missing_folder_is_an_error_wherever_the_scan_begins(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        scan_at(tmp_path / "gone", tmp_path / "gone" / "a.txt")


@pytest.mark.parametrize("code", [errno.EACCES, errno.EIO, errno.ESTALE])
@pytest.mark.parametrize("refused", ["secret", "secret/a.txt"])
def test_a_path_that_cannot_be_examined_now_is_not_taken_for_deleted(
    plant: Plant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str, code: int
) -> None:
    file = plant("secret/a.txt")
    look = os.lstat

    def refusing(path: bytes) -> os.stat_result:  # also root, whom no permission stops, sees this
        if path == bytes(tmp_path / refused):
            raise OSError(code, os.strerror(code))
        return look(path)

    monkeypatch.setattr(os, "lstat", refusing)
    with pytest.raises(OSError, match=os.strerror(code)):
        scan_at(tmp_path, file)


NAMES = st.sampled_from(["a", "b", ".c", "d.log", "node_modules", "e~"])
TREES = st.sets(st.lists(NAMES, min_size=1, max_size=4).map("/".join), max_size=8)
LINES = st.sampled_from(["*.log", "/a", "b/", "!d.log", "a/b", "!a/", "**/a/b", "*"])


@given(
    tree=TREES,
    lines=st.dictionaries(st.sampled_from(["", "a/", "a/b/"]), st.lists(LINES), max_size=3),
    patterns=st.lists(LINES),
)
def test_every_scan_of_a_part_agrees_with_the_scan_of_all(
    tmp_path_factory: pytest.TempPathFactory,
    tree: set[str],
    lines: dict[str, list[str]],
    patterns: list[str],
) -> None:
    folder = tmp_path_factory.mktemp("tree")
    for name, text in [(name, "") for name in tree] + [
        (f"{above}.gitignore", "\n".join(inside)) for above, inside in lines.items()
    ]:
        try:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text)
        except (FileExistsError, IsADirectoryError, NotADirectoryError):
            continue  # a file of that name is where a folder should be, or the other way round
    top = bytes(folder)
    rules = RuleSet.of(Settings((top,), patterns="\n".join(patterns)), top)
    whole = paths(scan(top, rules))
    for path in map(bytes, folder.rglob("*")):
        part = {found for found in whole if found == path or found.startswith(path + b"/")}
        assert paths(scan(top, rules, start=path)) == part
