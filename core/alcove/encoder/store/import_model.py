"""A model folder of the user's, taken into a library for good."""

import threading
from pathlib import Path

from alcove.encoder.model_folder.description import read_folder
from alcove.encoder.store.catalogue import list_models
from alcove.encoder.store.names import check_name, name_of, unused_name
from alcove.encoder.store.prepare import already_prepared, prepare
from alcove.encoder.store.prepared import PreparedModel, is_complete


def import_model(
    source: Path,
    models_dir: Path,
    *,
    name: str | None = None,
    cancel: threading.Event | None = None,
) -> PreparedModel:
    """Prepares a model folder; afterwards the source may vanish.

    A model that is there already is returned as it is, under the name that it has.

    Args:
        source: a model folder in the layout of sentence-transformers. A network in OpenVINO's form
            or as ONNX is used where there is one, and torch is not needed then.
        models_dir: where prepared models are kept.
        name: what to call it; after its folder, with a number where that is taken, for None.
        cancel: stops it; nothing is left.

    Raises:
        ModelError: the folder is refused, or the name is; the message names the file.
        Cancelled: `cancel` was set.
    """
    if is_complete(source):
        return prepare(source, models_dir)
    found = already_prepared(read_folder(source), models_dir)
    if found is not None:
        return found
    taken = [model.manifest.name for model in list_models(models_dir)]
    if name is None:
        name = unused_name(name_of(source), taken)
    else:
        check_name(name, taken)
    return prepare(source, models_dir, name=name, cancel=cancel)
