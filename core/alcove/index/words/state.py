"""Record the valid words index and the last change applied to it in a small, durable file.

The words folder holds this file and one folder for each generation of the index. A new generation
is built beside the old one; replacing this file swaps them.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from alcove.system.durable import sync_file, sync_names

_STATE = "applied.json"


@dataclass(frozen=True, slots=True)
class WordsState:
    """State of the words index.

    Attributes:
        version: the `WORDS_VERSION` that built it.
        identity: of the database that it follows.
        number: of the last change applied.
        generation: name of its folder in the words folder; empty before version 2.
    """

    version: int
    identity: str
    number: int
    generation: str = ""


def read_state(folder: Path) -> WordsState | None:
    """Return the state in a words folder; None if it is missing or invalid."""
    try:
        state = WordsState(**json.loads((folder / _STATE).read_bytes()))
        number, is_name = int(state.number), Path(state.generation).name == state.generation
    except (OSError, ValueError, TypeError):
        return None
    return state if is_name and number == state.number else None


def write_state(folder: Path, state: WordsState) -> None:
    """Replace the state; once this returns, a power cut cannot undo it."""
    new = folder / f"{_STATE}.new"
    with new.open("w") as file:
        json.dump(asdict(state), file)
    sync_file(new)
    new.replace(folder / _STATE)
    sync_names(folder)


def withdraw_state(folder: Path) -> None:
    """Remove the state, so that no reader uses the index."""
    (folder / _STATE).unlink(missing_ok=True)
    sync_names(folder)
