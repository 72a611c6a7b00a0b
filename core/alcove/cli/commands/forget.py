"""`alcove forget`: removes a folder from the library."""

from pathlib import Path

import click

from alcove.cli.options import ANY, with_library
from alcove.cli.paths import real_folder, short
from alcove.library import Library


@click.command()
@click.argument("folder", type=ANY)
@with_library
@click.pass_obj
def forget(library: Path, folder: Path) -> int:
    """Remove FOLDER from the library. Its files themselves stay as they are."""
    path = real_folder(folder)
    forgotten = Library(library).forget(path)
    click.echo(
        f"Forgot {short(path)} with {forgotten:,} files. The files themselves are untouched."
    )
    return 0
