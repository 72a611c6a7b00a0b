"""The worker pool runs work elsewhere, and delivers its results on the GUI thread."""

import gc
import threading
import weakref
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import CapturedExceptions
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from alcove.errors import LibraryError
from alcove_desktop.background.worker_pool import WorkerPool


def ends(qtbot: QtBot, workers: WorkerPool) -> None:
    """Wait until every result so far has been delivered."""
    told: list[object] = []
    for _ in range(3):  # one for each thread
        workers.run(object, told.append, owner=workers)
    qtbot.waitUntil(lambda: len(told) == 3)


def test_the_result_comes_to_the_gui_thread(qtbot: QtBot, workers: WorkerPool) -> None:
    threads: list[int] = []

    def think() -> int:
        threads.append(threading.get_ident())
        return 42

    told: list[tuple[int, int]] = []
    workers.run(think, lambda found: told.append((found, threading.get_ident())), owner=workers)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(42, threading.get_ident())]
    assert threads != [threading.get_ident()]


def test_a_cancelled_task_delivers_nothing_and_sees_its_token(
    qtbot: QtBot, workers: WorkerPool
) -> None:
    told: list[bool] = []
    cancel = threading.Event()
    task = workers.run(lambda: cancel.wait(30), told.append, owner=workers, cancel=cancel)
    task.cancel()
    ends(qtbot, workers)
    assert told == []
    assert task.cancelled is cancel


def test_a_cancelled_task_that_hangs_holds_nothing_up(qtbot: QtBot, workers: WorkerPool) -> None:
    going, told = threading.Event(), list[str]()
    for _ in range(4):
        workers.run(lambda: going.wait(30), lambda _: told.append("late"), owner=workers).cancel()
        hanging = workers.run(lambda: going.wait(30), lambda _: told.append("late"), owner=workers)
        qtbot.waitUntil(lambda: any(job.runs for job in workers._jobs.values()))
        hanging.cancel()
    workers.run(lambda: "now", told.append, owner=workers)
    qtbot.waitUntil(lambda: told == ["now"])
    going.set()


def test_nothing_is_delivered_for_a_destroyed_owner(qtbot: QtBot, workers: WorkerPool) -> None:
    owner, going = QObject(), threading.Event()
    told: list[bool] = []
    workers.run(lambda: going.wait(30), told.append, owner=owner)
    Shiboken.delete(owner)
    going.set()
    ends(qtbot, workers)
    assert told == []


def test_an_owner_without_parent_is_released_on_the_gui_thread(
    qtbot: QtBot, workers: WorkerPool
) -> None:
    ended: list[int] = []

    class Owner(QObject):
        def look(self) -> int:
            return 1

        def take(self, _: int) -> None:
            pass

    owner = Owner()
    weakref.finalize(owner, lambda: ended.append(threading.get_ident()))
    workers.run(owner.look, owner.take, owner=owner)
    del owner
    ends(qtbot, workers)
    gc.collect()
    assert ended == [threading.get_ident()]


def test_an_error_goes_to_the_caller_or_to_the_signal(qtbot: QtBot, workers: WorkerPool) -> None:
    def fail() -> None:
        raise LibraryError("the disk is full")

    failed: list[str] = []
    workers.run(fail, print, owner=workers, failed=lambda error: failed.append(str(error)))
    qtbot.waitUntil(lambda: failed == ["the disk is full"])
    with qtbot.waitSignal(workers.error) as told:
        workers.run(fail, print, owner=workers)
    assert isinstance(told.args[0], LibraryError)


def test_a_bug_is_reported_and_raised_as_well(
    qtbot: QtBot, workers: WorkerPool, capture_bugs: CapturedExceptions
) -> None:
    failed: list[Exception] = []
    workers.run(lambda: 1 // 0, print, owner=workers, failed=failed.append)
    qtbot.waitUntil(lambda: bool(capture_bugs))
    assert [kind for kind, _, _ in capture_bugs] == [ZeroDivisionError]
    assert len(failed) == 1


def test_a_bug_in_the_function_for_the_result_is_raised(
    qtbot: QtBot, workers: WorkerPool, capture_bugs: CapturedExceptions
) -> None:
    workers.run(lambda: 0, lambda zero: 1 // zero, owner=workers)
    qtbot.waitUntil(lambda: bool(capture_bugs))
    assert [kind for kind, _, _ in capture_bugs] == [ZeroDivisionError]


def test_waiting_tasks_are_done_before_it_closes(workers: WorkerPool) -> None:
    done: list[int] = []
    for number in range(20):
        workers.run(partial(done.append, number), print, owner=workers)
    workers.close()
    assert sorted(done) == list(range(20))


def test_a_closed_pool_takes_no_tasks(qtbot: QtBot) -> None:
    workers = WorkerPool()
    workers.close()
    assert workers.run(lambda: 1, print, owner=workers).cancelled.is_set()
    workers.close()


def test_long_work_is_cancelled_when_it_closes(workers: WorkerPool) -> None:
    begun, cancel = threading.Event(), threading.Event()

    def wait() -> bool:
        begun.set()
        return cancel.wait(60)

    workers.run(wait, print, owner=workers, cancel=cancel)
    assert begun.wait(30)
    workers.close()
    assert cancel.is_set()


@pytest.fixture
def capture_bugs(qtbot: QtBot) -> Iterator[CapturedExceptions]:
    with qtbot.captureExceptions() as caught:
        yield caught
