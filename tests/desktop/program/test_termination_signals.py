"""Termination signals arrive on the GUI thread."""

import os
import signal
import sys

import pytest
from pytestqt.qtbot import QtBot

from alcove_desktop.program.termination_signals import TerminationSignals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there os.kill ends the process")


@pytest.mark.parametrize("number", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_asks_for_the_end(qtbot: QtBot, number: str) -> None:
    signals = TerminationSignals()
    with qtbot.waitSignal(signals.end_asked):
        os.kill(os.getpid(), getattr(signal, number))
    signals.close()


def test_other_signals_ask_for_nothing(qtbot: QtBot) -> None:
    signals = TerminationSignals()
    heard: list[str] = []
    signals.end_asked.connect(lambda: heard.append("end"))
    before = signal.signal(signal.SIGUSR1, lambda *_: heard.append("other"))
    os.kill(os.getpid(), signal.SIGUSR1)
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: "end" in heard)
    assert heard == ["other", "end"]
    signal.signal(signal.SIGUSR1, before)
    signals.close()


def test_closed_the_signals_are_as_before(qtbot: QtBot) -> None:
    before = signal.getsignal(signal.SIGTERM)
    signals = TerminationSignals()
    assert signal.getsignal(signal.SIGTERM) is not before
    signals.close()
    assert signal.getsignal(signal.SIGTERM) is before
