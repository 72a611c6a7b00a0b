"""The link brings the indexer's state to the window, and requests to the indexer, by signals."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from alcove.errors import LibraryError
from alcove.indexer import Activity, IndexerState, Pause
from alcove.library import Library
from alcove.personal import Pace, settings_store
from alcove_desktop.background.indexer_link import IndexerLink

PATIENCE = 30_000  # milliseconds


@pytest.fixture
def link(qtbot: QtBot, library: Library) -> Iterator[IndexerLink]:
    personal = library.folder.personal
    # The load of other tests is no reason to rest.
    settings_store.change(personal, lambda now: replace(now, when_busy=Pace.FULL))
    link = IndexerLink(library)
    yield link
    link.close()


def stands(link: IndexerLink, **wanted: object) -> Callable[[], bool]:
    return lambda: (
        link.state is not None
        and all(getattr(link.state, name) == value for name, value in wanted.items())
    )


def indexer_of(library: Library) -> psutil.Process:
    """Return the one indexer process of a library."""
    root = str(library.folder.root)
    (found,) = [one for one in psutil.Process().children() if root in one.cmdline()]
    return found


def test_each_state_is_emitted_until_nothing_is_left_to_do(qtbot: QtBot, link: IndexerLink) -> None:
    told: list[IndexerState] = []
    link.told.connect(told.append)
    link.start()
    qtbot.waitUntil(stands(link, activity=Activity.IDLE), timeout=PATIENCE)
    assert told[-1] is link.state
    assert all(one != other for one, other in pairwise(told))


def test_it_is_paused_and_goes_on(qtbot: QtBot, link: IndexerLink) -> None:
    link.start()
    link.ask("pause")
    qtbot.waitUntil(stands(link, pause=Pause.ASKED), timeout=PATIENCE)
    link.ask("resume")
    qtbot.waitUntil(stands(link, activity=Activity.IDLE, pause=None), timeout=PATIENCE)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_indexer_is_reported_and_restarted(
    qtbot: QtBot, link: IndexerLink, library: Library
) -> None:
    link.start()
    qtbot.waitUntil(stands(link, activity=Activity.IDLE), timeout=PATIENCE)
    states: list[IndexerState] = []
    with qtbot.waitSignal(link.lost, timeout=PATIENCE):
        os.kill(indexer_of(library).pid, signal.SIGKILL)
    link.told.connect(states.append)
    qtbot.waitUntil(lambda: bool(states) and states[-1].activity is Activity.IDLE, timeout=PATIENCE)


def test_an_indexer_that_cannot_start_is_reported(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    link = IndexerLink(library, command=[str(tmp_path / "missing")])
    with qtbot.waitSignal(link.problem, timeout=PATIENCE) as told:
        link.start()
    assert isinstance(told.args[0], LibraryError)
    link.close()


def test_nothing_is_emitted_after_it_was_closed(
    qtbot: QtBot, link: IndexerLink, library: Library
) -> None:
    told: list[IndexerState] = []
    link.start()
    qtbot.waitUntil(stands(link, activity=Activity.IDLE), timeout=PATIENCE)
    process = indexer_of(library)
    link.ask("rescan")
    link.close()
    link.told.connect(told.append)
    qtbot.wait(1)
    assert told == []
    assert not process.is_running()
