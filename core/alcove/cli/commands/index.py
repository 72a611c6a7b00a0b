"""`alcove index`: add folders and bring the index up to date."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from alcove.cli.options import EXISTING, pass_library, with_library
from alcove.cli.paths import real_folder
from alcove.cli.update import bring_up_to_date
from alcove.errors import AlcoveError

if TYPE_CHECKING:
    from alcove.library import Library


@click.command()
@click.argument("folders", nargs=-1, type=EXISTING, metavar="[FOLDER]...")
@with_library
@pass_library
def index(library: "Library", folders: tuple[Path, ...]) -> int:
    """Add FOLDERs to the library and bring the index up to date.

    First every new or changed file is read and can be found by its words; then its passages are
    encoded and can be found by their meaning. Without a FOLDER, those added before are looked at
    again. Ctrl-C is safe at any moment: what was finished is kept, and the next run goes on.

    Files are only ever read. What cannot be read is listed by `alcove status`, with the reason.
    """
    if not folders and not library.settings().folders:
        raise AlcoveError("this library has no folders", advice="Name one: alcove index FOLDER")
    return bring_up_to_date(library, [real_folder(folder) for folder in folders])
