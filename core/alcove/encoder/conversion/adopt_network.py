"""Complete an exported network with pooling and later steps, so that it maps tokens to vectors.

Only the child process that converts models may import this. Imports no torch: an exported network
needs none.
"""

from pathlib import Path

import openvino as ov
from openvino import opset13 as ops
from openvino.frontend import (
    FrontEndManager,
    GeneralFailure,
    InitializationFailure,
    NotImplementedFailure,
    OpConversionFailure,
    OpValidationFailure,
)
from openvino.preprocess import PrePostProcessor

from alcove.encoder.conversion.pooling_nodes import after_pooling, pooled, shortened
from alcove.encoder.model_folder.description import ModelFolder
from alcove.encoder.model_folder.exports import ExportedNetwork
from alcove.encoder.runtime.batches import INPUTS, POOLING_MASK
from alcove.errors import ModelError

_TOKENS = ("token_embeddings", "last_hidden_state")  # exporters' names for float (b, t, d)
_TEXT = "sentence_embedding"  # the output of all the model's steps: float (b, d)
_READERS = {".xml": "ir", ".onnx": "onnx"}
_UNREADABLE = (  # the readers' errors have no common base class
    RuntimeError,
    UnicodeDecodeError,  # OpenVINO's message contains bytes of the file
    GeneralFailure,
    InitializationFailure,
    NotImplementedFailure,
    OpConversionFailure,
    OpValidationFailure,
)
_ANY = -1  # a dimension that may have any length


def save_adopted(folder: ModelFolder, export: ExportedNetwork, file: Path) -> list[str]:
    """Write the IR, weights in fp16, and return the names of its inputs in order.

    Raises:
        ModelError: the network cannot be read, or has unsuitable inputs or outputs; the message
            names its file.
    """
    try:
        network = _read(export)
        names = _open_inputs(network, export.network)
        whole = _complete(network, names, folder, export.network)
        ov.save_model(whole, file, compress_to_fp16=True)
    except _UNREADABLE as error:
        raise _refusal(export.network, "cannot be read") from error
    return [port.get_any_name() for port in whole.inputs]


def _read(export: ExportedNetwork) -> ov.Model:
    """Read the network with the right reader; `read_model` would try each of seven in turn."""
    reader = FrontEndManager().load_by_framework(_READERS[export.network.suffix])
    return reader.convert(reader.load(str(export.network)))


def _open_inputs(network: ov.Model, file: Path) -> list[str]:
    """Make every input take int64 (b, t) of any b and t; return their names in order."""
    names = [_name(port, INPUTS) for port in network.inputs]
    if "" in names or not {"input_ids", "attention_mask"} <= set(names):
        raise _refusal(file, "does not take tokens and their mask alone")
    network.reshape({port: ov.PartialShape([_ANY, _ANY]) for port in network.inputs})
    converted = PrePostProcessor(network)
    for number in range(len(names)):
        converted.input(number).tensor().set_element_type(ov.Type.i64)
    converted.build()
    for port, name in zip(network.inputs, names, strict=True):
        port.get_tensor().set_names({name})
    return names


def _complete(network: ov.Model, names: list[str], folder: ModelFolder, file: Path) -> ov.Model:
    """Return the network with all the model's steps added and with one output, the vectors."""
    inputs = dict(zip(names, network.get_parameters(), strict=True))
    tokens = _find(network, _TOKENS, rank=3)
    if not folder.include_prompt and (folder.query_prompt or folder.passage_prompt):
        inputs[POOLING_MASK] = ops.parameter([_ANY, _ANY], ov.Type.i64, POOLING_MASK)
        inputs[POOLING_MASK].output(0).get_tensor().set_names({POOLING_MASK})
    if tokens is not None:
        _check_width(tokens, folder.token_width, file)
        attended = inputs["attention_mask"]
        counted = inputs.get(POOLING_MASK, attended)
        vectors = pooled(_as_f32(tokens), attended, counted, folder.pooling)
        vectors = after_pooling(vectors, folder)
    else:
        vectors = _ready_vectors(network, inputs, folder, file)
    return ov.Model([vectors], [*inputs.values()], "model")


def _ready_vectors(
    network: ov.Model, inputs: dict[str, ov.Node], folder: ModelFolder, file: Path
) -> ov.Node:
    """Return the vectors of a network that pools by itself."""
    vectors = _find(network, (_TEXT,), rank=2)
    if vectors is None or POOLING_MASK in inputs:
        raise _refusal(file, "gives neither token embeddings nor this model's vectors")
    _check_width(vectors, folder.width, file)
    return shortened(_as_f32(vectors), folder.dimension)


def _find(network: ov.Model, names: tuple[str, ...], *, rank: int) -> ov.Output | None:
    """Return the network's first floating-point output of this rank with one of the names."""
    for port in network.outputs:
        real = port.get_element_type().is_real()
        if _name(port, names) and real and port.get_partial_shape().rank == ov.Dimension(rank):
            return port.get_node().input_value(0)
    return None


def _name(port: ov.Output, names: tuple[str, ...]) -> str:
    return next((name for name in names if name in port.get_names()), "")


def _check_width(vectors: ov.Output, expected: int, file: Path) -> None:
    width = vectors.get_partial_shape()[-1]
    if width.is_dynamic or width.get_length() != expected:
        raise _refusal(file, f"gives vectors of {width}, where the model's settings say {expected}")


def _as_f32(vectors: ov.Output) -> ov.Node:
    return ops.convert(vectors, ov.Type.f32)


def _refusal(file: Path, what: str) -> ModelError:
    return ModelError(f"{file} {what}", advice="Get or export the model again.")
