"""`alcove history`: list and delete the queries that the window kept."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from alcove.cli.options import pass_library, with_library
from alcove.cli.paths import readable
from alcove.cli.receipt import show_receipt

if TYPE_CHECKING:
    from alcove.library import Library


@click.command()
@click.argument("query", required=False)
@click.option("--forget", "forgotten", is_flag=True, help="Delete it: QUERY, or all of it.")
@with_library
@pass_library
def history(library: "Library", query: str | None, *, forgotten: bool) -> int:
    """Show the questions that the window kept, or delete them with proof.

    With `alcove settings history off` none are kept; those that are stay until they are forgotten.
    """
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
