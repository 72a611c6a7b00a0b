"""What long work tells while it runs."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from alcove.errors import Cancelled


class Stage(StrEnum):
    """The stages of an update, in their order; `PREPARE` may be skipped."""

    SCAN = "scan"
    READ = "read"
    PREPARE = "prepare"
    ENCODE = "encode"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is: `done` of `total` folders, files, models or passages."""

    stage: Stage
    done: int
    total: int


Tell = Callable[[Progress], None]


def stop_if(cancel: threading.Event) -> None:
    """Raise `Cancelled` when the cancel token is set."""
    if cancel.is_set():
        raise Cancelled
