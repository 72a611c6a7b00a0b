"""`alcove found`: says which file a question was after, shows what was said, and forgets it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

import click

from alcove.cli.paths import absolute, readable, short
from alcove.cli.receipt import show_receipt
from alcove.library import Library
from alcove.personal.judgments import Grade, Judgment

_SAID = {
    Grade.THIS_WAS_IT: "this was it",
    Grade.OPENED: "opened",
    Grade.NOT_THIS: "not this",
}


@dataclass(frozen=True, slots=True)
class FoundRequest:
    """What was typed after `alcove found`.

    Attributes:
        query: the question; None for all.
        path: the file that is judged; None to list or to forget.
        right: whether it was what the question was after.
        listed: whether judgments are shown.
        forgotten: whether judgments are deleted.
    """

    query: str | None
    path: Path | None
    right: bool
    listed: bool
    forgotten: bool


def judge(root: Path, request: FoundRequest) -> int:
    """Keep, show or forget judgments; returns 0."""
    library = Library(root)
    if request.listed or request.forgotten:
        _refuse_more(request)
    if request.listed:
        _show(library.judgments(), request.query)
    elif request.forgotten:
        _forget(library, request.query)
    else:
        _mark(library, request)
    return 0


def _refuse_more(request: FoundRequest) -> None:
    if request.path or not request.right or (request.listed and request.forgotten):
        raise click.UsageError("--list and --forget take a QUERY at most.")


def _mark(library: Library, request: FoundRequest) -> None:
    if request.query is None or request.path is None:
        raise click.UsageError("Give the QUERY, in quotes, and the PATH of the file.")
    judgment = library.mark(request.query, absolute(request.path), right=request.right)
    click.echo(f"Kept for “{_shown(judgment.query)}”: {_line(judgment)}")


def _show(judgments: Iterable[Judgment], query: str | None) -> None:
    wanted = [one for one in judgments if query is None or one.query == query.strip()]
    if not wanted:
        click.echo("Nothing was marked or noted.")
    for question, about in groupby(wanted, key=lambda one: one.query):
        click.echo(click.style(_shown(question), bold=True))
        for one in about:
            click.echo(f"  {datetime.fromtimestamp(one.at).astimezone():%Y-%m-%d}  {_line(one)}")


def _forget(library: Library, query: str | None) -> None:
    receipt = library.forget_judgments(query.strip() if query is not None else None)
    show_receipt(receipt, "judgment")


def _line(judgment: Judgment) -> str:
    return f"{_SAID[judgment.grade]:<11}  {short(judgment.document.path)}"


def _shown(query: str) -> str:
    return readable(query.encode())
