"""Search for one query and print the hits, with snippets or as JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from alcove.cli.commands.search.answer_json import answer_json
from alcove.cli.commands.search.excerpt import excerpt, place, plain
from alcove.cli.commands.search.question import complain, filters_of_options, joined, question
from alcove.cli.paths import readable, short
from alcove.encoder.store.background_encoder import BackgroundEncoder
from alcove.library import Library
from alcove.paths import name_of
from alcove.search import Answer, Hit, Mode, Notice, QueryError, Verdict

WRONG_USE = 2  # as click has it
_NOTICES = {
    Notice.WITHOUT_WORDS: "The words index is missing or damaged, so this was found by meaning "
    "alone; alcove index builds it again."
}


@dataclass(frozen=True, slots=True)
class SearchOptions:
    """The arguments and options as typed."""

    words: Sequence[str]
    mode: str
    limit: int
    types: str | None
    folder: Path | None
    since: str | None
    until: str | None
    as_json: bool
    explain: bool


def search_library(root: Path, request: SearchOptions, preloaded: BackgroundEncoder | None) -> int:
    """Search and print; return 0 with hits, 1 with none, 2 if the query cannot be parsed."""
    mode = Mode(request.mode)
    options = filters_of_options(request.types, request.folder, request.since, request.until)
    try:
        query = question(request.words, options)
        with Library(root).searcher(mode, preloaded) as searcher:
            answer = searcher.search(query, mode=mode, limit=request.limit)
            if request.as_json and any(map(_is_unmarked, answer.hits)):
                answer = searcher.refine(answer)  # a third of a second, to get ready to encode
    except QueryError as error:
        complain(joined(request.words), error)
        return WRONG_USE
    if request.as_json:
        click.echo(json.dumps(answer_json(answer), ensure_ascii=False, indent=2))
    else:
        _print(answer, explain=request.explain)
    return 0 if answer.hits else 1


def _is_unmarked(hit: Hit) -> bool:
    """Return whether the hit has evidence, but no sentence yet: matching words chose none."""
    return hit.evidence is not None and hit.evidence.sentence is None


def _print(answer: Answer, *, explain: bool) -> None:
    if not answer.hits:
        click.echo("Nothing found.", err=True)
    elif answer.verdict is Verdict.NOTHING:
        click.echo("Nothing relevant. The closest there is:\n")
    if answer.corrected:
        click.echo(f"Searched for similar spellings: {', '.join(answer.corrected)}", err=True)
    for number, hit in enumerate(answer.hits, 1):
        _print_hit(number, hit)
        if explain:
            click.echo(click.style(f"    {_explained(hit)}", dim=True))
        click.echo()
    for notice in answer.notices:
        click.echo(_NOTICES[notice], err=True)
    if answer.coverage < 1 and answer.mode is not Mode.WORDS:
        click.echo(
            f"{answer.coverage:.0%} of the passages can be found by meaning so far; "
            "alcove index goes on.",
            err=True,
        )


def _print_hit(number: int, hit: Hit) -> None:
    file = readable(name_of(hit.path))
    folder = short(hit.path).removesuffix(file)
    title = plain(hit.title or file)
    score = f"{hit.score:.2f}" if hit.score else ""
    facts = " · ".join(part for part in (score, place(hit), f"{hit.modified:%Y-%m-%d}") if part)
    click.echo(f"{number:2}. {click.style(title, bold=True)}  {click.style(facts, dim=True)}")
    click.echo(f"    {click.style(folder, dim=True)}{file}")
    if hit.copies:
        click.echo(click.style(f"    and {len(hit.copies)} more with the same content", dim=True))
    if hit.versions:
        click.echo(click.style(f"    and {len(hit.versions)} more versions of it", dim=True))
    if hit.passage is not None:
        click.echo(f"    {excerpt(hit)}")


def _explained(hit: Hit) -> str:
    why = hit.why
    return (
        f"{hit.score:.2f}: meaning {why.meaning:.2f}, which counts {1 - why.weight:.0%};"
        f" words {why.words:.2f}, which count {why.weight:.0%}"
    )
