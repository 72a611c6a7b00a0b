"""`alcove watch`: run the indexer in the foreground until a signal or a request stops it."""

import os
import signal
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

import click

from alcove.cli.options import pass_library, with_library
from alcove.cli.progress import ProgressLines
from alcove.errors import BusyError, LibraryError
from alcove.indexer import Activity, keep_private

if TYPE_CHECKING:
    from alcove.indexer.process import Indexer
    from alcove.library import Library

_LOOK_EVERY = 1.0  # seconds: polling interval for the end of the indexer


@click.command()
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
@click.option("--until-eof", is_flag=True, hidden=True, help="End when standard input does, too.")
@with_library
@pass_library
def watch(library: "Library", *, quiet: bool, until_eof: bool) -> int:
    """Keep the library up to date in the foreground, until Ctrl-C or `alcove indexer stop`.

    Changes are found by words within two seconds, by meaning a little later. It runs with low
    priority, slows down on battery and while other programs need the processor (alcove settings).
    One indexer runs for a library; alcove index, forget and model use work beside it.
    """
    keep_private()
    indexer = library.indexer()
    if not library.settings().folders:
        click.echo("This library has no folders yet: alcove index FOLDER adds one.", err=True)
    if until_eof:
        threading.Thread(target=_stop_on_eof, args=(indexer,), daemon=True).start()
    with _stop_on_signal(indexer), _telling(indexer, quiet=quiet):
        _watch(indexer)
    return 0


def _watch(indexer: "Indexer") -> None:
    try:
        indexer.watch()
    except BusyError as error:
        raise BusyError(
            str(error), advice="It keeps the library up to date: there is nothing to do."
        ) from error
    except (OSError, sqlite3.Error) as error:
        words = getattr(error, "strerror", None)  # the rest of the message may name a file
        raise LibraryError(
            f"the indexer ended: {words or type(error).__name__}",
            advice="Check that the library's disk is connected and writable.",
        ) from error


def _stop_on_eof(indexer: "Indexer") -> None:
    """Stop the indexer cleanly at the end of standard input: the parent process has ended."""
    while os.read(sys.stdin.fileno(), 1024):
        pass  # input is ignored
    indexer.requests.ask_to_stop()


@contextmanager
def _stop_on_signal(indexer: "Indexer") -> Iterator[None]:
    """Stop the indexer cleanly at SIGINT, SIGTERM, or when the terminal is closed."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        indexer.requests.ask_to_stop()

    names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    signals = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {number: signal.signal(number, stop) for number in signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _telling(indexer: "Indexer", *, quiet: bool) -> Iterator[None]:
    """Print progress lines on a thread of its own; without paths, since this is a log."""
    ended = threading.Event()

    def tell() -> None:
        lines, seen, up_to_date = ProgressLines(), -1, False
        while not ended.is_set():
            number, state = indexer.shared_state.wait(seen, _LOOK_EVERY)
            if state.activity is Activity.STOPPING:
                return
            if number == seen:
                continue
            seen = number
            lines(state)
            if state.activity is Activity.IDLE and not up_to_date:
                click.echo("Up to date.", err=True)
            up_to_date = state.activity is Activity.IDLE

    thread = threading.Thread(target=tell, daemon=True)
    if not quiet:
        thread.start()
    try:
        yield
    finally:
        ended.set()
        if not quiet:
            thread.join()
