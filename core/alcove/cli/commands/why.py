"""`alcove why`: explain step by step why a file is found, or is not."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from alcove.cli.options import ANY, pass_library, with_library
from alcove.cli.paths import absolute, readable, short

if TYPE_CHECKING:
    from alcove.library import Library


@click.command()
@click.argument("path", type=ANY)
@with_library
@pass_library
def why(library: "Library", path: Path) -> int:
    """Say why the file at PATH is found, or is not: rules, reading, passages, vectors.

    Exit code: 0 if it can be found by words and by meaning, 1 if something is in the way.
    """
    full = absolute(path)
    click.echo(click.style(short(full), bold=True))
    steps = library.why(full)
    for step in steps:
        mark = click.style("✓", fg="green") if step.passed else click.style("✗", fg="red")
        click.echo(f"  {mark} {readable(step.text.encode())}")
    return 0 if all(step.passed for step in steps) else 1
