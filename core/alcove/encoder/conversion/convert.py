"""Convert a model folder into a prepared one; only the child process may import this."""

from importlib.util import find_spec
from pathlib import Path

from alcove.encoder.conversion.adopt_network import save_adopted
from alcove.encoder.conversion.verification import check_against, check_by_itself
from alcove.encoder.model_folder.description import ModelFolder, read_folder
from alcove.encoder.model_folder.fingerprint import manifest_of
from alcove.encoder.model_folder.source_tokenizer import save_source_tokenizer
from alcove.encoder.store.prepared import RuntimeConfig, open_prepared, write_recipe
from alcove.errors import ModelError
from alcove.layout import NETWORK, TOKENIZER
from alcove.system.durable import sync_tree


def convert_here(source: Path, target: Path, name: str) -> None:
    """Convert a model folder, verify the result, and flush it to disk.

    Args:
        source: the model folder.
        target: an empty folder for the prepared model.
        name: the model's name in the manifest.

    Raises:
        ModelError: the model cannot be converted, or the converted one gives other vectors.
    """
    folder = read_folder(source)
    if folder.export is None:
        _convert_weights(folder, target, name)
    else:
        padding = save_source_tokenizer(folder, target / TOKENIZER)
        inputs = save_adopted(folder, folder.export, target / NETWORK)
        write_recipe(target, RuntimeConfig(manifest_of(folder, name), tuple(inputs), padding))
    check_by_itself(open_prepared(target, precision="f32"))
    sync_tree(target)


def _convert_weights(folder: ModelFolder, target: Path, name: str) -> None:
    """Convert the trained weights and compare the result with the original; needs torch."""
    if find_spec("torch") is None:
        raise ModelError(
            "weights are converted by torch, which the packaged application does not have",
            advice="Export the model as ONNX or OpenVINO into its folder, and import it again.",
        )
    from alcove.encoder.conversion.torch_reference import TorchEncoder
    from alcove.encoder.conversion.tracing import save_network, save_tokenizer

    reference = TorchEncoder(folder, device="cpu")
    padding = save_tokenizer(reference.model, target / TOKENIZER)
    inputs = save_network(reference.model, folder, target / NETWORK)
    write_recipe(target, RuntimeConfig(manifest_of(folder, name), tuple(inputs), padding))
    check_against(reference, open_prepared(target, precision="f32"))
