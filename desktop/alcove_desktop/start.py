"""Start the application: start the opener, arm the network guard, then load everything else."""

import argparse
import gc
import os
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from alcove import __version__

_FAILURE = 3


def main() -> None:
    """Start the application, or pass the request to the one that runs."""
    gc.disable()  # until the window is shown: imported modules are no garbage
    options = read_options(sys.argv[1:])
    from alcove_desktop.opening import unguarded

    opener = unguarded.start()  # before the guard: the programs it starts must not inherit it
    from alcove.guard import arm

    arm()
    os.umask(0o077)  # files that we write are the user's alone
    sys.exit(_run(options, opener))


def read_options(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse the command line; exit on an error, --help and --version."""
    parser = argparse.ArgumentParser(
        prog="alcove-desktop",
        description="Find your documents by what they mean, entirely on this machine.",
    )
    parser.add_argument("query", nargs="*", help="a question to begin with")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="search in this folder")
    parser.add_argument("--library", type=Path, metavar="DIR", help="folder of the library")
    parser.add_argument("--toggle", action="store_true", help="show the window, or hide it")
    parser.add_argument("--hidden", action="store_true", help="start without showing the window")
    parser.add_argument("--quit", action="store_true", help="end the application that runs")
    parser.add_argument("--version", action="version", version=f"alcove-desktop {__version__}")
    return parser.parse_args(arguments)


def question_of(options: argparse.Namespace) -> str:
    """Return the query of the command line, in the query language."""
    words = " ".join(options.query)
    if options.folder is None:
        return words
    from alcove.search import quoted

    return f"folder:{quoted(str(options.folder.absolute()))} {words}"  # words may follow


def _run(options: argparse.Namespace, opener: socket.socket) -> int:
    from alcove_desktop.program.single_instance_client import be_first, end_first, request

    root = (options.library or _default_library()).absolute()
    message = request(_wanted(options), question_of(options))
    try:
        if options.quit:
            end_first(root, message)
            return 0
        claim = be_first(root, message)
    except OSError as error:
        print(f"alcove-desktop: {_why(error)}", file=sys.stderr)  # noqa: T201
        return _FAILURE if options.quit else _show(root, error)
    if claim is None:
        return 0
    from alcove.indexer import keep_private

    keep_private()
    with suppress(OSError, RuntimeError):  # dialogs open at home, and no disk stays in use
        os.chdir(Path.home())
    from alcove.preload import begin

    preloaded = begin(root)  # before the heavy imports of the next line
    from alcove_desktop.program.application import run

    return run(
        root,
        claim=claim,
        opener=opener,
        preloaded=preloaded,
        query=message["query"],
        hidden=options.hidden,
    )


def _wanted(options: argparse.Namespace) -> str:
    if options.quit:
        return "quit"
    if options.toggle:
        return "toggle"
    if options.query or options.folder:
        return "ask"
    return "stay" if options.hidden else "show"


def _why(error: OSError) -> str:
    if isinstance(error, BlockingIOError):
        return "Alcove is already running but does not answer. End it and start it again."
    return f"the library cannot be used: {error.strerror}"


def _show(root: Path, error: OSError) -> int:
    """Show the error on the screen as well: started from a menu, there is no terminal."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY")
    if sys.platform == "linux" and not any(map(os.environ.get, screens)):
        return _FAILURE
    from alcove_desktop.program.application import refuse

    return refuse(root, error)


def _default_library() -> Path:
    from_environment = os.environ.get("ALCOVE_LIBRARY")
    if from_environment:
        return Path(from_environment)
    from platformdirs import user_data_path

    return user_data_path("alcove", appauthor=False)
