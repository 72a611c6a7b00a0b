"""Options that the commands share: the library, types of paths, an exit code."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec

import click

if TYPE_CHECKING:
    from alcove.library import Library

EXISTING = click.Path(exists=True, file_okay=False, path_type=Path)
ANY = click.Path(path_type=Path)
INTERRUPTED = 130  # 128 + SIGINT, as shells have it

_Rest = ParamSpec("_Rest")


def with_library(function: "click.decorators.FC") -> "click.decorators.FC":
    """Accept --library after the command's name as well; people expect it there."""
    return click.option(
        "--library",
        type=ANY,
        metavar="DIR",
        expose_value=False,
        help="Folder that holds everything Alcove keeps.",
        callback=lambda context, _, value: _use(context, value),
    )(function)


def pass_library(
    command: Callable[Concatenate["Library", _Rest], int],
) -> Callable[_Rest, int]:
    """Pass the library to a command as its first argument.

    `alcove.library` is imported only when the command runs: it takes .4 s, which --help does not
    need.
    """

    @wraps(command)
    def handed_over(root: Path, /, *rest: _Rest.args, **named: _Rest.kwargs) -> int:
        from alcove.library import Library

        return command(Library(root), *rest, **named)

    return click.pass_obj(handed_over)


def _use(context: click.Context, value: Path | None) -> None:
    if value is not None:
        context.obj = value
