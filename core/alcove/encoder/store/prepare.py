"""A model folder made ready, once: converted in a child, and put in its place in one step."""

import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from alcove.encoder.manifest import Manifest
from alcove.encoder.model_folder.bundled import check_if_bundled
from alcove.encoder.model_folder.description import ModelFolder, read_folder
from alcove.encoder.model_folder.fingerprint import manifest_of
from alcove.encoder.protocol import raise_if_set
from alcove.encoder.store.converter import convert_in_child
from alcove.encoder.store.names import name_of
from alcove.encoder.store.prepared import PreparedModel, copy_prepared, is_complete, read_prepared
from alcove.encoder.store.sources import find_by_source, record_source
from alcove.errors import ModelError
from alcove.system.durable import sync_names

UNFINISHED = ".unfinished-"
_ABANDONED_AFTER = 24 * 3600  # seconds


def prepare(
    source: Path,
    models_dir: Path,
    *,
    name: str | None = None,
    cancel: threading.Event | None = None,
) -> PreparedModel:
    """Makes a model folder ready to be loaded: 10 s the first time, then a few milliseconds.

    Two processes may prepare the same model at once: the first result is kept. A conversion that
    is interrupted leaves nothing that could be taken for a model. What this returns needs the
    source no more, and is safely on the disk.

    Args:
        source: a model folder in the layout of sentence-transformers, or one that this made,
            which is copied.
        models_dir: where prepared models are kept, each in a folder named by its id.
        name: what to call it if it is not there yet; after its folder for None.
        cancel: stops the conversion; nothing is left of it.

    Raises:
        ModelError: the model is incomplete, altered, or of a kind that we cannot run.
        Cancelled: `cancel` was set.
    """
    raise_if_set(cancel)
    if is_complete(source):
        return _copy(read_prepared(source), models_dir)
    folder = read_folder(source)
    found = already_prepared(folder, models_dir)
    if found is not None:
        return found
    check_if_bundled(folder.path)
    manifest = manifest_of(folder, name or name_of(folder.path))
    place = models_dir / manifest.model_id
    if not is_complete(place):
        _convert(folder, manifest, place, cancel)
    record_source(place, folder)
    return read_prepared(place)


def already_prepared(folder: ModelFolder, models_dir: Path) -> PreparedModel | None:
    """The model that was made of this folder, if it is whole and no file of the folder changed."""
    found = find_by_source(models_dir, folder)
    return read_prepared(found) if found is not None and is_complete(found) else None


def _convert(
    folder: ModelFolder, manifest: Manifest, place: Path, cancel: threading.Event | None
) -> None:
    with _unfinished(place) as made:
        convert_in_child(folder.path, made, manifest.name, cancel)
        if read_prepared(made).id != manifest.model_id:
            raise ModelError(f"{folder.path} changed while it was read", advice="Try again.")


def _copy(source: PreparedModel, models_dir: Path) -> PreparedModel:
    place = models_dir / source.id
    if not is_complete(place):
        with _unfinished(place) as made:
            copy_prepared(source.path, made)
    return read_prepared(place)


@contextmanager
def _unfinished(place: Path) -> Iterator[Path]:
    """An empty folder to be filled, which is put in its place in the end."""
    if not place.parent.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        sync_names(place.parent.parent)
    clear_abandoned(place.parent)
    unfinished = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=place.parent))
    try:
        made = unfinished / "model"
        made.mkdir()
        yield made
        _put(made, place, unfinished / "replaced")
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _put(made: Path, place: Path, aside: Path) -> None:
    """Renames `made` to `place`; what lies there stays if it is whole, as another may have won."""
    if place.exists() and not is_complete(place):
        with suppress(FileNotFoundError):  # another was quicker
            place.rename(aside)
    try:
        made.rename(place)
    except OSError:
        if not is_complete(place):
            raise
    sync_names(place.parent)


def clear_abandoned(models_dir: Path) -> None:
    """Removes what conversions left that were killed together with their parent."""
    for folder in models_dir.glob(f"{UNFINISHED}*"):
        with suppress(FileNotFoundError):  # its owner has just finished
            if time.time() - folder.stat().st_mtime > _ABANDONED_AFTER:
                shutil.rmtree(folder, ignore_errors=True)
