"""`alcove history`: what was asked, shown and forgotten."""

from datetime import datetime
from pathlib import Path

import click

from alcove.cli.paths import readable
from alcove.cli.receipt import show_receipt
from alcove.library import Library


def show_or_forget(root: Path, query: str | None, *, forgotten: bool) -> int:
    """Print the questions that were kept, or delete one or all of them; returns 0."""
    library = Library(root)
    query = None if query is None else query.strip()
    if forgotten:
        show_receipt(library.forget_history(query), "question")
        return 0
    asked = [one for one in library.history() if query is None or one.query == query]
    for one in asked:
        day = f"{datetime.fromtimestamp(one.at).astimezone():%Y-%m-%d}"
        times = f" ({one.times:,} times)" if one.times > 1 else ""
        click.echo(f"{day}  {one.mode:<7}  {readable(one.query.encode())}{times}")
    if not asked:
        click.echo("No question is kept.")
    return 0
