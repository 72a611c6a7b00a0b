"""`alcove forget`: removes a folder from the library."""

from pathlib import Path

import click

from alcove.cli.paths import real_folder, short
from alcove.library import Library


def forget_folder(root: Path, folder: Path) -> int:
    """Forget the folder and say so; returns 0."""
    path = real_folder(folder)
    forgotten = Library(root).forget(path)
    click.echo(
        f"Forgot {short(path)} with {forgotten:,} files. The files themselves are untouched."
    )
    return 0
