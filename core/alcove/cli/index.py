"""`alcove index`: adds folders and brings the index up to date, with progress and a safe Ctrl-C."""

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from alcove.cli.paths import real_folder, short
from alcove.errors import AlcoveError, Cancelled
from alcove.indexer import Progress as Told
from alcove.indexer import Report, Stage, Tell
from alcove.library import Library

INTERRUPTED = 130
_QUIET_EVERY = 10.0  # seconds between two lines where the output is no terminal

_SAID = {
    Stage.SCAN: "Looking at folders",
    Stage.READ: "Reading files",
    Stage.PREPARE: "Preparing the model (once)",
    Stage.ENCODE: "Encoding passages",
}


def index_folders(root: Path, folders: tuple[Path, ...]) -> int:
    """Add the folders, update, and say what was done; returns the exit code."""
    library = Library(root)
    if folders:
        library.add([real_folder(folder) for folder in folders])
    elif not library.settings().folders:
        raise AlcoveError("this library has no folders", advice="Name one: alcove index FOLDER")
    started = time.monotonic()
    console = Console(stderr=True)
    try:
        with _cancel_on_interrupt() as cancel, _progress(console) as tell:
            report = library.update(tell=tell, cancel=cancel)
    except Cancelled:
        click.echo("Stopped. What was finished is kept; alcove index goes on from here.", err=True)
        return INTERRUPTED
    _summarise(library, report, time.monotonic() - started)
    return 0


@contextmanager
def _cancel_on_interrupt() -> Iterator[threading.Event]:
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


class _Rate(ProgressColumn):
    """Files or passages per second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.0f}/s" if speed else "", style="dim")


@contextmanager
def _progress(console: Console) -> Iterator[Tell]:
    """A bar for each stage on a terminal; elsewhere a line now and then."""
    if not console.is_terminal:
        yield _Lines()
        return
    columns = (
        TextColumn("{task.description:<28}"),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(compact=True),
    )
    with Progress(*columns, console=console) as bars:
        tasks = {}

        def tell(told: Told) -> None:
            if told.total == 0:
                return
            if told.stage not in tasks:
                tasks[told.stage] = bars.add_task(_SAID[told.stage], total=told.total)
            bars.update(tasks[told.stage], completed=told.done, total=told.total)

        yield tell


class _Lines:
    """Progress as plain lines, for logs."""

    def __init__(self) -> None:
        self._last: Stage | None = None
        self._since = self._told_at = time.monotonic()

    def __call__(self, told: Told) -> None:
        now = time.monotonic()
        if told.stage is not self._last:
            self._last, self._since, self._told_at = told.stage, now, now
        elif now - self._told_at < _QUIET_EVERY:
            return
        self._told_at = now
        rate = told.done / (now - self._since) if now > self._since else 0
        left = f", {(told.total - told.done) / rate:,.0f} s left" if rate else ""
        print(  # noqa: T201 - a line of a log
            f"{_SAID[told.stage]}: {told.done:,} of {told.total:,}{left}",
            file=sys.stderr,
            flush=True,
        )


def _summarise(library: Library, report: Report, seconds: float) -> None:
    for folder in report.missing:
        click.echo(f"Not available now, nothing of it was deleted: {short(folder)}", err=True)
    status = library.status()
    click.echo(
        f"{report.new:,} new, {report.changed:,} changed, {report.gone:,} gone; "
        f"{report.encoded:,} passages encoded in {seconds:.1f} s."
    )
    click.echo(
        f"The library holds {status.counts.documents:,} documents in "
        f"{status.counts.files:,} files, {status.counts.passages:,} passages, "
        f"{status.counts.coverage:.0%} of them findable by meaning."
    )
    if status.failures:
        click.echo(
            f"{len(status.failures):,} files have no text: alcove status says which and why."
        )
