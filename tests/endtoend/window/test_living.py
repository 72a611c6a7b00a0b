"""Processes come and go while the window is open; when it ends, nothing of it is left."""

import os
import shutil
import signal
import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from tests.endtoend.window.conftest import QUESTION
from tests.endtoend.window.desk import Desk

from alcove.indexer import IndexerClient
from alcove.personal import LibraryFolder

REFUSED = 3  # the exit code


def test_an_indexer_that_is_killed_comes_back_while_people_search(desk: Desk) -> None:
    window = desk.start()
    desk.wait_until_typed_into()
    desk.wait_for(desk.sees_rest)
    killed = indexer(desk)
    os.kill(killed, signal.SIGKILL)
    desk.wait_for(desk.sees_unrest)
    desk.type(QUESTION)
    desk.wait_for(desk.sees_hit)
    desk.wait_for(lambda: indexer(desk) not in (0, killed))
    desk.wait_for(desk.sees_rest)
    desk.leave(window)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_all_that_the_window_began(desk: Desk, number: int) -> None:
    window = desk.start(QUESTION)
    desk.wait_for(desk.sees_hit)
    desk.wait_for(desk.sees_page)
    desk.wait_for(lambda: len(desk.processes()) >= 4)  # the opener, the indexer, what draws pages
    window.send_signal(number)
    desk.see_it_end(window)


def test_a_window_can_be_quit_while_it_is_starting(desk: Desk) -> None:
    window = desk.start(QUESTION)
    desk.wait_for(desk.is_heard)
    desk.leave(window)


def test_a_window_that_was_killed_is_succeeded(desk: Desk) -> None:
    window = desk.start(QUESTION)
    desk.wait_for(desk.sees_page)
    desk.wait_for(desk.sees_rest)
    window.kill()
    window.communicate()
    desk.wait_for(lambda: desk.processes() == [])  # none is left behind
    assert desk.is_heard()  # or so it seems
    window = desk.start(QUESTION)
    desk.wait_for(desk.sees_hit)
    desk.wait_for(desk.sees_rest)
    desk.leave(window)


def test_quitting_what_does_not_run_is_no_error(desk: Desk) -> None:
    ended = desk.tell("--quit")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_a_library_of_a_newer_version_is_refused_in_a_box(desk: Desk) -> None:
    personal = LibraryFolder(desk.library).personal
    with closing(sqlite3.connect(personal)) as db:
        db.execute("PRAGMA user_version = 1000")
    before = personal.read_bytes()
    window = desk.start()
    desk.wait_for(desk.is_typed_into)
    desk.press("Return")
    _, complaints = window.communicate(timeout=60)
    assert "Traceback" not in complaints
    assert window.returncode == REFUSED
    assert personal.read_bytes() == before


def test_without_a_screen_a_library_that_is_no_folder_is_refused_in_a_line(
    desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a library")
    refused = replace(desk, library=tmp_path / "file", more={"DISPLAY": ""}).tell()
    assert refused.returncode == REFUSED
    assert len(refused.stderr.splitlines()) == 1


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_a_whole_session_never_asks_for_a_network(desk: Desk, netwatch: Path) -> None:
    desk = replace(desk, wrapper=(str(netwatch),))
    watched = desk.start()
    desk.wait_until_typed_into()
    desk.type(QUESTION)
    desk.wait_for(desk.sees_hit)
    desk.wait_for(desk.sees_page)
    desk.press("Down", "Up", "ctrl+c", "Escape")
    desk.type("keys")
    desk.wait_for(desk.sees_hit)
    desk.wait_for(desk.sees_rest)
    desk.tell("--quit")
    _, printed = watched.communicate(timeout=60)
    if "PTRACE" in printed:
        pytest.skip("strace may not trace here")
    assert (watched.returncode, printed) == (0, "netwatch: no attempt to reach a network\n")


def indexer(desk: Desk) -> int:
    """The process number of the indexer; 0 while none listens."""
    with suppress(EOFError, OSError), IndexerClient(desk.library) as client:
        return client.state.pid
    return 0
