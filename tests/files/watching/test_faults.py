"""Lost events, dead threads, limits and sleep: every fault is detected, reported and repaired."""

import ctypes
import errno
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from watchdog.observers import inotify_c

from alcove.errors import Cancelled
from alcove.files.watching.canary import PATIENCE_S
from alcove.files.watching.folders import RETRY_S
from alcove.files.watching.inotify import InotifySource
from alcove.files.watching.state import FolderWatch, SweptReason, WatchState

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these are inotify's faults")

Desk = Any  # the fixture's class lives in conftest, which tests cannot import

WATCHED = FolderWatch(WatchState.WATCHED)
LIMITED = FolderWatch(WatchState.SWEPT, SweptReason.WATCH_LIMIT)


def state_of(watcher: Any, folder: Path) -> Any:
    return watcher.states()[bytes(folder)]


@contextmanager
def held_reader(desk: Desk) -> Iterator[None]:
    """Hold the thread that reads events: it asks about the directory named `hold`."""
    is_held, may_go = threading.Event(), threading.Event()

    def hold() -> None:
        if threading.current_thread() is threading.main_thread():
            return
        is_held.set()
        assert may_go.wait(30)

    desk.prune.on["hold"] = hold
    (desk.folder / "hold").mkdir()
    assert is_held.wait(30)
    try:
        yield
    finally:
        desk.prune.on.clear()
        may_go.set()


def test_an_overflow_of_the_kernels_queue_makes_every_folder_lost_and_watches_go_on(
    desk: Desk,
) -> None:
    watcher = desk.watching(desk.folder, desk.outside)
    room = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text())
    (desk.folder / "many").mkdir()
    desk.take_all(watcher)
    with held_reader(desk):
        for number in range(room + 5000):  # the reader holds some thousand more in its buffer
            os.mknod(desk.folder / "many" / str(number))
        (desk.folder / "late").mkdir()  # its event is among the lost ones
    lost: set[bytes] = set()

    def is_all_lost() -> bool:
        lost.update(watcher.take().lost)
        return len(lost) == 2

    desk.wait_for(is_all_lost)
    assert lost == {bytes(desk.folder), bytes(desk.outside)}
    assert state_of(watcher, desk.folder) == WATCHED
    (desk.folder / "late/a.txt").write_text("one")
    desk.wait_for(lambda: bytes(desk.folder / "late/a.txt") in watcher.take().paths)


def test_a_burst_of_events_marks_its_folder_lost_and_no_other(desk: Desk) -> None:
    watcher = desk.watching(desk.folder, desk.outside)
    (desk.outside / "b.txt").write_text("two")
    for number in range(12_000):
        os.mknod(desk.folder / str(number))
    hints = desk.take_all(watcher, into=desk.outside)
    assert bytes(desk.folder) in hints.lost
    assert bytes(desk.outside / "b.txt") in hints.paths


@pytest.fixture
def no_watches(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Make the kernel refuse watches on paths that contain a word; returns the set of words."""
    words: set[bytes] = set()
    real = inotify_c.inotify_add_watch

    def add(descriptor: int, path: bytes, mask: int) -> int:
        if any(word in path for word in words):
            ctypes.set_errno(errno.ENOSPC)
            return -1
        return real(descriptor, path, mask)

    monkeypatch.setattr(inotify_c, "inotify_add_watch", add)
    return words


def test_a_folder_for_which_no_watch_is_left_is_swept_and_tried_again(
    desk: Desk, no_watches: Any
) -> None:
    (desk.folder / "large/deep").mkdir(parents=True)
    no_watches.add(b"deep")
    watcher = desk.watching(desk.folder, desk.outside)
    assert state_of(watcher, desk.folder) == LIMITED
    assert state_of(watcher, desk.outside) == WATCHED
    (desk.folder / "a.txt").write_text("one")
    (desk.outside / "b.txt").write_text("two")
    assert set(desk.take_all(watcher, into=desk.outside).paths) == {bytes(desk.outside / "b.txt")}
    no_watches.clear()
    watcher.check()
    assert state_of(watcher, desk.folder) == LIMITED  # a retry costs a walk: not at every check
    desk.take_all(watcher, into=desk.outside)  # the canary of that check was sent before the fence
    desk.clock.now += RETRY_S
    watcher.check()
    assert state_of(watcher, desk.folder) == WATCHED
    assert watcher.take().lost == {bytes(desk.folder)}


@pytest.mark.parametrize("how", ["made", "moved in", "rewalked"])
def test_a_limit_that_is_reached_later_makes_the_folder_swept_and_lost(
    desk: Desk, no_watches: Any, how: str
) -> None:
    (desk.outside / "deep").mkdir()
    (desk.folder / "node_modules").mkdir()
    watcher = desk.watching(desk.folder, desk.library)
    no_watches.update({b"deep", b"node_modules"})
    if how == "made":
        (desk.folder / "deep").mkdir()
    elif how == "moved in":
        (desk.outside / "deep").rename(desk.folder / "deep")
    else:
        desk.prune.names.clear()
        watcher.rewalk(bytes(desk.folder))
    desk.wait_for(lambda: bytes(desk.folder) in watcher.take().lost)
    assert state_of(watcher, desk.folder) == LIMITED
    assert state_of(watcher, desk.library) == WATCHED


def test_where_no_inotify_instance_is_left_every_folder_is_swept_until_there_is_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> int:
        ctypes.set_errno(errno.EMFILE)
        return -1

    with monkeypatch.context() as patch:
        patch.setattr(inotify_c, "inotify_init", refuse)
        watcher = desk.watching()
        assert state_of(watcher, desk.folder) == LIMITED
        watcher.check()
    watcher.check()
    assert state_of(watcher, desk.folder) == WATCHED
    assert watcher.take().lost == {bytes(desk.folder)}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_dead_thread_is_replaced_and_everything_is_lost(desk: Desk) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    watcher = desk.watching()
    before = {t for t in threading.enumerate() if isinstance(t, inotify_c.InotifyFD)}
    desk.prune.on["fail"] = fail
    (desk.folder / "fail").mkdir()
    desk.wait_for(lambda: not any(thread.is_alive() for thread in before))
    desk.prune.on.clear()
    watcher.check()
    assert watcher.take().lost == {bytes(desk.folder)}
    (desk.folder / "fail/a.txt").write_text("one")
    assert set(desk.take_all(watcher).paths) == {bytes(desk.folder / "fail/a.txt")}


def test_a_canary_that_is_heard_changes_nothing(desk: Desk) -> None:
    watcher = desk.watching()
    watcher.check()
    desk.take_all(watcher)  # the canary of that check was sent before the fence
    desk.clock.now += 60
    watcher.check()
    assert not watcher.take()
    assert state_of(watcher, desk.folder) == WATCHED


def test_a_canary_that_is_not_heard_in_time_restarts_everything(desk: Desk) -> None:
    watcher = desk.watching()
    with held_reader(desk):
        watcher.check()
        desk.clock.now += PATIENCE_S / 2
        watcher.check()
        assert not watcher.take().lost
        desk.clock.now += PATIENCE_S
        watcher.check()
        assert watcher.take().lost == {bytes(desk.folder)}
        (desk.folder / "a.txt").write_text("one")
        assert bytes(desk.folder / "a.txt") in desk.take_all(watcher).paths


class Deaf:
    """A sink that drops all events, in place of a system that sends none."""

    def happened(self, path: bytes, kind: Any) -> None: ...
    def refused(self, folder: bytes) -> None: ...
    def broke(self) -> None: ...


def test_where_no_events_arrive_folders_are_swept_until_they_do(desk: Desk) -> None:
    is_deaf = True
    watcher = desk.watching(
        open_source=lambda sink, prune: InotifySource(Deaf() if is_deaf else sink, prune)
    )
    for _ in range(4):
        watcher.check()
        desk.clock.now += 60
    assert state_of(watcher, desk.folder) == FolderWatch(WatchState.SWEPT, SweptReason.NO_EVENTS)
    watcher.take()
    watcher.check()
    assert not watcher.take()  # the state says that no events arrive: not lost at every check
    is_deaf = False
    desk.clock.now += 60
    watcher.check()

    def recovers() -> bool:
        watcher.check()
        return bool(state_of(watcher, desk.folder) == WATCHED)

    desk.wait_for(recovers)
    assert watcher.take().lost == {bytes(desk.folder)}


def test_a_library_that_cannot_be_written_to_is_no_missed_canary(desk: Desk) -> None:
    watcher = desk.watching()
    (desk.library / "canary").rmdir()
    for _ in range(3):
        watcher.check()
        desk.clock.now += 60
    assert state_of(watcher, desk.folder) == WATCHED
    assert not watcher.take()


def test_after_sleep_every_folder_is_lost(desk: Desk) -> None:
    watcher = desk.watching()
    desk.slept.now += 1
    watcher.check()
    assert not watcher.take()
    desk.slept.now += 3600
    watcher.check()
    assert watcher.take().lost == {bytes(desk.folder)}
    watcher.check()
    assert not watcher.take()


def test_a_walk_can_be_cancelled_and_the_thread_lives_until_closing(desk: Desk) -> None:
    cancel = threading.Event()
    watcher = desk.watching(cancel=cancel)
    for name in ("a", "b", "c"):
        (desk.outside / name / "deep").mkdir(parents=True)
    desk.prune.on["deep"] = cancel.set
    with pytest.raises(Cancelled):
        watcher.watch([bytes(desk.outside)])
    (desk.folder / "new").mkdir()
    (desk.folder / "a.txt").write_text("one")
    with pytest.raises(Cancelled):
        watcher.watch([bytes(desk.outside), bytes(desk.library)])
    readers = [t for t in threading.enumerate() if isinstance(t, inotify_c.InotifyFD)]
    assert len(readers) == 1
    watcher.close()
    assert not readers[0].is_alive()


_UNDER_GUARD = """
import sys, threading
from alcove import guard
assert guard.arm() >= guard.GuardLevel.KERNEL
from pathlib import Path
from alcove.files.watching.watcher import Watcher
base, woken = Path(sys.argv[1]), threading.Event()
watcher = Watcher(woken.set, canary=base / "canary", prune=lambda directory: False)
(base / "folder").mkdir()
watcher.watch([bytes(base / "folder")])
watcher.take()
woken.clear()
(base / "folder/a.txt").write_text("one")
assert woken.wait(30)
assert bytes(base / "folder/a.txt") in watcher.take().paths
watcher.close()
"""


def test_watching_works_under_the_egress_guard(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", _UNDER_GUARD, str(tmp_path)], check=True, timeout=60)
