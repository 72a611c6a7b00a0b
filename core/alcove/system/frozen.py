"""Support for the packaged (frozen) application: one executable, without a separate Python.

PyInstaller builds it. An argument makes its executable run one module instead, which is how it
starts the processes that Python would start with `-m`.
"""

import runpy
import sys
from collections.abc import Sequence
from pathlib import Path

_RUN = "--run-module"
_OURS = ("alcove", "alcove_desktop")


def is_frozen() -> bool:
    """Return whether this is the packaged application."""
    return bool(getattr(sys, "frozen", False))


def shipped() -> Path:
    """Return the folder of the packaged application's libraries, data and model."""
    return Path(sys._MEIPASS)  # type: ignore[attr-defined]  # noqa: SLF001 - PyInstaller's API


def module_command(module: str) -> tuple[str, ...]:
    """Return the command that runs one of our modules as a process of its own.

    Args:
        module: full name of the module, such as "alcove.encoder.conversion.process".
    """
    if is_frozen():
        return (sys.executable, _RUN, module)
    return (sys.executable, "-P", "-m", module)


def run_wanted_module(arguments: Sequence[str]) -> bool:
    """Run the module that a command of `module_command` names, in the packaged application.

    Args:
        arguments: arguments of the process, without the program.

    Returns:
        Whether the arguments name a module; if so, it has run to its end.
    """
    if len(arguments) < 2 or arguments[0] != _RUN or arguments[1].split(".")[0] not in _OURS:
        return False
    sys.argv[:] = arguments[1:]
    runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
    return True
