"""`alcove indexer`: asks the running indexer for something."""

from pathlib import Path

import click

from alcove.cli.options import with_library
from alcove.library import Library


@click.command()
@click.argument("request", type=click.Choice(["pause", "resume", "rescan", "stop"]))
@with_library
@click.pass_obj
def indexer(library: Path, request: str) -> int:
    """Ask the indexer that is running for this library to pause, resume, rescan or stop."""
    Library(library).ask_indexer(request)
    return 0
