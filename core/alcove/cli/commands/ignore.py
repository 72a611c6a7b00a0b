"""`alcove ignore`: the user's rules, shown and changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from alcove.cli.commands.settings import TAKEN_UP
from alcove.cli.paths import readable, real_folder, short
from alcove.library import Library
from alcove.library.ignoring.own_rules import ignore, lines_of, stop_ignoring
from alcove.personal import Settings


@dataclass(frozen=True, slots=True)
class IgnoreRequest:
    """What was typed after `alcove ignore`.

    Attributes:
        patterns: to add or remove; none to show.
        folder: the one that they are for; None for all.
        remove: whether they are removed.
    """

    patterns: Sequence[str]
    folder: Path | None
    remove: bool


def ignore_patterns(root: Path, request: IgnoreRequest) -> int:
    """Add, remove or show the user's rules; returns 0."""
    library = Library(root)
    folder = real_folder(request.folder) if request.folder else None
    if not request.patterns:
        if request.remove:
            raise click.UsageError("--remove needs a PATTERN.")
        _show(library.settings(), folder)
        return 0
    change = stop_ignoring if request.remove else ignore
    _show(change(library.folder, request.patterns, folder=folder), folder)
    click.echo(f"\n{TAKEN_UP}")
    return 0


def _show(settings: Settings, folder: bytes | None) -> None:
    _show_lines("Your rules for all folders", lines_of(settings, None))
    for path in settings.folders if folder is None else (folder,):
        lines = lines_of(settings, path)
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
