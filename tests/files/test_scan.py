"""One walk finds every file that is not left out, and counts what it left out."""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from alcove.errors import Cancelled, Reason
from alcove.files import Scan, scan
from alcove.files.rules.defaults import (
    CACHE,
    ENVIRONMENT,
    GENERATED,
    HIDDEN,
    TEMPORARY,
    VERSION_CONTROL,
)
from alcove.sandbox.open_file import signature_of

CACHE_TAG = b"Signature: 8a477f597d28d172789f06886806bc55\n# a comment"

Plant = Callable[..., Path]
Walk = Callable[..., Scan]


def paths(result: Scan) -> set[bytes]:
    found = [file.path for file in result.files]
    assert len(found) == len(set(found))
    return set(found)


def test_files_of_all_depths_are_found_with_their_signatures(plant: Plant, walk: Walk) -> None:
    expected = [plant("a.txt"), plant("deep/er/b.txt"), plant("deep/empty.txt", b"")]
    result = walk()
    assert {file.path: file.signature for file in result.files} == {
        bytes(path): signature_of(path.stat()) for path in expected
    }
    assert {file.reason for file in result.files} == {None}
    assert not result.excluded
    assert not result.unreadable


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        (".hidden.txt", HIDDEN),
        (".git/config", VERSION_CONTROL),
        ("node_modules/left/pad.js", GENERATED),
        ("deep/__pycache__/x.txt", GENERATED),
        ("~$letter.docx", TEMPORARY),
        ("notes.txt~", TEMPORARY),
        ("film.part", TEMPORARY),
    ],
)
def test_exclusions_are_counted_by_rule(plant: Plant, walk: Walk, name: str, rule: str) -> None:
    kept = plant("deep/kept.txt")
    plant(name)
    result = walk()
    assert paths(result) == {bytes(kept)}
    assert result.excluded == {rule: 1}


def test_a_file_may_have_the_name_of_a_generated_folder(plant: Plant, walk: Walk) -> None:
    file = plant("node_modules")
    assert paths(walk()) == {bytes(file)}


def test_folders_that_say_they_are_caches_or_environments_are_left_out(
    plant: Plant, walk: Walk
) -> None:
    plant("cache/CACHEDIR.TAG", CACHE_TAG)
    plant("cache/deep/x.txt")
    plant("venv/pyvenv.cfg")
    plant("venv/lib/y.txt")
    result = walk()
    assert paths(result) == set()
    assert result.excluded == {CACHE: 1, ENVIRONMENT: 1}


def test_a_cache_tag_without_its_signature_is_ignored(plant: Plant, walk: Walk) -> None:
    expected = {bytes(plant("notes/CACHEDIR.TAG", b"Signature: 123")), bytes(plant("notes/x.txt"))}
    assert paths(walk()) == expected


def test_the_scanned_folder_itself_is_never_left_out(plant: Plant) -> None:
    tag = plant(".cache/CACHEDIR.TAG", CACHE_TAG)
    file = plant(".cache/x.txt")
    assert paths(scan(bytes(tag.parent))) == {bytes(tag), bytes(file)}


def test_links_are_listed_and_never_followed(plant: Plant, walk: Walk, tmp_path: Path) -> None:
    file = plant("deep/a.txt")
    (tmp_path / "deep" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "alias.txt").symlink_to(file)
    (tmp_path / "nowhere").symlink_to(tmp_path / "absent")
    reasons = {file.path: file.reason for file in walk().files}
    assert reasons == {
        bytes(file): None,
        bytes(tmp_path / "deep" / "loop"): Reason.SYMBOLIC_LINK,
        bytes(tmp_path / "alias.txt"): Reason.SYMBOLIC_LINK,
        bytes(tmp_path / "nowhere"): Reason.SYMBOLIC_LINK,
    }


def test_a_pipe_is_listed_as_no_regular_file(walk: Walk, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (file,) = walk().files
    assert file.path == bytes(tmp_path / "pipe.txt")
    assert file.reason is Reason.NOT_A_REGULAR_FILE


@pytest.mark.parametrize("name", [b"two\nlines.txt", b"bad\xff\xfe.txt", b"caf\xe9", "ü".encode()])
def test_any_name_is_kept_as_its_bytes(tmp_path: Path, name: bytes) -> None:
    folder = tmp_path / os.fsdecode(name + b".d")
    folder.mkdir()
    (folder / os.fsdecode(name)).write_bytes(b"text")
    expected = bytes(tmp_path) + b"/" + name + b".d/" + name
    assert paths(scan(bytes(tmp_path))) == {expected}


def test_skipped_folders_are_neither_entered_nor_counted(plant: Plant, walk: Walk) -> None:
    kept = plant("library-notes/kept.txt")
    inside = plant("library/index.db")
    result = walk(inside.parent)
    assert paths(result) == {bytes(kept)}
    assert not result.excluded


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        scan(bytes(tmp_path / "absent"))


def test_a_file_is_no_folder(plant: Plant) -> None:
    with pytest.raises(NotADirectoryError):
        scan(bytes(plant("a.txt")))


def test_a_folder_replaced_during_its_walk_is_an_error(
    plant: Plant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = plant("top/a.txt").parent
    walked = os.scandir

    def replacing(path: bytes) -> object:
        entries = walked(path)
        top.rename(tmp_path / "moved")
        top.mkdir()
        return entries

    monkeypatch.setattr(os, "scandir", replacing)
    with pytest.raises(FileNotFoundError):
        scan(bytes(top))


def test_a_folder_removed_during_its_walk_is_an_error(
    plant: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = plant("top/a.txt")
    top = file.parent
    walked = os.scandir

    def removing(path: bytes) -> object:
        file.unlink()
        top.rmdir()
        return walked(path)

    monkeypatch.setattr(os, "scandir", removing)
    with pytest.raises(FileNotFoundError):
        scan(bytes(top))


def test_a_folder_without_permission_is_recorded_and_the_rest_is_found(
    plant: Plant, walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = plant("secret/a.txt").parent
    kept = plant("open/b.txt")
    walked = os.scandir

    def refusing(path: bytes) -> object:  # also root, whom no permission stops, sees this
        if path == bytes(refused):
            raise PermissionError
        return walked(path)

    monkeypatch.setattr(os, "scandir", refusing)
    result = walk()
    assert result.unreadable == [bytes(refused)]
    assert {file.path: file.reason for file in result.files} == {
        bytes(kept): None,
        bytes(refused): Reason.NO_PERMISSION,
    }


class Unlooked:
    """An entry of a folder that may be listed but not entered: it has only a name and a kind."""

    def __init__(self, entry: "os.DirEntry[bytes]", error: OSError) -> None:
        self.name, self.path = entry.name, entry.path
        self._entry, self._error = entry, error

    def is_dir(self, *, follow_symlinks: bool) -> bool:
        return self._entry.is_dir(follow_symlinks=follow_symlinks)

    def stat(self, **_: bool) -> os.stat_result:
        raise self._error


@pytest.mark.skipif(sys.platform == "win32", reason="entries are looked at in another way there")
@pytest.mark.parametrize("error", [PermissionError(), OSError(errno.EIO, "failed")])
def test_a_folder_that_may_be_listed_but_not_entered_is_recorded_once(
    plant: Plant, walk: Walk, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    refused = plant("secret/a.txt").parent
    plant("secret/b.txt")
    plant("secret/deep/c.txt")
    kept = plant("open/b.txt")
    walked = os.scandir

    def listing(path: bytes) -> object:
        if path != bytes(refused):
            return walked(path)
        with walked(path) as entries:
            return nullcontext([Unlooked(entry, error) for entry in entries])

    monkeypatch.setattr(os, "scandir", listing)
    result = walk()
    assert result.unreadable == [bytes(refused)]
    assert {file.path: file.reason for file in result.files} == {
        bytes(kept): None,
        bytes(refused): Reason.NO_PERMISSION,
    }


def test_a_file_deleted_after_the_listing_is_not_found(
    plant: Plant, walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, kept = plant("a/gone.txt").parent, plant("b/kept.txt")
    walked = os.scandir

    def listing(path: bytes) -> object:
        if path != bytes(folder):
            return walked(path)
        with walked(path) as entries:
            return nullcontext([Unlooked(entry, FileNotFoundError()) for entry in entries])

    monkeypatch.setattr(os, "scandir", listing)
    result = walk()
    assert (paths(result), result.unreadable) == ({bytes(kept)}, [])


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="no permission stops root")
def test_permissions_of_folders_are_respected(plant: Plant, walk: Walk) -> None:
    refused = plant("secret/a.txt").parent
    refused.chmod(0)
    try:
        assert walk().unreadable == [bytes(refused)]
    finally:
        refused.chmod(0o700)


def test_a_scan_reports_its_progress_and_can_be_stopped(
    plant: Callable[..., Path], tmp_path: Path
) -> None:
    for name in ("a.txt", "b/c.txt", "b/d/e.txt"):
        plant(name)
    told: list[int] = []
    scan(bytes(tmp_path), tell=lambda found: told.append(len(found.files)))
    assert told == [1, 2, 3]

    def stop(_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        scan(bytes(tmp_path), tell=stop)
