"""`alcove search`: one question, answered for people or as JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from alcove.cli.paths import as_json, short
from alcove.cli.question import complain, filters_of_options, joined, question
from alcove.library import Library
from alcove.search import Answer, Hit, Mode, Notice, QueryError

SCHEMA = 1
WRONG_USE = 2  # as click has it
_SHOWN = 240  # characters of a passage on the screen
_NOTICES = {
    Notice.WITHOUT_WORDS: "The words index is missing or damaged, so this was found by meaning "
    "alone; alcove index builds it again."
}


@dataclass(frozen=True, slots=True)
class Request:
    """What was typed."""

    words: Sequence[str]
    mode: str
    limit: int
    types: str | None
    folder: Path | None
    since: str | None
    until: str | None
    as_json: bool


def search_library(root: Path, request: Request) -> int:
    """Search and print; returns 0 with hits, 1 with none, 2 for a question without a reading."""
    mode = Mode(request.mode)
    options = filters_of_options(request.types, request.folder, request.since, request.until)
    try:
        query = question(request.words, options)
    except QueryError as error:
        complain(joined(request.words), error)
        return WRONG_USE
    with Library(root).searcher(mode) as searcher:
        answer = searcher.search(query.text, mode=mode, limit=request.limit, filters=query.filters)
    answer = replace(answer, query=query.typed)
    if request.as_json:
        click.echo(json.dumps(_answer_json(answer), ensure_ascii=False, indent=2))
    else:
        _print(answer)
    return 0 if answer.hits else 1


def _answer_json(answer: Answer) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "query": answer.query,
        "mode": str(answer.mode),
        "coverage": answer.coverage,
        "seconds": answer.seconds,
        "hits": [_hit_json(hit) for hit in answer.hits],
        **({"notices": [str(notice) for notice in answer.notices]} if answer.notices else {}),
    }


def _hit_json(hit: Hit) -> dict[str, Any]:
    passage = hit.passage
    return {
        **as_json(hit.path),
        "copies": [as_json(path)["path"] for path in hit.copies],
        "title": hit.title,
        "type": hit.format,
        "modified": hit.modified.isoformat(),
        "score": hit.score,
        "page": hit.page,
        "line": hit.line,
        "passage": passage and {"text": passage.text, "start": passage.start, "end": passage.end},
        "matched": {"meaning": hit.matched.meaning, "words": hit.matched.words},
    }


def _print(answer: Answer) -> None:
    if not answer.hits:
        click.echo("Nothing found.", err=True)
    for number, hit in enumerate(answer.hits, 1):
        _print_hit(number, hit)
    for notice in answer.notices:
        click.echo(_NOTICES[notice], err=True)
    if answer.coverage < 1 and answer.mode is not Mode.WORDS:
        click.echo(
            f"{answer.coverage:.0%} of the passages can be found by meaning so far; "
            "alcove index goes on.",
            err=True,
        )


def _print_hit(number: int, hit: Hit) -> None:
    name = short(hit.path)
    folder, _, file = name.rpartition("/")
    title = " ".join(hit.title.split()) if hit.title else file
    place = f"page {hit.page}" if hit.page else f"line {hit.line}" if hit.line else ""
    facts = " · ".join(
        part for part in (f"{hit.score:.2f}", place, f"{hit.modified:%Y-%m-%d}") if part
    )
    click.echo(
        f"{number:2}. {click.style(_plain(title), bold=True)}  {click.style(facts, dim=True)}"
    )
    click.echo(f"    {click.style(f'{folder}/', dim=True)}{file}")
    if hit.copies:
        click.echo(click.style(f"    and {len(hit.copies)} more with the same content", dim=True))
    if hit.passage is not None:
        click.echo(f"    {_plain(hit.passage.text)}")
    click.echo()


def _plain(text: str) -> str:
    """One line without control characters: a document must not steer a terminal."""
    line = " ".join(text.split())
    line = "".join(char for char in line if char.isprintable())
    return line if len(line) <= _SHOWN else line[:_SHOWN].rsplit(" ", 1)[0] + " …"
