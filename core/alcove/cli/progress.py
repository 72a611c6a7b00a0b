"""Show the indexer's progress as bars on a terminal or lines in a log; make Ctrl-C safe."""

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

_QUIET_EVERY = 10.0  # seconds between two lines if the output is no terminal: a throttle

SAID = {
    Activity.SCANNING: "Looking at folders",
    Activity.READING: "Reading files",
    Activity.PREPARING: "Preparing the model (once)",
    Activity.ENCODING: "Encoding passages",
    Activity.SPLITTING: "Splitting for the new model",
    Activity.CHANGING: "Encoding for the new model",
    Activity.CLEANING_UP: "Cleaning up",
    Activity.PAUSED: "Paused",
}
"""Activity → its label; an activity that is missing here is not shown."""


@contextmanager
def cancel_on_interrupt() -> Iterator[threading.Event]:
    """Yield a cancel token that the first Ctrl-C sets; a second one raises KeyboardInterrupt."""
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
    """Yield a callback that shows each new state on standard error."""
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
    """A progress bar for each activity."""

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
    """Progress as plain lines: one for each new activity, then at most one in 10 seconds."""

    def __init__(self) -> None:
        """Start the clock."""
        self._last: tuple[object, ...] = ()
        self._since = self._told_at = time.monotonic()
        self._from = 0

    def __call__(self, state: IndexerState) -> None:
        """Print a state, unless its activity has no label or the last line is too recent."""
        now, kind = time.monotonic(), (state.activity, state.pause)
        if state.activity not in SAID and state.pause is None:
            return
        if kind != self._last:
            self._last, self._since, self._from = kind, now, state.done
        elif now - self._told_at < _QUIET_EVERY:
            return
        self._told_at = now
        print(self._line(state, now), file=sys.stderr, flush=True)  # noqa: T201 - a log

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
    """Show a count as a bar on a terminal, or as one line in a log, on standard error.

    Args:
        what: the label.
        total: the number to reach; 0 if it is not known.

    Yields:
        A callback that takes the count so far.
    """
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
