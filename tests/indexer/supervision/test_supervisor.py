"""A library gets an indexer, and a new one when it dies; each ends or goes on as intended."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from alcove.errors import BusyError, LibraryError
from alcove.indexer import Activity, IndexerClient, IndexerLock, IndexerState, Pause
from alcove.indexer.control.protocol import SOCKET
from alcove.indexer.supervision.diagnosis import is_locked
from alcove.indexer.supervision.supervisor import Supervisor, SupervisorListener
from alcove.personal import LibraryFolder, Pace, Settings, settings_store
from alcove.system.frozen import module_command

PATIENCE = 60.0  # seconds

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="ends processes by signals that Windows does not have"
)


class Desk:
    """A library, and all reports of its supervisors."""

    def __init__(self, folder: LibraryFolder) -> None:
        self.folder = folder
        self.states: list[IndexerState] = []
        self.troubles: list[LibraryError | None] = []
        self.lost = threading.Event()
        self._open: list[Supervisor] = []

    def supervise(self, *command: str) -> Supervisor:
        hears = SupervisorListener(self.states.append, self.lost.set, self.troubles.append)
        supervisor = Supervisor(self.folder, hears, command=command or None)
        supervisor.start()
        self._open.append(supervisor)
        return supervisor

    def wait_for(self, activity: Activity) -> None:
        wait_until(lambda: bool(self.states) and self.states[-1].activity is activity)

    def indexers(self) -> list[psutil.Process]:
        """Return the processes that were started for this library."""
        return [p for p in psutil.process_iter() if str(self.folder.root) in arguments(p)]

    def kill_indexer(self) -> None:
        for one in self.indexers():
            one.kill()

    def close(self) -> None:
        for supervisor in self._open:
            supervisor.close()
        for one in self.indexers():
            with suppress(psutil.NoSuchProcess):
                one.kill()


def arguments(process: psutil.Process) -> list[str]:
    with suppress(psutil.Error):
        if process.status() != psutil.STATUS_ZOMBIE:
            return process.cmdline()
    return []


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


@pytest.fixture
def desk(tmp_path: Path, models: Path) -> Iterator[Desk]:
    folder = LibraryFolder(tmp_path / "library")
    folder.root.mkdir(mode=0o700)
    shutil.copytree(models, folder.models)
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "ferry.txt").write_text("The ferry leaves at dawn.")
    folders = (os.fsencode(documents),)
    wanted = Settings(folders=folders, when_busy=Pace.FULL)  # the tests' load
    settings_store.change(folder.personal, lambda now: replace(wanted, revision=now.revision))
    desk = Desk(folder)
    yield desk
    desk.close()


def test_it_starts_an_indexer_and_ends_it(desk: Desk) -> None:
    supervisor = desk.supervise()
    desk.wait_for(Activity.IDLE)
    assert desk.states[-1].totals.new == 1
    assert len(desk.indexers()) == 1
    supervisor.close()
    assert desk.indexers() == []
    assert desk.troubles == []
    assert not desk.lost.is_set()


def test_one_that_is_killed_comes_back_and_is_still_paused(desk: Desk) -> None:
    supervisor = desk.supervise()
    supervisor.ask("pause")
    wait_until(lambda: bool(desk.states) and desk.states[-1].pause is Pause.ASKED)
    before = desk.indexers()[0].pid
    desk.kill_indexer()
    wait_until(desk.lost.is_set)
    wait_until(lambda: [one.pid for one in desk.indexers()] not in ([], [before]))
    desk.states.clear()
    wait_until(lambda: bool(desk.states) and desk.states[-1].pause is Pause.ASKED)
    supervisor.ask("resume")
    desk.wait_for(Activity.IDLE)


def test_one_that_somebody_else_started_is_followed_and_left_running(desk: Desk) -> None:
    command = [*module_command("alcove"), "--library", str(desk.folder.root), "watch", "--quiet"]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL) as other:
        wait_until(lambda: is_locked(desk.folder))
        supervisor = desk.supervise()
        desk.wait_for(Activity.IDLE)
        supervisor.close()
        assert [one.pid for one in desk.indexers()] == [other.pid]
        other.terminate()
        assert other.wait() == 0


def test_it_ends_cleanly_with_a_program_that_was_killed(desk: Desk) -> None:
    script = f"""
import pathlib, signal
from alcove.indexer.supervision.supervisor import SupervisorListener, Supervisor
from alcove.personal import LibraryFolder

def hear(state):
    if state.activity == "idle":
        print("idle", flush=True)

library = LibraryFolder(pathlib.Path({str(desk.folder.root)!r}))
Supervisor(library, SupervisorListener(hear, print, print)).start()
signal.pause()
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"idle\n"
        assert (desk.folder.root / SOCKET).exists()
        program.kill()
    wait_until(lambda: not is_locked(desk.folder))
    assert not (desk.folder.root / SOCKET).exists(), "it had no time to leave"
    wait_until(lambda: desk.indexers() == [])


def test_one_that_somebody_asked_to_stop_was_not_lost_but_is_succeeded(desk: Desk) -> None:
    desk.supervise()
    desk.wait_for(Activity.IDLE)
    before = desk.indexers()[0].pid
    with IndexerClient(desk.folder.root) as client:
        client.ask("stop")
    wait_until(lambda: [one.pid for one in desk.indexers()] not in ([], [before]))
    desk.wait_for(Activity.IDLE)
    assert not desk.lost.is_set()


def test_a_library_that_a_newer_alcove_wrote_is_told_of_and_left_alone(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.folder.personal)) as connection:
        connection.execute("PRAGMA user_version = 99")
    supervisor = desk.supervise()
    wait_until(lambda: bool(desk.troubles))
    assert "newer version of Alcove" in str(desk.troubles[0])
    supervisor.close()
    assert len(desk.troubles) == 1
    assert desk.states == []


def test_a_lock_whose_holder_does_not_answer_is_told_of_until_it_is_free(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alcove.indexer.supervision.supervisor._UNHEARD", 0.0)
    with IndexerLock(desk.folder.lock):
        desk.supervise()
        wait_until(lambda: bool(desk.troubles))
        assert isinstance(desk.troubles[0], BusyError)
        assert desk.indexers() == []
    desk.wait_for(Activity.IDLE)
    assert desk.troubles[1:] == [None]


def test_one_that_ends_at_once_is_tried_again_and_told_of_once(desk: Desk, tmp_path: Path) -> None:
    tries = tmp_path / "tries"
    script = f"open({str(tries)!r}, 'a').write('x'); raise SystemExit(3)"
    supervisor = desk.supervise(sys.executable, "-c", script)
    wait_until(lambda: tries.exists() and len(tries.read_text()) == 3)
    supervisor.close()
    assert [str(one) for one in desk.troubles] == ["the indexer stops right after it starts"]


def test_a_command_that_cannot_be_started_is_told_of(desk: Desk, tmp_path: Path) -> None:
    desk.supervise(str(tmp_path / "nothing"))
    wait_until(lambda: bool(desk.troubles))
    assert "cannot be started" in str(desk.troubles[0])


def test_one_that_does_not_listen_is_ended_by_force(desk: Desk, tmp_path: Path) -> None:
    ready = tmp_path / "ready"
    script = (
        "import pathlib, signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
        f"pathlib.Path({str(ready)!r}).touch(); time.sleep(600)"
    )
    supervisor = desk.supervise(sys.executable, "-c", script, str(desk.folder.root))
    wait_until(ready.exists)
    (process,) = desk.indexers()
    assert os.getsid(process.pid) == process.pid, "Ctrl-C would end it"
    supervisor.close()
    assert not process.is_running()


def test_it_can_be_closed_before_anything_happened(desk: Desk) -> None:
    desk.supervise().close()
    assert desk.indexers() == []
