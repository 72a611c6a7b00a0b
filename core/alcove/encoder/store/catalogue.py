"""List, find and remove the models of a library: the prepared ones, and the bundled one."""

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from alcove.encoder.manifest import Manifest
from alcove.encoder.model_folder.bundled import FINGERPRINTS, NAME, bundled_model, is_installed
from alcove.encoder.model_folder.description import read_folder
from alcove.encoder.model_folder.fingerprint import manifest_with, telling_files
from alcove.encoder.store.prepare import UNFINISHED
from alcove.encoder.store.prepared import PreparedModel, is_complete, read_prepared
from alcove.errors import ModelError
from alcove.system.durable import sync_names

_SHORTEST_ID = 4  # characters


@dataclass(frozen=True, slots=True)
class AvailableModel:
    """A model that can be used.

    Attributes:
        id: the manifest's `model_id`.
        manifest: the model's manifest.
        prepared: the prepared model; None for the bundled one before its first use.
        bundled: whether it comes with Alcove.
        size: bytes on disk of the prepared model; 0 if there is none.
    """

    id: str
    manifest: Manifest
    prepared: PreparedModel | None
    bundled: bool
    size: int


def list_models(models_dir: Path) -> list[AvailableModel]:
    """Return the bundled model first, prepared or not, then the others by name.

    Skips incomplete folders: a conversion produces a complete model or none.
    """
    bundled = _bundled_manifest()
    prepared = {model.id: model for model in _complete(models_dir)}
    manifests = {model.id: model.manifest for model in prepared.values()}
    if bundled is not None:
        manifests[bundled.model_id] = bundled
    models = [
        AvailableModel(
            id=model_id,
            manifest=manifest,
            prepared=prepared.get(model_id),
            bundled=bundled is not None and model_id == bundled.model_id,
            size=_size(prepared[model_id].path) if model_id in prepared else 0,
        )
        for model_id, manifest in manifests.items()
    ]
    return sorted(models, key=lambda m: (not m.bundled, m.manifest.name.casefold(), m.id))


def find_model(models: Sequence[AvailableModel], wanted: str) -> AvailableModel:
    """Return the model with this name, ignoring case, or with an id that begins so.

    Args:
        models: all models.
        wanted: a name, or the first four or more characters of an id.

    Raises:
        ModelError: no model matches, or several.
    """
    matches = [model for model in models if model.manifest.name.casefold() == wanted.casefold()]
    if not matches and len(wanted) >= _SHORTEST_ID:
        matches = [model for model in models if model.id.startswith(wanted.lower())]
    if len(matches) != 1:
        raise ModelError(
            f"{len(matches) or 'no'} models are called {wanted}",
            advice="alcove model list shows names and ids; use more of the id.",
        )
    return matches[0]


def remove_model(models_dir: Path, model_id: str) -> None:
    """Delete a prepared model; one rename takes it out of the list, even if this is interrupted.

    Raises:
        ModelError: there is no such model, or another program has it open (Windows).
    """
    found = next((model for model in _complete(models_dir) if model.id == model_id), None)
    if found is None:
        raise ModelError(
            f"there is no model {model_id}", advice="It may have been removed already."
        )
    aside = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=models_dir))
    try:
        found.path.rename(aside / "removed")
    except PermissionError as error:
        raise ModelError(f"{found.path} is in use", advice="Close Alcove and try again.") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    sync_names(models_dir)


def _complete(models_dir: Path) -> list[PreparedModel]:
    folders = [folder for folder in models_dir.glob("*") if is_complete(folder)]
    models = [read_prepared(folder) for folder in folders]
    return [model for model in models if model.path.name == model.id]


def _bundled_manifest() -> Manifest | None:
    """Return the bundled model's manifest without reading its weights; None if not installed.

    Uses the recorded fingerprints: files with others are refused on loading.
    """
    if not is_installed():
        return None
    if is_complete(bundled_model()):
        return read_prepared(bundled_model()).manifest
    folder = read_folder(bundled_model())
    files = {name: FINGERPRINTS[name] for name in telling_files(folder) if name in FINGERPRINTS}
    return manifest_with(folder, NAME, files)


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir() if file.is_file())
