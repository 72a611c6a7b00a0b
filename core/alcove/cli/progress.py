"""What an indexer tells, as bars on a terminal and as lines in a log; and a safe Ctrl-C."""

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from alcove.indexer import Activity, IndexerState, Pause

Tell = Callable[[IndexerState], None]

_QUIET_EVERY = 10.0  # seconds between two lines where the output is no terminal

SAID = {
    Activity.SCANNING: "Looking at folders",
    Activity.READING: "Reading files",
    Activity.PREPARING: "Preparing the model (once)",
    Activity.ENCODING: "Encoding passages",
    Activity.CUTTING: "Cutting for the new model",
    Activity.CHANGING: "Encoding for the new model",
    Activity.TIDYING: "Cleaning up",
    Activity.PAUSED: "Paused",
}
"""Activities in words; those that are missing here are not worth a word."""


@contextmanager
def cancel_on_interrupt() -> Iterator[threading.Event]:
    """The first Ctrl-C asks for a stop at the next safe point; a second one does not wait."""
    cancel = threading.Event()

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        if cancel.is_set():
            raise KeyboardInterrupt
        cancel.set()

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield cancel
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def progress() -> Iterator[Tell]:
    """Yield what shows each new state on standard error."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield ProgressLines()
        return
    columns = (
        TextColumn("{task.description:<28}"),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        _RateColumn(),
        TimeRemainingColumn(compact=True),
    )
    with Progress(*columns, console=console) as bars:
        yield _ProgressBars(bars)


class _RateColumn(ProgressColumn):
    """Files or passages per second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.0f}/s" if speed else "", style="dim")


class _ProgressBars:
    """A bar for each activity."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._tasks: dict[Activity, TaskID] = {}
        self._pause: Pause | None = None

    def __call__(self, state: IndexerState) -> None:
        if state.pause is not self._pause:
            self._pause = state.pause
            if state.pause is not None:
                self._bars.console.print(_paused(state.pause))
        if state.pause is None:
            self._show(state)

    def _show(self, state: IndexerState) -> None:
        activity = state.activity
        if activity not in SAID or (state.total == 0 and activity is not Activity.PREPARING):
            return
        if activity not in self._tasks:
            self._tasks[activity] = self._bars.add_task(SAID[activity], total=None)
        total = state.total or None
        self._bars.update(self._tasks[activity], completed=state.done, total=total)


def _paused(pause: Pause) -> str:
    return f"{SAID[Activity.PAUSED]}: {pause}"


class ProgressLines:
    """Plain lines: one for each new activity, and one now and then."""

    def __init__(self) -> None:
        """Begin to count the time."""
        self._last: tuple[object, ...] = ()
        self._since = self._told_at = time.monotonic()
        self._from = 0

    def __call__(self, state: IndexerState) -> None:
        """Print a state where there is anything to say."""
        now, kind = time.monotonic(), (state.activity, state.pause)
        if state.activity not in SAID and state.pause is None:
            return
        if kind != self._last:
            self._last, self._since, self._from = kind, now, state.done
        elif now - self._told_at < _QUIET_EVERY:
            return
        self._told_at = now
        print(self._line(state, now), file=sys.stderr, flush=True)  # noqa: T201 - of a log

    def _line(self, state: IndexerState, now: float) -> str:
        if state.pause is not None:
            return _paused(state.pause)
        said = SAID[state.activity]
        if state.total == 0:
            return said
        rate = (state.done - self._from) / (now - self._since) if now > self._since else 0.0
        left = f", {(state.total - state.done) / rate:,.0f} s left" if rate else ""
        return f"{said}: {state.done:,} of {state.total:,}{left}"


@contextmanager
def counting(what: str, total: int) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal, one line in a log; on standard error."""
    console = Console(stderr=True)
    if not console.is_terminal:
        click.echo(f"{what}: {total:,}" if total else f"{what} …", err=True)
        yield lambda _: None
        return
    columns = (
        TextColumn("{task.description:<28}"),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True),
    )
    with Progress(*columns, console=console) as bars:
        task = bars.add_task(what, total=total or None)
        yield lambda done: bars.update(task, completed=done)
