"""What the commands have in common: an option, kinds of paths, an exit code."""

from pathlib import Path

import click

EXISTING = click.Path(exists=True, file_okay=False, path_type=Path)
ANY = click.Path(path_type=Path)
INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def with_library(function: "click.decorators.FC") -> "click.decorators.FC":
    """Accept --library after the command's name as well, where people expect it."""
    return click.option(
        "--library",
        type=ANY,
        metavar="DIR",
        expose_value=False,
        help="Folder that holds everything Alcove keeps.",
        callback=lambda context, _, value: _use(context, value),
    )(function)


def _use(context: click.Context, value: Path | None) -> None:
    if value is not None:
        context.obj = value
