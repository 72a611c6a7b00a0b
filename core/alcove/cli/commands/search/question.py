"""Build the query from the words and options of `alcove search`, and show parse errors."""

import os
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from alcove.cli.paths import real_folder
from alcove.search import (
    Filters,
    Query,
    QueryContext,
    QueryError,
    parse,
    quoted,
    with_links_resolved,
)

# An operator whose value may have spaces, or a minus; then the text that lost its quotes.
_UNQUOTED = re.compile(
    r"(-?(?:folder|name|similar):(?=[\w/~.*])|-(?!\w+:)(?=[^\W\d]))(\S*\s.*)",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE, _SHOWN = 40, 72  # code points shown before the marked part, and in all
_AS_TEXT = "A backslash before the filter makes it text."


def question(words: Sequence[str], options: Filters) -> Query:
    """Parse the words as the query language, and add the filters of the options.

    Types in the words and the options are alternatives, as two type filters are; folders and dates
    must satisfy both.

    Raises:
        QueryError: a filter among the words cannot be understood.
    """
    query = with_links_resolved(parse(joined(words), around=_around()))
    return replace(query, filters=_both(query.filters, options))


def filters_of_options(
    types: str | None, folder: Path | None, since: str | None, until: str | None
) -> Filters:
    """Parse the options as the query language parses its filters.

    Raises:
        click.BadParameter: an option cannot be understood.
    """
    filters = Filters(folder=real_folder(folder) if folder else None)
    for name, value in (("type", types), ("since", since), ("until", until)):
        if value is not None:
            filters = _both(filters, _option(name, value))
    return filters


def joined(words: Sequence[str]) -> str:
    """Join the words with spaces, as they were typed before the shell removed the quotes.

    The shell turns `folder:"My Files"` into one word without quotes: put them back. A word without
    an operator, and a single word, stay as they are.
    """
    if len(words) == 1:
        return words[0]
    return " ".join(_with_quotes(word) for word in words)


def complain(typed: str, error: QueryError) -> None:
    """Print the error to standard error, with its place in the query and the advice."""
    click.echo(click.style("alcove: ", fg="red") + str(error), err=True)
    for line in (*marked(typed, error.start, error.end), error.advice, _AS_TEXT):
        click.echo(f"        {line}", err=True)


def _with_quotes(word: str) -> str:
    unquoted = _UNQUOTED.fullmatch(word)
    return f"{unquoted[1]}{quoted(unquoted[2])}" if unquoted else word


def _option(name: str, value: str) -> Filters:
    try:
        query = parse(f"{name}:{''.join(value.split())}", around=_around())
    except QueryError as error:
        raise click.BadParameter(f"{error}. {error.advice}", param_hint=f"--{name}") from error
    if query.text:
        raise click.BadParameter("it needs a value", param_hint=f"--{name}")
    return query.filters


def _both(one: Filters, other: Filters) -> Filters:
    return replace(
        one,
        types=tuple(dict.fromkeys((*one.types, *other.types))),
        folder=other.folder or one.folder,
        since=max(filter(None, (one.since, other.since)), default=None),
        until=min(filter(None, (one.until, other.until)), default=None),
    )


def _around() -> QueryContext:
    return QueryContext.here(os.getcwd())  # noqa: PTH109 - a string is wanted


def marked(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the text around a part on one line, and the line of carets to print below it.

    Args:
        text: any text.
        start: of the part, in code points.
        end: one past its last code point.
    """
    first = start - _BEFORE if start > _BEFORE else 0
    last = min(len(text), first + _SHOWN)
    lead = "…" if first else ""
    line = lead + _plain(text[first:last]) + ("…" if last < len(text) else "")
    indent = len(lead) + _columns(text[first:start])
    return line, " " * indent + "^" * max(1, _columns(text[start : min(end, last)]))


def _plain(text: str) -> str:
    """Replace control characters one for one, so that every other character keeps its place."""
    return "".join(_as_shown(char) for char in text)


def _as_shown(char: str) -> str:
    if char.isspace():
        return " "
    return char if char.isprintable() else "\ufffd"


def _columns(text: str) -> int:
    """Return the width in terminal columns: https://www.unicode.org/reports/tr11/."""
    return sum(_width(_as_shown(char)) for char in text)


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
