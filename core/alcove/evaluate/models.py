"""Prepare the models to compare, for libraries other than the user's."""

import os
import shutil
import threading
from collections.abc import Sequence
from pathlib import Path

from alcove.encoder import (
    AvailableModel,
    bundled_model,
    find_model,
    import_model,
    list_models,
)
from alcove.encoder.store.prepared import is_complete
from alcove.errors import ModelError
from alcove.evaluate.display import ProgressDisplay
from alcove.library import Library


def gather(
    names: Sequence[str],
    own: Library,
    models_dir: Path,
    display: ProgressDisplay,
    cancel: threading.Event,
) -> list[AvailableModel]:
    """Prepare the models in `models_dir` and return them in the given order, deduplicated.

    Args:
        names: of models in the user's library, or directories in the layout of
            sentence-transformers; empty for the library's model.
        own: the user's library; nothing is written there.
        models_dir: where to put the models.
        display: shows that a model is being prepared.
        cancel: stops the preparation.

    Raises:
        ModelError: there is no such model, or a directory is refused.
        Cancelled: `cancel` was set.
    """
    sources = [_find(name, own) for name in names] or [_default_model(own)]
    ids = [_make_ready(model, models_dir, display, cancel) for model in sources]
    prepared = {model.id: model for model in list_models(models_dir)}
    return [prepared[id_] for id_ in dict.fromkeys(ids)]


def share(model: AvailableModel, models_dir: Path) -> None:
    """Give another library a prepared model, by hard links if the file system allows."""
    target = models_dir / model.id
    if model.prepared is not None and not is_complete(target):
        shutil.copytree(model.prepared.path, target, copy_function=_link, dirs_exist_ok=True)


def _find(name: str, own: Library) -> AvailableModel | Path:
    try:
        return find_model(own.models.known(), name)
    except ModelError as error:
        if Path(name).is_dir():
            return Path(name)
        raise ModelError(
            f"{error}, and no folder", advice="alcove model list shows those in your library."
        ) from error


def _default_model(own: Library) -> AvailableModel | Path:
    name, models = own.settings().model, own.models.known()
    if name is None:
        return next((model for model in models if model.bundled), bundled_model())
    return find_model(models, name)


def _make_ready(
    model: AvailableModel | Path,
    models_dir: Path,
    display: ProgressDisplay,
    cancel: threading.Event,
) -> str:
    if isinstance(model, AvailableModel) and model.prepared is not None:
        share(model, models_dir)
        return model.id
    if isinstance(model, AvailableModel) and is_complete(models_dir / model.id):
        return model.id
    source = model if isinstance(model, Path) else bundled_model()
    with display.counting("Preparing the model (once)", 0):
        return import_model(source, models_dir, cancel=cancel).id


def _link(source: str, target: str) -> None:
    """Hard-link a file, or else copy it; safe because prepared models never change in place."""
    Path(target).unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:  # another file system, or one without hard links
        shutil.copyfile(source, target)
