"""Compute embeddings, text → vectors: models, their conversion, runtimes behind one Protocol.

Importing this package imports neither OpenVINO nor torch. `prepare` converts a model folder into
one that `load` opens quickly; `load_torch` runs the folder unconverted, for example on a GPU.
`import_model` prepares a folder of the user's; `passage_window` returns the tokenizer and the
window by which documents are split for a model.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from alcove.encoder.manifest import Manifest
from alcove.encoder.model_folder.bundled import bundled_model
from alcove.encoder.protocol import Encoder
from alcove.encoder.runtime.tokenizer import ModelTokenizer, load_tokenizer
from alcove.encoder.store.catalogue import AvailableModel, find_model, list_models, remove_model
from alcove.encoder.store.import_model import import_model
from alcove.encoder.store.passage_window import PassageWindow, passage_window, split_key
from alcove.encoder.store.prepare import prepare
from alcove.encoder.store.prepared import PreparedModel, open_prepared, read_prepared
from alcove.guard.environment import silence_telemetry

if TYPE_CHECKING:
    from alcove.encoder.runtime.openvino_compile import Precision

__all__ = [
    "AvailableModel",
    "Encoder",
    "Manifest",
    "ModelTokenizer",
    "PassageWindow",
    "PreparedModel",
    "bundled_model",
    "find_model",
    "import_model",
    "list_models",
    "load",
    "load_tokenizer",
    "load_torch",
    "passage_window",
    "prepare",
    "read_prepared",
    "remove_model",
    "split_key",
]

silence_telemetry()  # before anything here imports openvino, which would import it


def load(
    prepared: PreparedModel | Path, precision: "Precision" = "auto", *, threads: int | None = None
) -> Encoder:
    """Check every file of a prepared model, and open it.

    Args:
        prepared: the model, or its folder.
        precision: of passages: "f32", "bf16", or "auto" for bf16 where the processor has it;
            queries are always in f32.
        threads: how many cores passages may use; None for all that this process may use.

    Raises:
        ModelError: a file is missing or altered; the message names it.
    """
    folder = prepared if isinstance(prepared, Path) else prepared.path
    return open_prepared(folder, precision=precision, threads=threads)


def load_torch(source: Path, *, device: str | None = None) -> Encoder:
    """Load a model folder through sentence-transformers: the reference, and the way to a GPU.

    Args:
        source: a model folder in the layout of sentence-transformers.
        device: a torch device such as "cuda", "mps" or "cpu"; None for the best available.

    Raises:
        ModelError: the model is incomplete, altered, or of a kind that Alcove cannot run.
    """
    from alcove.encoder.conversion.torch_reference import TorchEncoder
    from alcove.encoder.model_folder.bundled import check_if_bundled
    from alcove.encoder.model_folder.description import read_folder

    folder = read_folder(source)
    check_if_bundled(folder.path)
    return TorchEncoder(folder, device=device)
