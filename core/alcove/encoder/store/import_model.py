"""Import a model folder of the user's into a library."""

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
    """Prepare a model folder; the source is not needed afterwards.

    Returns a model that the library already has as it is, under its present name.

    Args:
        source: a model folder in the layout of sentence-transformers. A full-precision export,
            OpenVINO IR or ONNX, is used if there is one, and needs no torch.
        models_dir: the folder of prepared models.
        name: the model's name; None for that of its folder, with a number if it is taken.
        cancel: stops the import; nothing is left of it.

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
