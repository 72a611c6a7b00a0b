"""Each library has one application; later starts pass their request to it."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from multiprocessing.connection import Client, Connection
from pathlib import Path
from time import monotonic, sleep

import pytest
from pytestqt.qtbot import QtBot

from alcove.errors import LibraryError
from alcove.system.locks import lock
from alcove_desktop.program.single_instance import SingleInstance
from alcove_desktop.program.single_instance_client import LOCK, SOCKET, be_first, hand_over, request

FIRST = """
import sys, time
from pathlib import Path
from alcove_desktop.program.single_instance_client import be_first, request
from alcove_desktop.program.single_instance import SingleInstance
root = Path(sys.argv[1])
instance = SingleInstance(root, be_first(root, request("show")))
instance.listen()
print("listens", flush=True)
time.sleep(60)
"""


@pytest.fixture
def instance(qtbot: QtBot, tmp_path: Path) -> Iterator[SingleInstance]:
    instance = first(tmp_path)
    yield instance
    instance.close()


def ask(connection: "Connection[bytes, bytes]", message: bytes) -> bytes:
    connection.send_bytes(message)
    return connection.recv_bytes()


def first(root: Path) -> SingleInstance:
    claim = be_first(root, request("show"))
    assert claim is not None
    instance = SingleInstance(root, claim)
    instance.listen()
    return instance


def test_the_request_of_a_second_start_is_received(
    qtbot: QtBot, instance: SingleInstance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token of the desktop")
    with qtbot.waitSignal(instance.asked) as asked:
        assert be_first(tmp_path, request("ask", "größer -kleiner")) is None
    assert asked.args == ["ask", "größer -kleiner", "token of the desktop"]


def test_another_library_has_another_application(instance: SingleInstance, tmp_path: Path) -> None:
    other = first(tmp_path / "other")
    assert other is not instance
    other.close()


def test_without_a_listener_nothing_is_handed_over(tmp_path: Path) -> None:
    assert not hand_over(tmp_path, request("quit"))
    assert not (tmp_path / LOCK).exists()


def test_the_next_can_be_first_when_the_first_has_ended(qtbot: QtBot, tmp_path: Path) -> None:
    first(tmp_path).close()
    assert not (tmp_path / SOCKET).exists()
    first(tmp_path).close()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL, and no socket is left")
def test_one_that_was_killed_is_replaced(qtbot: QtBot, tmp_path: Path) -> None:
    command = [sys.executable, "-c", FIRST, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == b"listens\n"
        assert hand_over(tmp_path, request("stay"))
        killed.send_signal(signal.SIGKILL)
    assert (tmp_path / SOCKET).exists()
    instance = first(tmp_path)
    assert hand_over(tmp_path, request("stay"))
    instance.close()


def test_an_ending_instance_accepts_nothing_and_holds_the_lock_until_its_end(
    qtbot: QtBot, tmp_path: Path
) -> None:
    instance = first(tmp_path)
    instance.mute()
    assert not hand_over(tmp_path, request("show"))
    with pytest.raises(BlockingIOError):
        lock(tmp_path / LOCK)
    instance.close()
    os.close(lock(tmp_path / LOCK))


def test_a_start_just_after_another_waits_until_it_listens(qtbot: QtBot, tmp_path: Path) -> None:
    claim = be_first(tmp_path, request("show"))
    assert claim is not None
    answers: list[int | None] = []
    second = threading.Thread(target=lambda: answers.append(be_first(tmp_path, request("show"))))
    second.start()
    instance = SingleInstance(tmp_path, claim)
    instance.listen()
    second.join()
    assert answers == [None]
    instance.close()


@pytest.mark.parametrize("message", [b"", b"nonsense", b"[]", b'{"do": "quit"}', b"x" * (1 << 17)])
def test_a_malformed_message_is_hung_up_on(
    qtbot: QtBot, instance: SingleInstance, tmp_path: Path, message: bytes
) -> None:
    heard: list[object] = []
    instance.asked.connect(lambda *what: heard.append(what))
    if sys.platform == "win32":
        pytest.skip("there the place has another name")
    refusal = pytest.raises((EOFError, ConnectionError))
    with Client(str(tmp_path / SOCKET)) as connection, refusal:
        ask(connection, message)
    assert hand_over(tmp_path, request("show"))
    qtbot.waitUntil(lambda: heard == [("show", "", "")])


def test_a_silent_client_does_not_delay_others_for_long(
    qtbot: QtBot, instance: SingleInstance, tmp_path: Path
) -> None:
    with Client(str(tmp_path / SOCKET)), qtbot.waitSignal(instance.asked):
        give_up = monotonic() + 20
        while not hand_over(tmp_path, request("show")):
            assert monotonic() < give_up
            sleep(0.01)


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe there has whole messages")
def test_a_client_that_stops_in_a_message_is_hung_up_on(
    qtbot: QtBot, instance: SingleInstance, tmp_path: Path
) -> None:
    with socket.socket(socket.AF_UNIX) as half:
        half.connect(str(tmp_path / SOCKET))
        half.sendall(b"\0\0\0\x64{")  # 100 bytes are to come
        with qtbot.waitSignal(instance.asked, timeout=20_000):
            threading.Thread(target=be_first, args=(tmp_path, request("show"))).start()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no folder")
def test_a_folder_with_a_long_path_works(qtbot: QtBot, tmp_path: Path) -> None:
    root = tmp_path / ("long " * 30)
    instance = first(root)
    with qtbot.waitSignal(instance.asked):
        assert hand_over(root, request("toggle"))
    instance.close()
    assert not (root / SOCKET).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no modes")
def test_the_library_and_its_socket_are_the_users_alone(qtbot: QtBot, tmp_path: Path) -> None:
    before = os.umask(0o077)
    instance = first(tmp_path / "library")
    os.umask(before)
    assert (tmp_path / "library").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "library" / SOCKET).stat().st_mode & 0o077 == 0
    instance.close()


def test_a_disk_without_sockets_is_reported(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_socket: socket.socket, _address: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    claim = be_first(tmp_path, request("show"))
    assert claim is not None
    instance = SingleInstance(tmp_path, claim)
    monkeypatch.setattr("socket.socket.bind", refuse)
    with pytest.raises(LibraryError, match="takes no sockets") as refused:
        instance.listen()
    assert refused.value.advice
    instance.close()
