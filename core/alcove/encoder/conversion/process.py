"""Entry point of the child that converts a model: `python -m`, with SOURCE TARGET NAME PARENT.

PARENT is the parent's process id. Standard input and output are pipes from and to the parent: the
child exits when its input closes, and writes one JSON object to its output, `{}` or the reason why
the model was refused. Output of the libraries is discarded.
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
    """Convert the model folder `source` into the empty folder `target`."""
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
    except Exception as error:  # noqa: BLE001 - the parent reports it, whatever it is
        answer = {"error": f"{type(error).__name__}: {str(error)[:200]}", "advice": ""}
    json.dump(answer, report)
    report.flush()


def _take_over_output() -> TextIO:
    """Return standard output for the answer alone; discard everything else that is printed."""
    report = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return report


def _leave_with_parent() -> None:
    """Exit when the pipe from the parent closes: the parent has died or cancelled."""
    os.read(0, 1)  # not sys.stdin: the interpreter needs its lock to end
    os._exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
