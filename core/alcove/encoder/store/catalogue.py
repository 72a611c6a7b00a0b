"""The models of a library: those that were prepared, and the one that comes with Alcove."""

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

_LEAST_OF_AN_ID = 4  # characters


@dataclass(frozen=True, slots=True)
class AvailableModel:
    """A model that can be used.

    Attributes:
        id: the manifest's `model_id`.
        manifest: what model it is.
        prepared: its folder; None for the bundled one before it was first used.
        bundled: whether it comes with Alcove.
        size: bytes on disk below `prepared`; 0 without.
    """

    id: str
    manifest: Manifest
    prepared: PreparedModel | None
    bundled: bool
    size: int


def list_models(models_dir: Path) -> list[AvailableModel]:
    """The bundled model first, whether prepared or not, then the others by name.

    A folder that is not complete is no model: conversions make it whole or not at all.
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
    """The model of that name, whatever its case, or whose id begins so.

    Args:
        models: all there are.
        wanted: a name, or four or more characters of an id.

    Raises:
        ModelError: there is none, or several.
    """
    found = [model for model in models if model.manifest.name.casefold() == wanted.casefold()]
    if not found and len(wanted) >= _LEAST_OF_AN_ID:
        found = [model for model in models if model.id.startswith(wanted.lower())]
    if len(found) != 1:
        raise ModelError(
            f"{len(found) or 'no'} models are called {wanted}",
            advice="alcove model list shows names and ids; use more of the id.",
        )
    return found[0]


def remove_model(models_dir: Path, model_id: str) -> None:
    """Deletes a prepared model; it stops being one in a single step, even if this is interrupted.

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
    """Without reading the weights: they have the fingerprints on record, or are refused."""
    if not is_installed():
        return None
    if is_complete(bundled_model()):
        return read_prepared(bundled_model()).manifest
    folder = read_folder(bundled_model())
    known = {name: FINGERPRINTS[name] for name in telling_files(folder) if name in FINGERPRINTS}
    return manifest_with(folder, NAME, known)


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir() if file.is_file())
