"""The application in this process, and a display of its own for those that run as processes."""

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alcove.library import Library
from alcove_desktop.background import SearchThread
from alcove_desktop.opening.unguarded import serve
from alcove_desktop.program.application import AlcoveProgram
from alcove_desktop.program.single_instance_client import be_first, request

Start = Callable[[], AlcoveProgram]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, library: Library) -> Iterator[Start]:
    """Start the application with the real indexer; end it with the test."""
    begun: list[AlcoveProgram] = []

    def start() -> AlcoveProgram:
        root = library.folder.root
        claim = be_first(root, request("show"))
        assert claim is not None
        ours, its = socket.socketpair()
        threading.Thread(target=serve, args=(its,)).start()
        program = AlcoveProgram(
            qapp,
            library,
            SearchThread(library),
            library.window_settings(),
            claim=claim,
            opener=ours,
        )
        begun.append(program)
        program.begin("", hidden=False)
        qtbot.waitUntil(program.window.isVisible)
        return program

    yield start
    for program in begun[-1:]:
        program.end()


@pytest.fixture(scope="session")
def display() -> Iterator[dict[str, str]]:
    """The environment of programs that draw on an X server of their own."""
    if not sys.platform.startswith("linux") or not shutil.which("Xvfb"):
        pytest.skip("Xvfb is not installed")
    with _x_server() as number:
        kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
        yield {**kept, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}


@contextmanager
def _x_server() -> Iterator[str]:
    reads, writes = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1280x900x24", "-noreset"],
        pass_fds=(writes,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writes)
    with server, open(reads, encoding="ascii") as told:  # noqa: PTH123 - a descriptor
        try:
            yield told.readline().strip()
        finally:
            server.terminate()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder for the test."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tmp_path
