"""Hints for what people and programs do to files, with the real kernel."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from alcove.files.watching.hints import Hint, HintBatch
from alcove.files.watching.observer import ObserverSource

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these are inotify's events")

Desk = Any  # the fixture's class lives in conftest, which tests cannot import


def named(hints: HintBatch, folder: Path) -> dict[str, Hint]:
    assert not hints.lost
    return {
        os.fsdecode(path).removeprefix(f"{folder}/"): hint for path, hint in hints.paths.items()
    }


@pytest.fixture
def do(desk: Desk) -> Callable[..., dict[str, Hint]]:
    """Watch the folder, do something in it, and return the hints by name."""

    def run(action: Callable[[], object]) -> dict[str, Hint]:
        watcher = desk.watching()
        action()
        return named(desk.take_all(watcher), desk.folder)

    return run


def test_a_written_file_is_hinted_at_once_as_closed(desk: Desk, do: Callable[..., Any]) -> None:
    hints = do(lambda: (desk.folder / "a.txt").write_text("one"))
    assert hints == {"a.txt": Hint(desk.clock.now, closed=True)}


def test_a_file_that_is_still_open_is_not_closed(desk: Desk) -> None:
    watcher = desk.watching()
    with (desk.folder / "a.txt").open("w") as file:
        file.write("one")
        file.flush()
        assert not named(desk.take_all(watcher), desk.folder)["a.txt"].closed
    assert named(desk.take_all(watcher), desk.folder)["a.txt"].closed


def test_an_atomic_save_hints_at_both_names_and_the_last_one_is_complete(
    desk: Desk, do: Callable[..., Any]
) -> None:
    (desk.folder / "a.txt").write_text("old")

    def save() -> None:
        (desk.folder / "a.txt.new").write_text("new")
        (desk.folder / "a.txt.new").replace(desk.folder / "a.txt")

    hints = do(save)
    assert hints["a.txt"].closed
    assert not hints["a.txt.new"].closed


def test_permissions_set_after_the_last_byte_leave_a_file_closed(
    desk: Desk, do: Callable[..., Any]
) -> None:
    def copy() -> None:
        (desk.folder / "a.txt").write_text("one")
        (desk.folder / "a.txt").chmod(0o600)

    assert do(copy)["a.txt"].closed


def test_a_change_of_permissions_alone_is_hinted_at(desk: Desk, do: Callable[..., Any]) -> None:
    (desk.folder / "a.txt").write_text("one")
    assert set(do(lambda: (desk.folder / "a.txt").chmod(0o600))) == {"a.txt"}


def test_an_edit_in_place_that_keeps_size_and_time_is_hinted_at(
    desk: Desk, do: Callable[..., Any]
) -> None:
    file = desk.folder / "a.txt"
    file.write_text("one")
    before = file.stat()

    def edit() -> None:
        with file.open("r+") as opened:
            opened.write("two")
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert set(do(edit)) == {"a.txt"}


def test_a_renamed_file_is_hinted_at_by_both_names(desk: Desk, do: Callable[..., Any]) -> None:
    (desk.folder / "a.txt").write_text("one")
    hints = do(lambda: (desk.folder / "a.txt").rename(desk.folder / "b.txt"))
    assert hints == {
        "a.txt": Hint(desk.clock.now),
        "b.txt": Hint(desk.clock.now, closed=True),
    }


def test_a_renamed_tree_is_hinted_at_by_both_names_and_events_go_on_below_the_new_one(
    desk: Desk,
) -> None:
    (desk.folder / "old/deep").mkdir(parents=True)
    watcher = desk.watching()
    (desk.folder / "old").rename(desk.folder / "new")
    hints = named(desk.take_all(watcher), desk.folder)
    assert not hints["old"].recursive
    assert hints["new"].recursive
    (desk.folder / "new/deep/a.txt").write_text("one")
    assert set(named(desk.take_all(watcher), desk.folder)) == {"new/deep/a.txt"}


def test_a_tree_moved_out_is_no_longer_watched(desk: Desk) -> None:
    (desk.folder / "tree/deep").mkdir(parents=True)
    watcher = desk.watching()
    (desk.folder / "tree").rename(desk.outside / "tree")
    (desk.outside / "tree/deep/a.txt").write_text("one")
    hints = named(desk.take_all(watcher), desk.folder)
    assert not hints.pop("tree").recursive
    assert set(hints) <= {"tree/deep/a.txt"}  # written before the move was noticed
    (desk.outside / "tree/deep/b.txt").write_text("two")
    assert named(desk.take_all(watcher), desk.folder) == {}


def test_a_tree_moved_in_has_a_recursive_hint_and_is_watched(desk: Desk) -> None:
    (desk.outside / "tree/deep").mkdir(parents=True)
    watcher = desk.watching()
    (desk.outside / "tree").rename(desk.folder / "tree")
    assert named(desk.take_all(watcher), desk.folder)["tree"].recursive
    (desk.folder / "tree/deep/a.txt").write_text("one")
    assert set(named(desk.take_all(watcher), desk.folder)) == {"tree/deep/a.txt"}


def test_two_directories_that_exchange_names_are_both_watched_afterwards(desk: Desk) -> None:
    for name in ("a", "b"):
        (desk.folder / name / name).mkdir(parents=True)
    watcher = desk.watching()
    (desk.folder / "a").rename(desk.folder / "c")
    (desk.folder / "b").rename(desk.folder / "a")
    (desk.folder / "c").rename(desk.folder / "b")
    hints = named(desk.take_all(watcher), desk.folder)
    assert hints["a"].recursive
    assert hints["b"].recursive
    (desk.folder / "a/b/one.txt").write_text("one")
    (desk.folder / "b/a/two.txt").write_text("two")
    assert set(named(desk.take_all(watcher), desk.folder)) == {"a/b/one.txt", "b/a/two.txt"}


def test_a_directory_renamed_over_an_empty_one_is_watched(desk: Desk) -> None:
    (desk.folder / "a").mkdir()
    (desk.folder / "b").mkdir()
    watcher = desk.watching()
    (desk.folder / "a").rename(desk.folder / "b")
    desk.take_all(watcher)
    (desk.folder / "b/one.txt").write_text("one")
    assert set(named(desk.take_all(watcher), desk.folder)) == {"b/one.txt"}


def test_a_deleted_tree_is_hinted_at(desk: Desk, do: Callable[..., Any]) -> None:
    (desk.folder / "tree/deep").mkdir(parents=True)
    (desk.folder / "tree/deep/a.txt").write_text("one")
    hints = do(lambda: shutil.rmtree(desk.folder / "tree"))
    assert set(hints) == {"tree", "tree/deep", "tree/deep/a.txt"}
    assert not hints["tree"].recursive


def test_a_change_below_never_makes_the_directory_above_recursive(
    desk: Desk, do: Callable[..., Any]
) -> None:
    (desk.folder / "deep").mkdir()

    def change() -> None:
        (desk.folder / "deep/a.txt").write_text("one")
        (desk.folder / "deep/a.txt").unlink()
        (desk.folder / "deep").chmod(0o700)

    hints = do(change)
    assert set(hints) == {"deep/a.txt", "deep"}
    assert not hints["deep"].recursive


def test_reading_gives_no_hints(desk: Desk, do: Callable[..., Any]) -> None:
    (desk.folder / "deep").mkdir()
    (desk.folder / "deep/a.txt").write_text("one")

    def read() -> None:
        (desk.folder / "deep/a.txt").read_text()
        list((desk.folder / "deep").iterdir())

    assert do(read) == {}


def test_pruned_directories_give_no_hints_whether_they_were_there_or_come(desk: Desk) -> None:
    (desk.folder / "node_modules/old").mkdir(parents=True)
    watcher = desk.watching()
    (desk.folder / "node_modules/old/a.txt").write_text("one")
    (desk.folder / ".git/objects").mkdir(parents=True)
    (desk.folder / ".git/objects/a.txt").write_text("one")
    shutil.rmtree(desk.folder / ".git")
    assert named(desk.take_all(watcher), desk.folder) == {}


def test_a_pruned_directory_that_gets_another_name_is_watched(desk: Desk) -> None:
    (desk.folder / "node_modules/deep").mkdir(parents=True)
    watcher = desk.watching()
    (desk.folder / "node_modules").rename(desk.folder / "papers")
    hints = named(desk.take_all(watcher), desk.folder)
    assert set(hints) == {"papers"}
    assert hints["papers"].recursive
    (desk.folder / "papers/deep/a.txt").write_text("one")
    assert set(named(desk.take_all(watcher), desk.folder)) == {"papers/deep/a.txt"}


def test_links_to_directories_are_not_followed(desk: Desk) -> None:
    watcher = desk.watching()
    (desk.folder / "link").symlink_to(desk.outside)
    (desk.outside / "a.txt").write_text("one")
    hints = named(desk.take_all(watcher), desk.folder)
    assert set(hints) == {"link"}
    assert not hints["link"].recursive


@pytest.mark.parametrize("name", [b"caf\xe9", b"two\nlines", b" blank ", b"\xff\xfe"])
def test_any_bytes_are_a_name(desk: Desk, name: bytes) -> None:
    watcher = desk.watching()
    directory = desk.folder / os.fsdecode(name)
    directory.mkdir()
    desk.take_all(watcher)
    (directory / os.fsdecode(name)).write_text("one")
    assert set(desk.take_all(watcher).paths) == {bytes(desk.folder) + b"/" + name + b"/" + name}


def test_a_tree_copied_in_is_watched_to_its_leaves(desk: Desk) -> None:
    deep = Path(*"abcdefgh")
    (desk.outside / "tree" / deep).mkdir(parents=True)
    watcher = desk.watching()
    shutil.copytree(desk.outside / "tree", desk.folder / "tree")
    assert named(desk.take_all(watcher), desk.folder)["tree"].recursive
    (desk.folder / "tree" / deep / "leaf.txt").write_text("one")
    assert set(named(desk.take_all(watcher), desk.folder)) == {f"tree/{deep}/leaf.txt"}


@pytest.fixture
def observed(desk: Desk) -> Any:
    """The same folder watched by watchdog's own observer, as on macOS and Windows."""
    (desk.folder / "node_modules").mkdir()
    return desk.watching(open_source=ObserverSource)


def test_the_observer_hints_at_what_is_written_and_not_at_what_is_pruned(
    desk: Desk, observed: Any
) -> None:
    (desk.folder / "node_modules/b.txt").write_text("two")
    (desk.folder / "deep").mkdir()
    (desk.folder / "deep/a.txt").write_text("one")
    hints = named(desk.take_all(observed), desk.folder)
    assert set(hints) == {"deep", "deep/a.txt"}
    assert hints["deep"].recursive


def test_the_observer_says_that_a_file_was_closed(desk: Desk, observed: Any) -> None:
    (desk.folder / "a.txt").write_text("one")
    assert named(desk.take_all(observed), desk.folder)["a.txt"].closed


def test_the_observer_hints_at_both_ends_of_a_rename(desk: Desk, observed: Any) -> None:
    (desk.folder / "a").mkdir()
    desk.take_all(observed)
    (desk.folder / "a").rename(desk.folder / "b")
    hints = named(desk.take_all(observed), desk.folder)
    assert not hints["a"].recursive
    assert hints["b"].recursive


def test_the_observer_says_when_its_folder_is_gone_and_watches_it_again(
    desk: Desk, observed: Any
) -> None:
    shutil.rmtree(desk.folder)
    desk.wait_for(lambda: bytes(desk.folder) in observed.take().paths)
    desk.folder.mkdir()
    desk.wait_for(lambda: observed.watch([bytes(desk.folder)]) or observed.take().lost)
    (desk.folder / "a.txt").write_text("one")
    assert set(named(desk.take_all(observed), desk.folder)) == {"a.txt"}
