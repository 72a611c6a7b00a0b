"""`alcove index`: adds folders and brings the index up to date."""

import time
from collections.abc import Sequence
from pathlib import Path

import click

from alcove.cli.paths import real_folder, short
from alcove.cli.progress import cancel_on_interrupt, progress
from alcove.errors import AlcoveError, Cancelled
from alcove.indexer import Totals
from alcove.library import Library

INTERRUPTED = 130


def index_folders(root: Path, folders: tuple[Path, ...]) -> int:
    """Add the folders, update, and say what was done; returns the exit code."""
    library = Library(root)
    if not folders and not library.settings().folders:
        raise AlcoveError("this library has no folders", advice="Name one: alcove index FOLDER")
    return bring_up_to_date(library, [real_folder(folder) for folder in folders])


def bring_up_to_date(library: Library, folders: Sequence[bytes] = ()) -> int:
    """Update with progress and a safe Ctrl-C; returns the exit code."""
    started = time.monotonic()
    try:
        with cancel_on_interrupt() as cancel, progress() as tell:
            done = library.update(folders, tell=tell, cancel=cancel)
    except Cancelled:
        click.echo("Stopped. What was finished is kept; alcove index goes on from here.", err=True)
        return INTERRUPTED
    _summarise(library, done, time.monotonic() - started)
    return 0


def _summarise(library: Library, done: Totals, seconds: float) -> None:
    status = library.status()
    for folder in status.folders:
        if folder.missing_since:
            click.echo(
                f"Not available now, nothing of it was deleted: {short(folder.path)}", err=True
            )
    click.echo(
        f"{done.new:,} new, {done.changed:,} changed, {done.gone:,} gone; "
        f"{done.encoded:,} passages encoded in {seconds:.1f} s."
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
