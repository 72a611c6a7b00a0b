"""A model's files lie in its own folder: no links out of it, no pipes, no devices."""

import stat
from collections.abc import Iterable
from pathlib import Path

from alcove.errors import ModelError


def check_places(root: Path, folders: Iterable[Path]) -> None:
    """Refuses anything in these folders that is neither a file nor a folder below `root`.

    Args:
        root: the model's folder, resolved. In the cache of huggingface_hub files are links from
            `snapshots/REVISION` to `blobs` beside it, so there the whole cached model is meant.
        folders: whose entries to look at, not those below them; missing ones are passed over.

    Raises:
        ModelError: an entry leads elsewhere or is of another kind; the message names it.
    """
    if root.parent.name == "snapshots":
        root = root.parent.parent
    for folder in folders:
        if folder.is_dir():
            for place in (folder, *folder.iterdir()):
                _check(root, place)


def _check(root: Path, place: Path) -> None:
    try:
        kind = place.stat().st_mode
    except OSError as error:
        raise ModelError(
            f"{place} cannot be read: {error.strerror}", advice="Get the model's files again."
        ) from error
    if not place.resolve().is_relative_to(root):
        raise ModelError(
            f"{place} leads out of the model's folder", advice="Copy what it leads to in its place."
        )
    if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
        raise ModelError(f"{place} is not a file", advice="Get the model's files again.")
