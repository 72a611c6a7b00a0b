"""`alcove found`: mark the file that answers a query; list and delete such judgments."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alcove.cli.options import ANY, pass_library, with_library
from alcove.cli.paths import absolute, readable, short
from alcove.cli.receipt import show_receipt
from alcove.personal.judgments import Grade, Judgment

if TYPE_CHECKING:
    from alcove.library import Library

_SAID = {
    Grade.THIS_WAS_IT: "this was it",
    Grade.OPENED: "opened",
    Grade.NOT_THIS: "not this",
}


@click.command()
@click.argument("query", required=False)
@click.argument("path", type=ANY, required=False)
@click.option("--not", "wrong", is_flag=True, help="The file at PATH was not it.")
@click.option("--list", "listed", is_flag=True, help="Show what was marked and noted.")
@click.option("--forget", "forgotten", is_flag=True, help="Delete it, for QUERY or for all.")
@with_library
@pass_library
def found(
    library: "Library",
    query: str | None,
    path: Path | None,
    *,
    wrong: bool,
    listed: bool,
    forgotten: bool,
) -> int:
    """Say that the file at PATH is what QUERY, as you asked it, was after.

    \b
      alcove found "who may sign contracts" ~/Documents/rules.pdf
      alcove found --not "who may sign contracts" ~/Documents/old.pdf
      alcove found --forget

    `alcove evaluate --mine` measures how well your own questions are answered, before and after a
    change of model or settings. What you say stays in this library, apart from the index. With
    `alcove settings judgments on`, results that you open are noted as well.
    """  # noqa: D301 - click wants the real character before lines that stay as they are
    if listed or forgotten:
        _refuse_more(path, wrong=wrong, both=listed and forgotten)
    if listed:
        _show(library.judgments(), query)
    elif forgotten:
        _forget(library, query)
    elif query is None or path is None:
        raise click.UsageError("Give the QUERY, in quotes, and the PATH of the file.")
    else:
        judgment = library.mark(query, absolute(path), right=not wrong)
        click.echo(f"Kept for “{_shown(judgment.query)}”: {_line(judgment)}")
    return 0


def _refuse_more(path: Path | None, *, wrong: bool, both: bool) -> None:
    if path or wrong or both:
        raise click.UsageError("--list and --forget take a QUERY at most.")


def _show(judgments: Iterable[Judgment], query: str | None) -> None:
    wanted = [one for one in judgments if query is None or one.query == query.strip()]
    if not wanted:
        click.echo("Nothing was marked or noted.")
    for question, about in groupby(wanted, key=lambda one: one.query):
        click.echo(click.style(_shown(question), bold=True))
        for one in about:
            click.echo(f"  {datetime.fromtimestamp(one.at).astimezone():%Y-%m-%d}  {_line(one)}")


def _forget(library: "Library", query: str | None) -> None:
    receipt = library.forget_judgments(query.strip() if query is not None else None)
    show_receipt(receipt, "judgment")


def _line(judgment: Judgment) -> str:
    return f"{_SAID[judgment.grade]:<11}  {short(judgment.document.path)}"


def _shown(query: str) -> str:
    return readable(query.encode())
