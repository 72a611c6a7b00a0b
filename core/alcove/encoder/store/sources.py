"""Record the source folder of a prepared model, to recognise it again without hashing its files.

Only a hint: the prepared copy is loaded, and that is checked byte for byte.
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
    """Record in a prepared folder its source, and the state of the source's files."""
    temporary = prepared / f"{_HINT}.{os.getpid()}"
    temporary.write_text(json.dumps(_state(folder)), encoding="utf-8")
    sync_file(temporary)
    temporary.replace(prepared / _HINT)
    sync_names(prepared)


def find_by_source(models_dir: Path, folder: ModelFolder) -> Path | None:
    """Return the prepared folder made from this source; None if a file has changed since."""
    state = _state(folder)
    return next(
        (hint.parent for hint in models_dir.glob(f"*/{_HINT}") if _read(hint) == state), None
    )


def _state(folder: ModelFolder) -> dict[str, Any]:
    """Return path, and size (bytes) and mtime (nanoseconds) of each file that decides a vector."""
    stats = {name: (folder.path / name).stat() for name in telling_files(folder)}
    files = {name: [stat.st_size, stat.st_mtime_ns] for name, stat in stats.items()}
    return {"path": os.fsdecode(folder.path), "files": files}


def _read(hint: Path) -> object:
    try:
        state: object = json.loads(hint.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return state
