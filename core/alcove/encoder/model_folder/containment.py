"""Check that a model's files lie in its own folder: no links out of it, no pipes, no devices."""

import stat
from collections.abc import Iterable
from pathlib import Path

from alcove.errors import ModelError


def check_places(root: Path, folders: Iterable[Path]) -> None:
    """Refuse any entry of these folders that is neither a file nor a folder below `root`.

    Args:
        root: the model's folder, resolved. In the cache of huggingface_hub the files are links
            from `snapshots/REVISION` to `blobs` beside it; there the cached model's whole folder
            counts as the root.
        folders: the folders to check with their entries, not recursively; missing ones are
            skipped.

    Raises:
        ModelError: an entry links elsewhere or is of another kind; the message names it.
    """
    if root.parent.name == "snapshots":
        root = root.parent.parent
    for folder in folders:
        if folder.is_dir():
            for entry in (folder, *folder.iterdir()):
                _check(root, entry)


def _check(root: Path, entry: Path) -> None:
    try:
        kind = entry.stat().st_mode
    except OSError as error:
        raise ModelError(
            f"{entry} cannot be read: {error.strerror}", advice="Get the model's files again."
        ) from error
    if not entry.resolve().is_relative_to(root):
        raise ModelError(
            f"{entry} leads out of the model's folder", advice="Copy what it leads to in its place."
        )
    if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
        raise ModelError(f"{entry} is not a file", advice="Get the model's files again.")
