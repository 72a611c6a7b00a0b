"""Which folder a prepared model was made from, so that it is known again without reading it all.

A hint alone: what is loaded is the prepared copy, and that is checked byte for byte.
"""

import json
import os
from pathlib import Path
from typing import Any

from alcove.encoder.model_folder.description import ModelFolder
from alcove.encoder.model_folder.fingerprint import telling_files
from alcove.system.durable import sync_file, sync_names

_HINT = "source.json"


def record_source(prepared: Path, folder: ModelFolder) -> None:
    """Notes in a prepared folder which source, in which state, it belongs to."""
    waiting = prepared / f"{_HINT}.{os.getpid()}"
    waiting.write_text(json.dumps(_state(folder)), encoding="utf-8")
    sync_file(waiting)
    waiting.replace(prepared / _HINT)
    sync_names(prepared)


def find_by_source(models_dir: Path, folder: ModelFolder) -> Path | None:
    """The prepared folder that was made from this source, if no file of it has changed since."""
    state = _state(folder)
    return next(
        (hint.parent for hint in models_dir.glob(f"*/{_HINT}") if _read(hint) == state), None
    )


def _state(folder: ModelFolder) -> dict[str, Any]:
    """Path, and size and time (nanoseconds) of each file that decides a vector."""
    stats = {name: (folder.path / name).stat() for name in telling_files(folder)}
    files = {name: [stat.st_size, stat.st_mtime_ns] for name, stat in stats.items()}
    return {"path": os.fsdecode(folder.path), "files": files}


def _read(hint: Path) -> object:
    try:
        state: object = json.loads(hint.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return state
