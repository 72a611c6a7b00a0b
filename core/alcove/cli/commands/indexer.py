"""`alcove indexer`: ask the running indexer to pause, resume, rescan or stop."""

from typing import TYPE_CHECKING

import click

from alcove.cli.options import pass_library, with_library

if TYPE_CHECKING:
    from alcove.library import Library


@click.command()
@click.argument("request", type=click.Choice(["pause", "resume", "rescan", "stop"]))
@with_library
@pass_library
def indexer(library: "Library", request: str) -> int:
    """Ask the indexer that is running for this library to pause, resume, rescan or stop."""
    library.ask_indexer(request)
    return 0
