"""`alcove retry`: asks the running indexer to read again what gave no text."""

from collections.abc import Sequence
from pathlib import Path

import click

from alcove.cli.paths import absolute
from alcove.errors import Reason
from alcove.library import Library


def retry_files(root: Path, paths: Sequence[Path], reason: str | None) -> int:
    """Ask for it and say so; returns 0."""
    if reason is not None and reason not in set(Reason):
        raise click.UsageError(f"No reason “{reason}”; there are: {', '.join(Reason)}.")
    wanted = None if reason is None else Reason(reason)
    Library(root).retry(paths=[absolute(path) for path in paths], reason=wanted)
    click.echo("The indexer reads them again; alcove status shows what comes of it.")
    return 0
