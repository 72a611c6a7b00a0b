"""A bug is shown once, without anything private, and the program goes on."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from alcove_desktop.opening.xdg import arguments
from alcove_desktop.program.crash_dialog import CrashReporter

SECRET = "/home/somebody/diary.txt"


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The exceptions that the old hooks received."""
    seen: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *failed: seen.append(failed[0]))
    monkeypatch.setattr(threading, "excepthook", lambda failed: seen.append(failed.exc_type))
    return seen


@pytest.fixture
def unexpected(qtbot: QtBot, printed: list[object]) -> Iterator[CrashReporter]:
    unexpected = CrashReporter()
    yield unexpected
    unexpected.close()


def boxes() -> list[QMessageBox]:
    windows = QApplication.topLevelWidgets()
    return [one for one in windows if isinstance(one, QMessageBox) and one.isVisible()]


def fail() -> None:
    """A failure deep in our own source, with something private in its message."""
    try:
        arguments((b"%%(%b)s" % SECRET.encode(),), b"", 0)
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)


def test_its_kind_and_place_are_shown_and_nothing_private(
    qtbot: QtBot, unexpected: CrashReporter, printed: list[object]
) -> None:
    fail()
    (box,) = boxes()
    assert "KeyError, opening/xdg.py:" in box.informativeText()
    assert "somebody" not in box.informativeText() + box.text() + box.detailedText()
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert printed == [KeyError]
    box.reject()


def test_the_printed_report_has_nothing_private_either(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)
    unexpected = CrashReporter()
    fail()
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    unexpected.close()
    printed = capsys.readouterr().err
    assert printed.count("KeyError\n") == 2
    assert "xdg.py" in printed
    assert "somebody" not in printed
    for box in boxes():
        box.reject()


def test_several_failures_are_shown_as_one_and_a_later_one_again(
    qtbot: QtBot, unexpected: CrashReporter
) -> None:
    for _ in range(20):
        fail()
    (box,) = boxes()
    box.reject()
    assert boxes() == []
    fail()
    (box,) = boxes()
    box.reject()


def test_a_failure_on_another_thread_is_shown_too(
    qtbot: QtBot, unexpected: CrashReporter, printed: list[object]
) -> None:
    def divide() -> None:
        raise ZeroDivisionError(SECRET)

    thread = threading.Thread(target=divide)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(boxes()))
    (box,) = boxes()
    assert "ZeroDivisionError, ?" in box.informativeText()
    assert printed == [ZeroDivisionError]
    box.reject()


def test_closed_the_hooks_are_as_before(qtbot: QtBot, printed: list[object]) -> None:
    before = sys.excepthook, threading.excepthook
    unexpected = CrashReporter()
    assert sys.excepthook != before[0]
    unexpected.close()
    assert (sys.excepthook, threading.excepthook) == before
