"""`alcove forget`: remove a folder from the library."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from alcove.cli.counts import counted
from alcove.cli.options import ANY, pass_library, with_library
from alcove.cli.paths import real_folder, short

if TYPE_CHECKING:
    from alcove.library import Library


@click.command()
@click.argument("folder", type=ANY)
@with_library
@pass_library
def forget(library: "Library", folder: Path) -> int:
    """Remove FOLDER from the library. Its files themselves stay as they are."""
    path = real_folder(folder)
    forgotten = library.forget(path)
    files = counted(forgotten, "file")
    click.echo(f"Forgot {short(path)} with {files}. The files themselves are untouched.")
    return 0
