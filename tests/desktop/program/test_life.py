"""The application as a process: it starts, is a single instance, and leaves nothing behind."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from alcove.library import Library

from .processes import Running, until

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="there is no Xvfb"),
    pytest.mark.skipif(not shutil.which("xdotool"), reason="xdotool is not installed"),
]

NOT_IN_THE_WINDOW = ("libtorch", "pypdfium2", "kreuzberg", "QtNetwork")


Launch = Callable[..., Running]


@pytest.fixture
def launch(library: Library, display: dict[str, str]) -> Iterator[Launch]:
    """Start the application for the library, with these arguments; kill leftover processes."""
    begun: list[Running] = []

    def launch(*arguments: str) -> Running:
        begun.append(Running(library.folder.root, display, *arguments))
        return begun[-1]

    yield launch
    for running in begun:
        running.kill()


@pytest.fixture
def running(launch: Launch) -> Running:
    running = launch()
    running.wait_for_window()
    running.wait_for_indexer()
    return running


def test_quit_leaves_no_process_and_no_socket(running: Running, library: Library) -> None:
    assert running.start("--quit").wait() == 0
    assert running.wait() == 0
    assert running.left() == []
    assert list(library.folder.root.glob("*.sock")) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_it_as_cleanly(running: Running, number: signal.Signals) -> None:
    running.process.send_signal(number)
    assert running.wait() == 0
    assert running.left() == []


def test_a_second_start_raises_the_first_and_ends(running: Running) -> None:
    (window,) = running.windows()
    assert running.start("--toggle", "--hidden").wait() == 0
    assert running.start("lease").wait() == 0
    until(lambda: running.windows() == [window])
    assert running.process.poll() is None


def test_killed_it_can_be_started_again(running: Running, launch: Launch) -> None:
    running.process.kill()
    running.process.wait()
    again = launch()
    again.wait_for_window()
    assert again.start("--quit").wait() == 0
    assert again.wait() == 0
    assert again.left() == []
    until(lambda: running.left() == [])


def test_an_indexer_that_was_killed_comes_back(running: Running) -> None:
    first = running.wait_for_indexer()
    first.kill()
    until(lambda: [one for one in running.indexers() if one != first])
    assert running.process.poll() is None


def test_the_guard_holds_the_window_and_the_indexer_but_not_the_opener(running: Running) -> None:
    indexer = running.wait_for_indexer()
    (opener,) = set(psutil.Process(running.process.pid).children()) - {indexer}
    assert [seccomp(running.process.pid), seccomp(indexer.pid), seccomp(opener.pid)] == [2, 2, 0]


def test_nothing_heavy_is_loaded_into_the_window(running: Running) -> None:
    running.start("what does the tenant pay").wait()
    until(lambda: "libopenvino" in loaded(running.process.pid))
    assert [one for one in NOT_IN_THE_WINDOW if one in loaded(running.process.pid)] == []


def test_hidden_shows_no_window_until_it_is_asked_for(launch: Launch) -> None:
    running = launch("--hidden")
    running.wait_for_indexer()
    assert running.windows() == []
    assert running.start().wait() == 0
    running.wait_for_window()
    assert running.start("--quit").wait() == 0
    assert running.wait() == 0


def test_a_library_of_a_newer_version_is_refused_in_words(
    library: Library, launch: Launch, display: dict[str, str]
) -> None:
    with sqlite3.connect(library.folder.personal) as db:
        db.execute("PRAGMA user_version = 9999")
    db.close()
    running = launch()
    assert answered(running, display) == 3


def test_a_library_that_cannot_be_created_is_reported_on_the_screen(
    tmp_path: Path, display: dict[str, str]
) -> None:
    (tmp_path / "file").write_text("not a folder")
    running = Running(tmp_path / "file" / "library", display)
    try:
        assert answered(running, display) == 3
    finally:
        running.kill()


def answered(running: Running, display: dict[str, str]) -> int:
    """Close the message box with Escape; return the exit code."""
    running.wait_for_window()
    for window in running.windows():
        press = ["xdotool", "windowfocus", "--sync", window, "key", "Escape"]
        subprocess.run(press, env=display, check=True)
    return running.wait()


def seccomp(process: int) -> int:
    """Return the seccomp mode; 2 if a filter is in force."""
    status = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("Seccomp:"))


def loaded(process: int) -> str:
    return Path(f"/proc/{process}/maps").read_text()
