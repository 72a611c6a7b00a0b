"""Declare `alcove search`; imports little, so that the model loads beside the other imports."""

from collections.abc import Sequence
from pathlib import Path

import click

from alcove.cli.commands.search.free_words import FreeWords
from alcove.cli.options import ANY, with_library


@click.command(cls=FreeWords)
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--mode",
    type=click.Choice(["best", "meaning", "words"]),
    default="best",
    show_default=True,
    help="Which arms to ask: both, the meaning alone, or the words alone.",
)
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, metavar="N")
@click.option("--type", "types", metavar="TYPES", help="As type: among the words.")
@click.option("--folder", type=ANY, metavar="PATH", help="Only files below this folder.")
@click.option("--since", metavar="DATE", help="As since: among the words.")
@click.option("--until", metavar="DATE", help="As until: among the words.")
@click.option("--explain", is_flag=True, help="Say why each hit has its score.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@with_library
@click.pass_obj
def search(
    library: Path,
    words: Sequence[str],
    mode: str,
    limit: int,
    types: str | None,
    folder: Path | None,
    since: str | None,
    until: str | None,
    *,
    explain: bool,
    as_json: bool,
) -> int:
    """Find the documents that answer WORDS, the best first.

    \b
      alcove search who may sign contracts
      alcove search type:pdf,word since:2025-03 quarterly revenue -draft
      alcove search --mode words '"error 0x80070057"'

    Among the words may stand:

    \b
      "some words"      exactly these, one after the other (quote them for your shell as well)
      -word -"a b"      documents without it
      type:pdf,mail     kinds of documents: pdf, word, excel, mail, code, image, md…
      folder:work       in a folder called so, or work/2025, ~/work, "/with spaces"
      name:draft        the file's name has the word, or is like name:*.pdf
      since:2025-03     changed then or later: a year, month or day, today, yesterday, 7d, 2w, 3m
      until:2025        changed then or earlier, that day, month or year included
      lang:de           in this language: a code, or its English name
      similar:PATH      like this file

    A minus before a filter leaves out what it names: -type:pdf. A backslash makes text of what
    follows: '\\type:pdf'. After -- nothing is taken for an option. Exit code: 0 with hits, 1 with
    none, 2 for wrong use, 3 for a failure.
    """  # noqa: D301 - click wants the real character before lines that stay as they are
    preloaded = None
    if mode != "words":
        from alcove.preload import begin

        preloaded = begin(library)  # before the heavy imports of the next line
    from alcove.cli.commands.search.answer import SearchOptions, search_library

    request = SearchOptions(words, mode, limit, types, folder, since, until, as_json, explain)
    return search_library(library, request, preloaded)
