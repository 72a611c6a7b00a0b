"""No path, no query and no text in a log: what libraries and failures print, made safe to share."""

import logging
import sys
import threading
import traceback
from types import TracebackType


def keep_private() -> None:
    """Redact for the rest of this process what would be printed unasked.

    watchdog's warnings name folders, and the message of an exception may quote anything; where in
    the program it happened, and of what kind it was, is enough to mend it.
    """
    watchdog = logging.getLogger("watchdog")
    watchdog.addHandler(logging.NullHandler())
    watchdog.propagate = False
    threading.excepthook = lambda failed: _tell(failed.exc_type, failed.exc_traceback)
    sys.excepthook = lambda kind, _, trace: _tell(kind, trace)


def _tell(kind: type[BaseException], trace: TracebackType | None) -> None:
    places = "".join(traceback.format_tb(trace))
    print(f"{places}{kind.__name__} (what it says is left out)", file=sys.stderr)  # noqa: T201
