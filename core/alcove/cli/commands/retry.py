"""`alcove retry`: ask the running indexer to read the files without text again."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from alcove.cli.options import ANY, pass_library, with_library
from alcove.cli.paths import absolute
from alcove.errors import Reason

if TYPE_CHECKING:
    from alcove.library import Library


@click.command()
@click.argument("paths", nargs=-1, type=ANY, metavar="[PATH]...")
@click.option("--reason", metavar="R", help="Only what has no text for this reason.")
@with_library
@pass_library
def retry(library: "Library", paths: tuple[Path, ...], reason: str | None) -> int:
    """Have the running indexer read again what gave no text, or the files at PATH of that.

    \b
      alcove retry ~/Documents/scan.pdf
      alcove retry --reason encrypted
    """  # noqa: D301 - click wants the real character before lines that stay as they are
    if reason is not None and reason not in set(Reason):
        raise click.UsageError(f"No reason “{reason}”; there are: {', '.join(Reason)}.")
    wanted = None if reason is None else Reason(reason)
    library.retry(paths=[absolute(path) for path in paths], reason=wanted)
    click.echo("The indexer reads them again; alcove status shows what comes of it.")
    return 0
