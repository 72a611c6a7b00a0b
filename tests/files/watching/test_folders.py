"""Folders that come, go, are replaced, lie in each other, or cannot be watched."""

import os
import shutil
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from alcove.files.watching.state import FolderWatch, SweptReason, WatchState
from alcove.files.watching.volumes import Mount

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these are inotify's events")

Desk = Any  # the fixture's class lives in conftest, which tests cannot import

WATCHED = FolderWatch(WatchState.WATCHED)
MISSING = FolderWatch(WatchState.MISSING)


def state_of(watcher: Any, folder: Path) -> FolderWatch:
    state = watcher.states()[bytes(folder)]
    assert isinstance(state, FolderWatch)
    return state


def open_descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def test_a_folder_is_lost_once_when_its_watching_begins(desk: Desk) -> None:
    watcher = desk.watcher()
    watcher.watch([bytes(desk.folder)])
    assert watcher.take().lost == {bytes(desk.folder)}
    watcher.watch([bytes(desk.folder)])
    assert not watcher.take()
    assert state_of(watcher, desk.folder) == WATCHED


def test_hints_wake_once_until_they_are_taken(desk: Desk) -> None:
    watcher = desk.watching()
    desk.woken.clear()
    (desk.folder / "a.txt").write_text("one")
    desk.wait_for(lambda: bytes(desk.folder / "a.txt") in watcher.take().paths)
    assert not watcher.take()


@pytest.mark.parametrize("how", ["deleted", "renamed"])
def test_a_folder_that_goes_is_hinted_at_and_watched_again_when_it_is_back(
    desk: Desk, how: str
) -> None:
    watcher = desk.watching()
    if how == "deleted":
        shutil.rmtree(desk.folder)
    else:
        desk.folder.rename(desk.outside / "elsewhere")
    desk.wait_for(lambda: bytes(desk.folder) in watcher.take().paths)
    watcher.watch([bytes(desk.folder)])
    assert state_of(watcher, desk.folder) == MISSING
    desk.folder.mkdir()
    watcher.watch([bytes(desk.folder)])
    assert state_of(watcher, desk.folder) == WATCHED
    assert watcher.take().lost == {bytes(desk.folder)}
    (desk.folder / "a.txt").write_text("one")
    assert set(desk.take_all(watcher).paths) == {bytes(desk.folder / "a.txt")}


def test_a_folder_that_appears_later_is_found_by_a_check(desk: Desk) -> None:
    later = desk.outside / "later"
    watcher = desk.watching(later)
    assert state_of(watcher, later) == MISSING
    later.mkdir()
    watcher.check()
    assert state_of(watcher, later) == WATCHED
    assert watcher.take().lost == {bytes(later)}


def test_a_file_in_the_place_of_a_folder_is_a_missing_folder(desk: Desk) -> None:
    (desk.outside / "file").write_text("one")
    watcher = desk.watching(desk.outside / "file")
    assert state_of(watcher, desk.outside / "file") == MISSING


def test_a_folder_below_a_renamed_directory_is_found_missing_by_a_check(desk: Desk) -> None:
    inner = desk.outside / "above/inner"
    inner.mkdir(parents=True)
    watcher = desk.watching(inner)
    inner.parent.rename(desk.outside / "renamed")
    watcher.check()
    assert state_of(watcher, inner) == MISSING
    assert bytes(inner) in watcher.take().paths


def test_a_folder_replaced_without_an_event_is_watched_again(desk: Desk) -> None:
    inner = desk.outside / "above/inner"
    inner.mkdir(parents=True)
    watcher = desk.watching(inner)
    inner.parent.rename(desk.outside / "renamed")
    inner.mkdir(parents=True)
    watcher.check()
    assert watcher.take().lost == {bytes(inner)}
    (inner / "a.txt").write_text("one")
    assert set(desk.take_all(watcher, into=inner).paths) == {bytes(inner / "a.txt")}


def test_a_folder_inside_another_gives_each_hint_once(desk: Desk) -> None:
    inner = desk.folder / "inner"
    inner.mkdir()
    watcher = desk.watching(desk.folder, inner)
    (inner / "a.txt").write_text("one")
    times: list[bytes] = []
    desk.take_all(watcher, each=lambda hints: times.extend(hints.paths))
    assert times.count(bytes(inner / "a.txt")) == 1


@pytest.mark.parametrize("gone", ["outer", "inner"])
def test_of_two_nested_folders_either_can_be_given_up(desk: Desk, gone: str) -> None:
    inner = desk.folder / "inner"
    inner.mkdir()
    watcher = desk.watching(inner, desk.folder)
    kept = inner if gone == "outer" else desk.folder
    watcher.watch([bytes(kept)])
    (inner / "a.txt").write_text("one")
    (desk.folder / "b.txt").write_text("two")
    hints = desk.take_all(watcher, into=inner)
    written = {bytes(inner / "a.txt"), bytes(desk.folder / "b.txt")}
    assert set(hints.paths) == {path for path in written if path.startswith(bytes(kept) + b"/")}


def test_a_folder_inside_a_pruned_one_is_watched(desk: Desk) -> None:
    inner = desk.folder / "node_modules/mine"
    inner.mkdir(parents=True)
    watcher = desk.watching(desk.folder, inner)
    (inner / "a.txt").write_text("one")
    (desk.folder / "node_modules/b.txt").write_text("two")
    hints = desk.take_all(watcher, into=inner)
    assert set(hints.paths) == {bytes(inner / "a.txt")}


def test_an_inner_folder_that_goes_with_a_directory_above_it_is_hinted_at(desk: Desk) -> None:
    inner = desk.folder / "above/inner"
    inner.mkdir(parents=True)
    watcher = desk.watching(desk.folder, inner)
    (desk.folder / "above").rename(desk.outside / "above")
    assert bytes(inner) in desk.take_all(watcher).paths
    watcher.watch([bytes(desk.folder), bytes(inner)])
    assert state_of(watcher, inner) == MISSING


def test_a_folder_that_is_no_longer_requested_gives_no_hints(desk: Desk) -> None:
    watcher = desk.watching(desk.folder, desk.outside)
    watcher.watch([bytes(desk.folder)])
    (desk.outside / "a.txt").write_text("one")
    assert not desk.take_all(watcher).paths
    assert set(watcher.states()) == {bytes(desk.folder)}


def test_a_folder_may_be_a_link(desk: Desk) -> None:
    link = desk.outside / "link"
    link.symlink_to(desk.folder)
    watcher = desk.watching(link)
    (desk.folder / "a.txt").write_text("one")
    assert set(desk.take_all(watcher, into=link).paths) == {bytes(link / "a.txt")}


def test_a_folder_on_a_network_is_swept_from_the_start(desk: Desk) -> None:
    desk.mounts.append(Mount(bytes(desk.outside), b"nfs4"))
    watcher = desk.watching(desk.folder, desk.outside)
    assert state_of(watcher, desk.outside) == FolderWatch(WatchState.SWEPT, SweptReason.NETWORK)
    assert state_of(watcher, desk.folder) == WATCHED


def test_a_share_below_a_folder_is_not_entered_and_is_named(desk: Desk) -> None:
    share = desk.folder / "share"
    share.mkdir()
    watcher = desk.watching()
    desk.mounts.append(Mount(bytes(share), b"fuse.sshfs"))
    watcher.check()
    assert watcher.take().lost == {bytes(desk.folder)}
    assert state_of(watcher, desk.folder).swept_below == (bytes(share),)
    (share / "a.txt").write_text("one")
    assert not desk.take_all(watcher).paths


def test_new_rules_are_applied_on_a_rewalk(desk: Desk) -> None:
    for name in ("papers", "node_modules"):
        (desk.folder / "deep" / name / "deeper").mkdir(parents=True)
    watcher = desk.watching()
    desk.prune.names = {"papers"}
    watcher.rewalk(bytes(desk.folder / "deep"))
    assert watcher.take().paths[bytes(desk.folder / "deep")].recursive
    (desk.folder / "deep/papers/deeper/a.txt").write_text("one")
    (desk.folder / "deep/node_modules/deeper/b.txt").write_text("two")
    hints = desk.take_all(watcher)
    assert set(hints.paths) == {bytes(desk.folder / "deep/node_modules/deeper/b.txt")}


def test_nothing_is_left_after_closing(desk: Desk) -> None:
    threads, descriptors = set(threading.enumerate()), open_descriptors()
    for _ in range(20):
        watcher = desk.watching()
        watcher.check()
        watcher.close()
    assert set(threading.enumerate()) == threads
    assert open_descriptors() == descriptors


def test_a_closed_watcher_can_watch_again(desk: Desk) -> None:
    watcher = desk.watching()
    watcher.close()
    watcher.watch([bytes(desk.folder)])
    assert watcher.take().lost == {bytes(desk.folder)}


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="an administrator may read everything"
)
def test_a_directory_that_becomes_readable_is_watched(desk: Desk) -> None:
    secret = desk.folder / "secret"
    secret.mkdir(mode=0)
    watcher = desk.watching()
    secret.chmod(0o700)
    assert desk.take_all(watcher).paths[bytes(secret)].recursive
    (secret / "a.txt").write_text("one")
    assert set(desk.take_all(watcher).paths) == {bytes(secret / "a.txt")}
