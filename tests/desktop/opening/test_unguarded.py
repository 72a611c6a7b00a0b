"""Opened applications may use a network; the window may not."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from .conftest import Desktop, Make

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing is inherited there")

WINDOW = """
import json, os, socket, sys
from alcove_desktop.opening import unguarded
line = unguarded.start()
from alcove.guard import arm
arm()
try:
    socket.socket(socket.AF_INET)
except PermissionError:
    print("refused", flush=True)
for request in sys.stdin:
    line.sendall(request.encode())
    print(line.recv(4096).decode(), end="", flush=True)
"""
BROWSER = """#!{python}
import pathlib, socket
try:
    socket.socket(socket.AF_INET).close()
    found = "network"
except OSError as error:
    found = str(error)
pathlib.Path({found!r}).write_text(found)
"""


@pytest.fixture
def window(desktop: Desktop) -> "subprocess.Popen[str]":
    """A process with an opener and the guard; it prints whether it got a socket itself."""
    return subprocess.Popen(
        [sys.executable, "-c", WINDOW], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def ask(window: "subprocess.Popen[str]", request: object) -> object:
    assert window.stdin is not None
    assert window.stdout is not None
    window.stdin.write(json.dumps(request) + "\n")
    window.stdin.flush()
    return json.loads(window.stdout.readline())


def test_an_opened_application_has_a_network_and_the_window_has_none(
    window: "subprocess.Popen[str]", desktop: Desktop, file: Make, tmp_path: Path
) -> None:
    found = tmp_path / "found"
    desktop.script("xdg-open", BROWSER.format(python=sys.executable, found=str(found)))
    with window:
        assert window.stdout is not None
        assert window.stdout.readline() == "refused\n"
        path = os.fsdecode(file("letter.odt"))
        assert ask(window, {"id": 1, "do": "open", "path": path}) == {"id": 1, "trouble": ""}
        window.communicate()
    assert found.read_text() == "network"


def test_the_opener_ends_with_a_window_that_was_killed(window: "subprocess.Popen[str]") -> None:
    with window:
        assert window.stdout is not None
        window.stdout.readline()
        (opener,) = psutil.Process(window.pid).children()
        window.kill()
    opener.wait(timeout=10)
    assert not opener.is_running()


def test_a_key_in_the_windows_terminal_does_not_reach_the_opener(
    window: "subprocess.Popen[str]",
) -> None:
    with window:
        assert window.stdout is not None
        window.stdout.readline()
        (opener,) = psutil.Process(window.pid).children()
        assert os.getsid(opener.pid) == opener.pid
        assert ask(window, {"id": 7, "do": "open", "path": "/nowhere"}) == {
            "id": 7,
            "trouble": "missing",
        }
        window.send_signal(signal.SIGKILL)
    opener.wait(timeout=10)
