"""`alcove ignore`: show and change the user's ignore rules."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alcove.cli.commands.settings import TAKEN_UP
from alcove.cli.options import ANY, pass_library, with_library
from alcove.cli.paths import readable, real_folder, short

if TYPE_CHECKING:
    from alcove.library import Library
    from alcove.personal import Settings


@click.command()
@click.argument("patterns", nargs=-1, metavar="[PATTERN]...")
@click.option("--folder", type=ANY, metavar="F", help="Only in this folder of the library.")
@click.option("--remove", is_flag=True, help="Remove the PATTERNs.")
@with_library
@pass_library
def ignore(
    library: "Library", patterns: tuple[str, ...], folder: Path | None, *, remove: bool
) -> int:
    """Leave out what matches PATTERN, or show the rules there are.

    \b
      alcove ignore "*.bak" drafts/
      alcove ignore --folder ~/Projects /build
      alcove ignore "!.config/notes/"

    PATTERN is written as a line of a .gitignore file; the last one that matches decides. One that
    begins with ! brings back what another rule leaves out, hidden files included; it does not
    reach into a folder that a pattern leaves out. `alcove why FILE` names the rule for a file.
    """  # noqa: D301 - click wants the real character before lines that stay as they are
    only = real_folder(folder) if folder else None
    if not patterns:
        if remove:
            raise click.UsageError("--remove needs a PATTERN.")
        _show(library.settings(), only)
        return 0
    change = library.rules.stop_ignoring if remove else library.rules.ignore
    _show(change(patterns, folder=only), only)
    click.echo(f"\n{TAKEN_UP}")
    return 0


def _show(settings: "Settings", folder: bytes | None) -> None:
    _show_lines("Your rules for all folders", settings.rules_for(None))
    for path in settings.folders if folder is None else (folder,):
        lines = settings.rules_for(path)
        if lines or path == folder:
            _show_lines(f"This folder's rules: {short(path)}", lines)
    obeyed = "obeyed" if settings.ignore_files else "not obeyed"
    click.echo(f".gitignore and .ignore files are {obeyed} (alcove settings ignore-files).")
    hidden = "searched" if settings.hidden else "left out"
    click.echo(f"Hidden files are {hidden} (alcove settings hidden).")


def _show_lines(title: str, lines: Sequence[str]) -> None:
    click.echo(click.style(title, bold=True))
    for number, line in enumerate(lines, start=1):
        click.echo(f"  {number:>3}  {readable(line.encode('utf-8', 'surrogateescape'))}")
    if not lines:
        click.echo("  none")
