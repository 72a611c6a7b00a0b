"""`alcove why`: where one file stands, step by step."""

from pathlib import Path

import click

from alcove.cli.paths import absolute, readable, short
from alcove.library import Library


def show_why(root: Path, path: Path) -> int:
    """Print each step; returns 0 if the file passed all of them, else 1."""
    full = absolute(path)
    click.echo(click.style(short(full), bold=True))
    steps = Library(root).why(full)
    for step in steps:
        mark = click.style("✓", fg="green") if step.passed else click.style("✗", fg="red")
        click.echo(f"  {mark} {readable(step.text.encode())}")
    return 0 if all(step.passed for step in steps) else 1
