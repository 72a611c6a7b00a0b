"""The child that converts a model: `python -m` this module, with SOURCE TARGET NAME PARENT.

PARENT is the process id of who started it. Its standard input is a pipe from there and its
standard output one to there: it leaves when the first closes, and writes one JSON object to the
second, `{}` or why the model was refused. What the libraries print is thrown away.
"""

import json
import os
import sys
import threading
from pathlib import Path
from typing import TextIO

from alcove.errors import AlcoveError
from alcove.guard import arm
from alcove.system.lifetime import end_with_parent


def main(source: str, target: str, name: str, parent: str) -> None:
    """Converts the model folder `source` into the empty folder `target`."""
    end_with_parent(int(parent))
    report = _take_over_output()
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    try:
        arm()
        from alcove.encoder.conversion.convert import convert_here

        convert_here(Path(source), Path(target), name)
        answer = {}
    except AlcoveError as error:
        answer = {"error": str(error), "advice": error.advice}
    except Exception as error:  # noqa: BLE001 - the parent says it, whatever it was
        answer = {"error": f"{type(error).__name__}: {str(error)[:200]}", "advice": ""}
    json.dump(answer, report)
    report.flush()


def _take_over_output() -> TextIO:
    """Keeps standard output for the answer alone, and sends all else that is printed nowhere."""
    report = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return report


def _leave_with_parent() -> None:
    """Waits for the pipe from the parent to close: it is gone, or has changed its mind."""
    os.read(0, 1)  # not sys.stdin, whose lock the interpreter would miss when it ends
    os._exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
