"""Bring a library up to date in the foreground, with progress and a summary."""

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from alcove.cli.counts import counted
from alcove.cli.options import INTERRUPTED
from alcove.cli.paths import short
from alcove.cli.progress import cancel_on_interrupt, progress
from alcove.errors import Cancelled
from alcove.indexer import IndexingTotals

if TYPE_CHECKING:
    from alcove.library import Library


def bring_up_to_date(library: "Library", folders: Sequence[bytes] = ()) -> int:
    """Update the library with progress and a safe Ctrl-C; return the exit code."""
    started = time.monotonic()
    try:
        with cancel_on_interrupt() as cancel, progress() as tell:
            done = library.update(folders, tell=tell, cancel=cancel)
    except Cancelled:
        click.echo("Stopped. What is finished is kept; alcove index continues from here.", err=True)
        return INTERRUPTED
    _summarise(library, done, time.monotonic() - started)
    return 0


def _summarise(library: "Library", done: IndexingTotals, seconds: float) -> None:
    status = library.status()
    for folder in status.folders:
        if folder.missing_since:
            click.echo(
                f"Not available right now, nothing was deleted: {short(folder.path)}", err=True
            )
    click.echo(
        f"{done.new:,} new, {done.changed:,} changed, {done.gone:,} gone; "
        f"{counted(done.encoded, 'passage')} encoded in {seconds:.1f} s."
    )
    click.echo(
        f"The library holds {counted(status.counts.documents, 'document')} in "
        f"{counted(status.counts.files, 'file')}, {counted(status.counts.passages, 'passage')}, "
        f"{status.counts.coverage:.0%} of them findable by meaning."
    )
    if status.failures:
        failed = counted(len(status.failures), "file")
        click.echo(f"Without text: {failed}. alcove status says which and why.")
