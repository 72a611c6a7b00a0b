"""What can be typed, with its help; each command lives in a module of its own."""

import os
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from alcove import __version__
from alcove.cli.commands.search.free_words import FreeWords
from alcove.errors import AlcoveError

FAILURE = 3
INTERRUPTED = 130  # 128 + SIGINT, as shells have it

_EXISTING = click.Path(exists=True, file_okay=False, path_type=Path)
_ANY = click.Path(path_type=Path)


def run() -> NoReturn:
    """Run the command line; every expected failure ends as one message and an exit code.

    The process ends without taking apart what it has loaded, which took an eighth of a second of
    every search: a command has closed whatever it opened when it returns.
    """
    os.umask(0o077)  # whatever we write belongs to the user alone
    try:
        code = cli.main(standalone_mode=False)
        for stream in filter(None, (sys.stdout, sys.stderr)):  # None: the caller closed it
            stream.flush()
    except click.exceptions.Exit as asked:
        code = asked.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except (AlcoveError, OSError, sqlite3.Error) as error:
        _complain(error)
        code = FAILURE
    os._exit(code)


def _complain(error: Exception) -> None:
    click.echo(click.style("alcove: ", fg="red") + str(error), err=True)
    advice = error.advice if isinstance(error, AlcoveError) else ""
    if advice:
        click.echo(f"        {advice}", err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="alcove")
@click.option(
    "--library",
    envvar="ALCOVE_LIBRARY",
    type=_ANY,
    metavar="DIR",
    help="Folder that holds everything Alcove keeps. Default: your data folder. [ALCOVE_LIBRARY]",
)
@click.pass_context
def cli(context: click.Context, library: Path | None) -> None:
    """Find your documents by what they mean, entirely on this machine.

    \b
      alcove index ~/Documents
      alcove search "who decides on the next release"

    Nothing that you index or ask leaves the machine: no command of this program can open a
    network connection. `alcove status` says how that is enforced here.
    """  # noqa: D301 - click wants the real character before lines that stay as they are
    context.obj = library or _default_library()


def _default_library() -> Path:
    from platformdirs import user_data_path

    return user_data_path("alcove", appauthor=False)


def _with_library(function: "click.decorators.FC") -> "click.decorators.FC":
    """Accept --library after the command's name as well, where people expect it."""
    return click.option(
        "--library",
        type=_ANY,
        metavar="DIR",
        expose_value=False,
        help="Folder that holds everything Alcove keeps.",
        callback=lambda context, _, value: _use(context, value),
    )(function)


def _use(context: click.Context, value: Path | None) -> None:
    if value is not None:
        context.obj = value


@cli.command()
@click.argument("folders", nargs=-1, type=_EXISTING, metavar="[FOLDER]...")
@_with_library
@click.pass_obj
def index(library: Path, folders: tuple[Path, ...]) -> int:
    """Add FOLDERs to the library and bring the index up to date.

    First every new or changed file is read and can be found by its words; then its passages are
    encoded and can be found by their meaning. Without a FOLDER, those added before are looked at
    again. Ctrl-C is safe at any moment: what was finished is kept, and the next run goes on.

    Files are only ever read. What cannot be read is listed by `alcove status`, with the reason.
    """
    from alcove.cli.commands.index import index_folders

    return index_folders(library, folders)


@cli.command()
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
@click.option("--until-eof", is_flag=True, hidden=True, help="End when standard input does, too.")
@_with_library
@click.pass_obj
def watch(library: Path, *, quiet: bool, until_eof: bool) -> int:
    """Keep the library up to date in the foreground, until Ctrl-C or `alcove indexer stop`.

    Changes are found by words within two seconds, by meaning a little later. It runs with low
    priority, slows down on battery and while other programs need the processor (alcove settings).
    One indexer runs for a library; alcove index, forget and model use work beside it.
    """
    from alcove.cli.commands.watch import watch_library

    return watch_library(library, quiet=quiet, until_eof=until_eof)


@cli.command()
@click.argument("request", type=click.Choice(["pause", "resume", "rescan", "stop"]))
@_with_library
@click.pass_obj
def indexer(library: Path, request: str) -> int:
    """Ask the indexer that is running for this library to pause, resume, rescan or stop."""
    from alcove.library import Library

    Library(library).ask_indexer(request)
    return 0


@cli.command(cls=FreeWords)
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
@click.option("--folder", type=_ANY, metavar="PATH", help="Only files below this folder.")
@click.option("--since", metavar="DATE", help="As since: among the words.")
@click.option("--until", metavar="DATE", help="As until: among the words.")
@click.option("--explain", is_flag=True, help="Say why each hit has its score.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@_with_library
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
    coming = None
    if mode != "words":
        from alcove.preload import begin

        coming = begin(library)  # before all that the next line imports
    from alcove.cli.commands.search.answer import Request, search_library

    request = Request(words, mode, limit, types, folder, since, until, as_json, explain)
    return search_library(library, request, coming)


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--all", "show_all", is_flag=True, help="List every file that has no text.")
@_with_library
@click.pass_obj
def status(library: Path, *, as_json: bool, show_all: bool) -> int:
    """Tell what is in the library, how complete it is, and what could not be read and why."""
    from alcove.cli.commands.status import show_status

    return show_status(library, as_json=as_json, show_all=show_all)


@cli.command()
@_with_library
@click.pass_obj
def report(library: Path) -> int:
    """Tell what Alcove keeps of you and where, who can read it, and what runs now."""
    from alcove.cli.commands.report import show_report

    return show_report(library)


@cli.command()
@click.argument("paths", nargs=-1, type=_ANY, metavar="[PATH]...")
@click.option("--reason", metavar="R", help="Only what has no text for this reason.")
@_with_library
@click.pass_obj
def retry(library: Path, paths: tuple[Path, ...], reason: str | None) -> int:
    """Have the running indexer read again what gave no text, or the files at PATH of that.

    \b
      alcove retry ~/Documents/scan.pdf
      alcove retry --reason encrypted
    """  # noqa: D301 - click wants the real character before lines that stay as they are
    from alcove.cli.commands.retry import retry_files

    return retry_files(library, paths, reason)


@cli.command()
@click.argument("path", type=_ANY)
@_with_library
@click.pass_obj
def why(library: Path, path: Path) -> int:
    """Say why the file at PATH is found, or is not: rules, reading, passages, vectors.

    Exit code: 0 if it can be found by words and by meaning, 1 if something is in the way.
    """
    from alcove.cli.commands.why import show_why

    return show_why(library, path)


@cli.command()
@click.argument("folder", type=_ANY)
@_with_library
@click.pass_obj
def forget(library: Path, folder: Path) -> int:
    """Remove FOLDER from the library. Its files themselves stay as they are."""
    from alcove.cli.commands.forget import forget_folder

    return forget_folder(library, folder)


@cli.command()
@click.argument("query", required=False)
@click.argument("path", type=_ANY, required=False)
@click.option("--not", "wrong", is_flag=True, help="The file at PATH was not it.")
@click.option("--list", "listed", is_flag=True, help="Show what was marked and noted.")
@click.option("--forget", "forgotten", is_flag=True, help="Delete it, for QUERY or for all.")
@_with_library
@click.pass_obj
def found(
    library: Path,
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
    from alcove.cli.commands.found import FoundRequest, judge

    return judge(library, FoundRequest(query, path, not wrong, listed, forgotten))


@cli.command()
@click.argument("query", required=False)
@click.option("--forget", "forgotten", is_flag=True, help="Delete it: QUERY, or all of it.")
@_with_library
@click.pass_obj
def history(library: Path, query: str | None, *, forgotten: bool) -> int:
    """Show the questions that the window kept, or delete them with proof.

    With `alcove settings history off` none are kept; those that are stay until they are forgotten.
    """
    from alcove.cli.commands.history import show_or_forget

    return show_or_forget(library, query, forgotten=forgotten)


@cli.command()
@click.argument("patterns", nargs=-1, metavar="[PATTERN]...")
@click.option("--folder", type=_ANY, metavar="F", help="Only in this folder of the library.")
@click.option("--remove", is_flag=True, help="Remove the PATTERNs.")
@_with_library
@click.pass_obj
def ignore(library: Path, patterns: tuple[str, ...], folder: Path | None, *, remove: bool) -> int:
    """Leave out what matches PATTERN, or show the rules there are.

    \b
      alcove ignore "*.bak" drafts/
      alcove ignore --folder ~/Projects /build
      alcove ignore "!.config/notes/"

    PATTERN is written as a line of a .gitignore file; the last one that matches decides. One that
    begins with ! brings back what another rule leaves out, hidden files included; it does not
    reach into a folder that a pattern leaves out. `alcove why FILE` names the rule for a file.
    """  # noqa: D301 - click wants the real character before lines that stay as they are
    from alcove.cli.commands.ignore import IgnoreRequest, ignore_patterns

    return ignore_patterns(library, IgnoreRequest(patterns, folder, remove))


@cli.command()
@click.argument("name", required=False)
@click.argument("values", nargs=-1, metavar="[VALUE]...")
@_with_library
@click.pass_obj
def settings(library: Path, name: str | None, values: tuple[str, ...]) -> int:
    """Show all settings, or show or set the one called NAME.

    \b
      alcove settings hidden on
      alcove settings size-limit pdf=300MB
      alcove settings on-battery pause
    """  # noqa: D301 - click wants the real character before lines that stay as they are
    from alcove.cli.commands.settings import show_or_set

    return show_or_set(library, name, values)


@cli.command()
@click.argument("dataset", required=False, type=_EXISTING, metavar="DATASET_FOLDER")
@click.option(
    "--mode",
    "modes",
    multiple=True,
    type=click.Choice(["words", "meaning", "best"]),
    help="Only this way of searching; may be repeated.",
)
@click.option(
    "--model",
    "models",
    multiple=True,
    metavar="NAME",
    help="A model of your library, or a folder with one; may be repeated.",
)
@click.option(
    "--dimension",
    "dimensions",
    multiple=True,
    type=click.IntRange(1),
    metavar="N",
    help="Only the first N dimensions of each vector; may be repeated.",
)
@click.option(
    "--halves",
    type=click.IntRange(0),
    default=0,
    metavar="N",
    help="Also on N random halves of the questions.",
)
@click.option("--keep", type=_ANY, metavar="DIR", help="Index in DIR, and reuse it next time.")
@click.option("--plot", type=_ANY, metavar="FILE", help="Write quality against cost as an SVG.")
@click.option("--mine", is_flag=True, help="Your own questions, of your own library.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@_with_library
@click.pass_obj
def evaluate(
    library: Path,
    dataset: Path | None,
    modes: tuple[str, ...],
    models: tuple[str, ...],
    dimensions: tuple[int, ...],
    halves: int,
    keep: Path | None,
    plot: Path | None,
    *,
    mine: bool,
    as_json: bool,
) -> int:
    """Measure how well the labelled questions in DATASET_FOLDER are answered.

    \b
      alcove evaluate scifact
      alcove evaluate scifact --model all-MiniLM-L6-v2 --model ~/models/larger
      alcove evaluate scifact --dimension 128 --dimension 384 --plot scifact.svg

    The folder has the BEIR layout: corpus.jsonl, queries.jsonl, and qrels.tsv or qrels/test.tsv.
    Its documents are indexed into a library of their own, which is removed afterwards; yours stays
    as it is. Said are nDCG@10, recall@10, recall@100 and MRR@10 by words, by meaning and by both,
    with 95% intervals over the questions, and the time that a question takes.

    With --mine instead of a folder, your own library answers the questions that you marked (alcove
    found) or whose results you opened, and is compared with the last time.
    """  # noqa: D301 - click wants the real character before lines that stay as they are
    from alcove.cli.commands.evaluate.dataset import Request, evaluate_dataset, wanted

    asked = wanted(modes, models, dimensions, halves, keep)
    if mine:
        from alcove.cli.commands.evaluate.mine import evaluate_mine

        if dataset or plot or models or dimensions or halves or keep:
            raise click.UsageError("--mine goes with --mode and --json alone.")
        return evaluate_mine(library, asked.modes, as_json=as_json)
    if dataset is None:
        raise click.UsageError("Name the folder of a labelled set, or ask for --mine.")
    return evaluate_dataset(library, Request(dataset, asked, plot, as_json))


@cli.group()
def model() -> None:
    """List, import, use and remove the models that find documents by their meaning."""


@model.command("list")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@_with_library
@click.pass_obj
def model_list(library: Path, *, as_json: bool) -> int:
    """List the models, the one that comes with Alcove first."""
    from alcove.cli.commands.model import show_models

    return show_models(library, as_json=as_json)


@model.command("import")
@click.argument("folder", type=_EXISTING, metavar="FOLDER")
@click.option("--name", metavar="N", help="What to call it. Default: after its folder.")
@_with_library
@click.pass_obj
def model_import(library: Path, folder: Path, name: str | None) -> int:
    """Take the model in FOLDER, in the layout of sentence-transformers, into the library.

    A network in the folders openvino or onnx is used where there is one; otherwise the weights in
    model.safetensors are converted. FOLDER is needed no more afterwards. A model that would have to
    run code of its own, or whose weights are pickled, is refused.
    """
    from alcove.cli.commands.model import import_folder

    return import_folder(library, folder, name)


@model.command("use")
@click.argument("name", metavar="NAME")
@_with_library
@click.pass_obj
def model_use(library: Path, name: str) -> int:
    """Let the model called NAME, or whose id begins so, find documents from now on.

    All passages are encoded for it first; until then searches are answered by the old one. Ctrl-C
    is safe, and using the old model again gives the change up.
    """
    from alcove.cli.commands.model import use

    return use(library, name)


@model.command("remove")
@click.argument("name", metavar="NAME")
@_with_library
@click.pass_obj
def model_remove(library: Path, name: str) -> int:
    """Delete the model called NAME, or whose id begins so, unless it is in use."""
    from alcove.cli.commands.model import remove

    return remove(library, name)
