"""The opener never blocks the window, and reports files that could not be opened."""

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from alcove_desktop.opening.opener import Opener
from alcove_desktop.opening.unguarded import serve

from .conftest import Desktop, Make

FILE_MANAGER = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusVirtualObject
from alcove_desktop.opening.reveal import FileManager

class Manager(QDBusVirtualObject):
    def introspect(self, path):
        return ""

    def handleMessage(self, message, connection):
        print(message.member(), message.signature(), message.arguments()[0], flush=True)
        connection.send(message.createReply())
        QTimer.singleShot(0, app.quit)
        return True

app, manager = QCoreApplication(sys.argv), Manager()
path = "/org/freedesktop/FileManager1"
if sys.argv[1] == "there":
    other = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "file manager")
    assert other.registerVirtualObject(path, manager)
    assert other.registerService("org.freedesktop.FileManager1")
asker = FileManager()
asker.absent.connect(lambda path: (print("absent", path, flush=True), app.quit()))
assert asker.show(b"/home/a b/caf\\xe9.txt")
app.exec()
"""


@pytest.fixture
def opener(qtbot: QtBot, desktop: Desktop) -> Iterator[Opener]:
    """An opener whose other end is a thread, as on Windows."""
    ours, its = socket.socketpair()
    threading.Thread(target=serve, args=(its,)).start()
    opener = Opener(ours)
    yield opener
    opener.close()


def test_a_request_opens_the_file(
    qtbot: QtBot, opener: Opener, desktop: Desktop, file: Make
) -> None:
    desktop.has("xdg-open")
    path = file(b"caf\xe9 \xf0\x9f\x98\x80.txt")
    opener.open(path)
    qtbot.waitUntil(lambda: desktop.started == [[b"xdg-open", path]])


@pytest.mark.parametrize("path", [b"/nowhere/letter.odt", b"letter.odt", b"http://example.org/"])
def test_a_missing_file_is_not_opened(
    qtbot: QtBot, opener: Opener, desktop: Desktop, path: bytes
) -> None:
    desktop.has("xdg-open")
    with qtbot.waitSignal(opener.failed) as failed:
        opener.open(path)
    assert "no longer there" in failed.args[0]
    assert desktop.started == []


def test_a_failure_is_reported_with_advice(qtbot: QtBot, opener: Opener, file: Make) -> None:
    with qtbot.waitSignal(opener.failed) as failed:
        opener.open(file("letter.odt"))
    assert "No application" in failed.args[0]
    assert failed.args[1]
    with qtbot.waitSignal(opener.failed) as failed:
        opener.open(file("setup.exe"))
    assert "is a program" in failed.args[0]


def test_without_d_bus_the_folder_is_opened(
    qtbot: QtBot, opener: Opener, desktop: Desktop, file: Make, tmp_path: Path
) -> None:
    desktop.has("xdg-open")
    opener.reveal(file("letter.odt"))
    qtbot.waitUntil(lambda: desktop.started == [[b"xdg-open", str(tmp_path).encode()]])


def test_a_folder_that_nothing_shows_is_reported_as_a_folder(
    qtbot: QtBot, opener: Opener, file: Make
) -> None:
    path = file("letter.odt")
    with qtbot.waitSignal(opener.failed) as failed:
        opener.reveal(path)
    assert failed.args[0] == "No application could show this folder."
    with qtbot.waitSignal(opener.failed) as failed:
        opener.open(path)
    assert failed.args[0] == "No application could open this file."


@pytest.mark.parametrize(
    ("manager", "answer"),
    [
        ("there", "ShowItems ass ['file:///home/a%20b/caf%E9.txt']\n"),
        ("away", "absent b'/home/a b/caf\\xe9.txt'\n"),
    ],
)
def test_a_file_manager_is_asked_over_d_bus(manager: str, answer: str, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(FILE_MANAGER)
    command = ["dbus-run-session", "--", sys.executable, str(script), manager]
    try:
        ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    except FileNotFoundError:
        pytest.skip("dbus-run-session is not installed")
    assert ended.stdout == answer


def test_a_lost_opener_is_reported(qtbot: QtBot, file: Make) -> None:
    ours, its = socket.socketpair()
    opener = Opener(ours)
    its.close()
    with qtbot.waitSignal(opener.failed) as failed:
        opener.open(file("letter.odt"))
    assert "has stopped" in failed.args[0]
    opener.close()
