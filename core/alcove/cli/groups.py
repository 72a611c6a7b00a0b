"""Run the program `alcove`: import the command that is called, and turn errors into exit codes."""

import os
import sqlite3
import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from alcove import __version__
from alcove.cli.options import ANY, INTERRUPTED
from alcove.errors import AlcoveError

FAILURE = 3

SUMMARIES = {
    "index": "Add FOLDERs to the library and bring the index up to date.",
    "watch": (
        "Keep the library up to date in the foreground, until Ctrl-C or `alcove indexer stop`."
    ),
    "indexer": "Ask the indexer that is running for this library to pause, resume, rescan or stop.",
    "search": "Find the documents that answer WORDS, the best first.",
    "status": (
        "Show what is in the library, how complete it is, and what could not be read and why."
    ),
    "report": "Show what Alcove keeps about you and where, who can read it, and what runs now.",
    "retry": "Have the running indexer read again what gave no text, or the files at PATH of that.",
    "why": "Say why the file at PATH is found, or is not: rules, reading, passages, vectors.",
    "forget": "Remove FOLDER from the library. Its files themselves stay as they are.",
    "found": "Say that the file at PATH is what QUERY, as you asked it, was after.",
    "history": "Show the questions that the window kept, or delete them with proof.",
    "ignore": "Leave out what matches PATTERN, or show the rules there are.",
    "settings": "Show all settings, or show or set the one called NAME.",
    "evaluate": "Measure how well the labelled questions in DATASET_FOLDER are answered.",
    "model": "List, import, use and remove the models that find documents by their meaning.",
}
"""Command → first sentence of its help, so that listing the commands imports none of them."""


def run() -> NoReturn:
    """Run the command line; print an expected error as one message and exit with a code.

    Skip Python's finalization, which took an eighth of a second of every search: a command closes
    what it opened before it returns.
    """
    os.umask(0o077)  # files that we write are the user's alone
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


class LazyGroup(click.Group):
    """A group that imports a command when it is called.

    The commands that it is created with serve for the list of commands and for suggestions.
    """

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command of that name; return None if there is none."""
        if cmd_name not in self.commands:
            return None
        module = import_module(f"alcove.cli.commands.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands into the help."""
        click.Group(commands=self.commands).format_commands(ctx, formatter)


@click.group(
    cls=LazyGroup,
    commands=[click.Command(name, help=summary) for name, summary in SUMMARIES.items()],
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="alcove")
@click.option(
    "--library",
    envvar="ALCOVE_LIBRARY",
    type=ANY,
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
