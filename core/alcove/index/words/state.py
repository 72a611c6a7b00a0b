"""Which words index is the valid one, and how far it has followed: a small file, durably replaced.

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
    """What the words index holds.

    Attributes:
        version: of what is indexed, `WORDS_VERSION`.
        identity: of the database that it follows.
        number: of the last change that it has seen.
        generation: name of its folder in the words folder; empty before version 2.
    """

    version: int
    identity: str
    number: int
    generation: str = ""


def read_state(folder: Path) -> WordsState | None:
    """The state in a words folder; None where there is none that can be understood."""
    try:
        state = WordsState(**json.loads((folder / _STATE).read_bytes()))
        number, is_name = int(state.number), Path(state.generation).name == state.generation
    except (OSError, ValueError, TypeError):
        return None
    return state if is_name and number == state.number else None


def write_state(folder: Path, state: WordsState) -> None:
    """Replace the state; when this returns, a power cut cannot undo it."""
    new = folder / f"{_STATE}.new"
    with new.open("w") as file:
        json.dump(asdict(state), file)
    sync_file(new)
    new.replace(folder / _STATE)
    sync_names(folder)


def withdraw_state(folder: Path) -> None:
    """Let no reader use the index any more."""
    (folder / _STATE).unlink(missing_ok=True)
    sync_names(folder)
