"""Keep paths, queries and text out of logs: redact tracebacks, silence watchdog's warnings."""

import logging
import sys
import threading
import traceback
from types import TracebackType


def keep_private() -> None:
    """Redact warnings and uncaught exceptions for the rest of this process.

    watchdog's warnings name folders, and the message of an exception may quote anything; its class
    and its place in the program are enough to fix it.
    """
    watchdog = logging.getLogger("watchdog")
    watchdog.addHandler(logging.NullHandler())
    watchdog.propagate = False
    threading.excepthook = lambda failed: _print_redacted(failed.exc_type, failed.exc_traceback)
    sys.excepthook = lambda kind, _, trace: _print_redacted(kind, trace)


def _print_redacted(kind: type[BaseException], trace: TracebackType | None) -> None:
    frames = "".join(traceback.format_tb(trace))
    print(f"{frames}{kind.__name__} (what it says is left out)", file=sys.stderr)  # noqa: T201
