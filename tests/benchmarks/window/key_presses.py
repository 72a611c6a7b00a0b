"""Somebody types while everything is indexed at full speed: does the window keep up?

    python -m tests.benchmarks.window.key_presses LIBRARY [--rounds N] [--quiet]

LIBRARY is a library of 10,000 passages or more, such as `alcove evaluate SET --keep` leaves; a copy
of it is used, with a folder of new documents for the indexer to work on (none, with --quiet). Forty
keys are pressed, ten a second, in the real window on a screen of its own. For each key it is
measured how long until hits for what was typed up to there, or later, are painted; and throughout,
how long the GUI thread was away from its events.
"""

import os
import random
import shutil
import socket
import statistics
import sys
import tempfile
import threading
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from tests.benchmarks.texts import make_text
from tests.benchmarks.verdicts import Verdicts
from tests.benchmarks.window.screen import screen

from alcove.indexer import Activity
from alcove.library import Library
from alcove.personal import Pace, settings_store
from alcove_desktop.background import IndexerLink, SearchThread, WorkerPool
from alcove_desktop.background.gil_switching import keep_steady
from alcove_desktop.look import Appearance
from alcove_desktop.opening.opener import Opener
from alcove_desktop.window import SearchWindow

STALL, UPDATED = 0.050, 0.120  # seconds: the longest, and the 95th percentile
QUESTION = "cells which grow faster when one is gone"
EVERY = 0.1  # seconds between two keys
_BEAT = 0.005  # seconds between two looks whether the GUI thread is there
_AT_MOST = 120.0  # seconds until something must have happened
_DOCUMENTS = 4000  # for the indexer to work on


@dataclass
class Round:
    """What one round of typing showed.

    Attributes:
        pressed: moment of each key, by the monotonic clock.
        updated: moment at which hits for it were painted.
        stalls: seconds between two beats of the GUI thread.
    """

    pressed: list[float] = field(default_factory=list)
    updated: list[float] = field(default_factory=list)
    stalls: list[float] = field(default_factory=list)

    @property
    def delays(self) -> list[float]:
        return [after - before for before, after in zip(self.pressed, self.updated, strict=True)]


def main() -> int:
    """Prints figures; 0 if every demand is met."""
    options = read_options()
    verdicts = Verdicts(timed=not options.untimed)
    with tempfile.TemporaryDirectory() as top, screen() as display:
        os.environ |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        library = prepared(options.library, Path(top), quiet=options.quiet)
        awaited = Activity.IDLE if options.quiet else Activity.ENCODING
        rounds = list(typed(library, options.rounds, awaited))
    delays = sorted(delay for one in rounds for delay in one.delays)
    stalls = [stall for one in rounds for stall in one.stalls]
    for number, one in enumerate(rounds, 1):
        longest = in_ms([max(one.stalls)])
        verdicts.figure(f"round {number}", f"{in_ms(one.delays)}, longest stall {longest}")
    verdicts.figure("key to hits, median", in_ms([statistics.median(delays)]))
    verdicts.at_most("key to hits, 95th percentile", percentile(delays, 0.95), UPDATED)
    verdicts.at_most("longest stall of the GUI thread", max(stalls), STALL)
    return verdicts.code


def read_options() -> Namespace:
    parser = ArgumentParser(description="From a key to its hits, while all is indexed.")
    parser.add_argument("library", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quiet", action="store_true", help="index nothing meanwhile")
    parser.add_argument("--untimed", action="store_true", help="hold no bars")
    return parser.parse_args()


def prepared(source: Path, top: Path, *, quiet: bool) -> Library:
    """A copy of a library that wants a folder of new documents, at full speed."""
    shutil.copytree(source, top / "library", ignore=shutil.ignore_patterns("*.sock"))
    library = Library(top / "library")
    documents = top / "documents"
    documents.mkdir()
    chance = random.Random(7)
    for number in range(0 if quiet else _DOCUMENTS):
        (documents / f"{number}.txt").write_text(make_text(chance))
    settings_store.change(
        library.folder.personal,
        lambda now: replace(
            now,
            folders=now.folders if quiet else (*now.folders, os.fsencode(documents)),
            on_battery=Pace.FULL,
            when_busy=Pace.FULL,
        ),
    )
    return library


def typed(library: Library, rounds: int, awaited: Activity) -> Iterator[Round]:
    """Type into the real window, round after round."""
    application = QApplication([])
    look, workers, search_thread = (
        Appearance(application),
        WorkerPool(),
        SearchThread(library),
    )
    keep_steady(search_thread)
    link, (ours, theirs) = IndexerLink(library), socket.socketpair()
    wanted = library.window_settings()
    look.choose(wanted.theme, wanted.text_size)
    window = SearchWindow(
        library,
        workers=workers,
        search_thread=search_thread,
        link=link,
        look=look,
        opener=Opener(ours),
        window_settings=wanted,
    )
    window.show()
    link.start()
    try:
        process_until(lambda: link.state is not None and link.state.activity is awaited)
        window.ask(QUESTION)  # the start is measured elsewhere
        process_until(lambda: window.conversation.is_answered)
        for _ in range(rounds):
            yield one_round(window)
    finally:
        window.end()
        search_thread.close()
        link.close()
        workers.close()
        theirs.close()


def one_round(window: SearchWindow) -> Round:
    """Type the question once, from an empty field."""
    window.ask("")
    one = Round()
    watcher = _Watcher(window, one)
    presser = threading.Thread(target=press, args=(window.field.question, one), daemon=True)
    presser.start()
    process_until(lambda: len(one.updated) == len(QUESTION))
    watcher.end()
    presser.join()
    return one


def press(field: QWidget, one: Round) -> None:
    """Press the keys, as punctually as a keyboard would; on a thread of its own."""
    began = time.monotonic()
    for number, character in enumerate(QUESTION):
        time.sleep(max(0.0, began + number * EVERY - time.monotonic()))
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character)
        one.pressed.append(time.monotonic())
        QCoreApplication.postEvent(field, event)


class _Watcher(QObject):
    """Notes when hits are painted, and when the GUI thread was away."""

    def __init__(self, window: SearchWindow, one: Round) -> None:
        super().__init__(window)
        self._window, self._round = window, one
        self._beat = time.monotonic()
        self._heart = QTimer(self, interval=round(1000 * _BEAT))
        self._heart.setTimerType(Qt.TimerType.PreciseTimer)
        self._heart.timeout.connect(self._note_beat)
        self._heart.start()
        window.results.list.viewport().installEventFilter(self)

    def end(self) -> None:
        self._heart.stop()
        self._window.results.list.viewport().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """After this event, the hits of the latest answer are on the screen."""
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._note_painted)
        return False

    def _note_painted(self) -> None:
        answer = self._window.results.list.results.answer
        length = len(answer.query.typed) if answer else 0
        if answer and QUESTION.startswith(answer.query.typed):
            missing = length - len(self._round.updated)
            self._round.updated.extend([time.monotonic()] * missing)

    def _note_beat(self) -> None:
        now = time.monotonic()
        self._round.stalls.append(now - self._beat)
        self._beat = now


def process_until(condition: Callable[[], bool]) -> None:
    """Let events be processed until something has happened.

    Raises:
        TimeoutError: it does not.
    """
    end = time.monotonic() + _AT_MOST
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("what was waited for did not happen")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)


def percentile(ascending: Sequence[float], share: float) -> float:
    return ascending[min(len(ascending) - 1, round(share * (len(ascending) - 1)))]


def in_ms(seconds: Sequence[float]) -> str:
    middle, most = statistics.median(seconds), max(seconds)
    return f"{1000 * middle:.0f} ms" + (f" (at most {1000 * most:.0f})" if len(seconds) > 1 else "")


if __name__ == "__main__":
    sys.exit(main())
