"""The packaged application: one program that holds all of ours, with no Python beside it.

PyInstaller makes it. Its program can be told to run one module instead, which is how it starts the
processes that Python would start with `-m`.
"""

import runpy
import sys
from collections.abc import Sequence
from pathlib import Path

_RUN = "--run-module"
_OURS = ("alcove", "alcove_desktop")


def is_frozen() -> bool:
    """Whether this is the packaged application."""
    return bool(getattr(sys, "frozen", False))


def shipped() -> Path:
    """The folder of what is shipped with the packaged application: libraries, data, the model."""
    return Path(sys._MEIPASS)  # type: ignore[attr-defined]  # noqa: SLF001 - the loader tells it so


def module_command(module: str) -> tuple[str, ...]:
    """The command that runs one of our modules as a process of its own.

    Args:
        module: its full name, such as "alcove.encoder.conversion.process".
    """
    if is_frozen():
        return (sys.executable, _RUN, module)
    return (sys.executable, "-P", "-m", module)


def run_wanted_module(arguments: Sequence[str]) -> bool:
    """Run the module that a command of `module_command` wants, in the packaged application.

    Args:
        arguments: of the process, without the program.

    Returns:
        Whether a module was wanted; it has run to its end then.
    """
    if len(arguments) < 2 or arguments[0] != _RUN or arguments[1].split(".")[0] not in _OURS:
        return False
    sys.argv[:] = arguments[1:]
    runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
    return True
