"""Prepare a model folder once: convert it in a child process, then rename it into place."""

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
    """Prepare a model folder for loading: 10 s the first time, then a few milliseconds.

    Two processes may prepare the same model at once: the first result stays. An interrupted
    conversion leaves nothing that could be taken for a model. The returned model is flushed to
    disk and does not need the source.

    Args:
        source: a model folder in the layout of sentence-transformers, or a prepared one, which is
            copied.
        models_dir: the folder of prepared models, each in a folder named by its id.
        name: the name of a model that is not prepared yet; None for that of its folder.
        cancel: stops the conversion; nothing is left of it.

    Raises:
        ModelError: the model is incomplete, altered, or of a kind that Alcove cannot run.
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
    target = models_dir / manifest.model_id
    if not is_complete(target):
        _convert(folder, manifest, target, cancel)
    record_source(target, folder)
    return read_prepared(target)


def already_prepared(folder: ModelFolder, models_dir: Path) -> PreparedModel | None:
    """Return the model prepared from this folder; None if incomplete or if a file has changed."""
    found = find_by_source(models_dir, folder)
    return read_prepared(found) if found is not None and is_complete(found) else None


def _convert(
    folder: ModelFolder, manifest: Manifest, target: Path, cancel: threading.Event | None
) -> None:
    with _unfinished(target) as converted:
        convert_in_child(folder.path, converted, manifest.name, cancel)
        if read_prepared(converted).id != manifest.model_id:
            raise ModelError(f"{folder.path} changed while it was read", advice="Try again.")


def _copy(source: PreparedModel, models_dir: Path) -> PreparedModel:
    target = models_dir / source.id
    if not is_complete(target):
        with _unfinished(target) as converted:
            copy_prepared(source.path, converted)
    return read_prepared(target)


@contextmanager
def _unfinished(target: Path) -> Iterator[Path]:
    """Yield an empty folder to fill, and rename it to `target` afterwards."""
    if not target.parent.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        sync_names(target.parent.parent)
    clear_abandoned(target.parent)
    unfinished = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=target.parent))
    try:
        converted = unfinished / "model"
        converted.mkdir()
        yield converted
        _rename_into_place(converted, target, unfinished / "replaced")
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _rename_into_place(converted: Path, target: Path, discarded: Path) -> None:
    """Rename `converted` to `target`; keep a complete `target`, which a concurrent call made."""
    if target.exists() and not is_complete(target):
        with suppress(FileNotFoundError):  # a concurrent call was quicker
            target.rename(discarded)
    try:
        converted.rename(target)
    except OSError:
        if not is_complete(target):
            raise
    sync_names(target.parent)


def clear_abandoned(models_dir: Path) -> None:
    """Remove the leftovers of conversions that were killed together with their parent."""
    for folder in models_dir.glob(f"{UNFINISHED}*"):
        with suppress(FileNotFoundError):  # its owner has just finished
            if time.time() - folder.stat().st_mtime > _ABANDONED_AFTER:
                shutil.rmtree(folder, ignore_errors=True)
