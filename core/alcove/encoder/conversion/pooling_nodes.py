"""Build the steps after the transformer as nodes of an OpenVINO network, without torch.

Each step computes the same as the class of its name in sentence-transformers 6
(sentence_transformer/modules, base/modules). Token embeddings are (b, t, d), a mask (b, t).
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import openvino.opset13 as ops
from numpy.typing import NDArray
from openvino import Node, Type
from safetensors import SafetensorError
from safetensors.numpy import load_file

from alcove.encoder.model_folder.description import ModelFolder
from alcove.encoder.model_folder.json_files import malformed, read_object
from alcove.encoder.model_folder.modules import Module
from alcove.errors import ModelError

_ACTIVATIONS = {
    "torch.nn.modules.linear.Identity": lambda x: x,
    "torch.nn.modules.activation.Tanh": ops.tanh,
    "torch.nn.modules.activation.ReLU": ops.relu,
    "torch.nn.modules.activation.Sigmoid": ops.sigmoid,
    "torch.nn.modules.activation.SiLU": ops.swish,
    "torch.nn.modules.activation.GELU": lambda x: ops.gelu(x, "erf"),
}
_TINY = 1e-9  # sentence-transformers' lower bound for a divisor
_NORM_EPSILON = 1e-5  # torch.nn.LayerNorm's default, which a model folder cannot change
_MASKED = -3.0e38  # replaces masked tokens in a maximum, in place of -inf


def pooled(tokens: Node, attended: Node, counted: Node, modes: tuple[str, ...]) -> Node:
    """Pool token embeddings: float32 (b, d times the number of modes).

    Args:
        tokens: float32 (b, t, d).
        attended: int64 (b, t), 1 for each token of the text.
        counted: int64 (b, t), 1 for each token to pool: without the prompt's, if the model says so.
        modes: as in `ModelFolder.pooling`.
    """
    positions = ops.cum_sum(attended, np.int64(1))  # 1, 2, 3 … from the text's first token on
    weights = ops.multiply(counted, positions)
    pools: dict[str, Callable[[], Node]] = {
        "cls": lambda: _sum(tokens, _first(counted)),
        "lasttoken": lambda: _sum(tokens, _last(counted)),
        "max": lambda: _maximum(tokens, counted),
        "mean": lambda: ops.divide(_sum(tokens, counted), _total(counted)),
        "mean_sqrt_len_tokens": lambda: ops.divide(
            _sum(tokens, counted), ops.sqrt(_total(counted))
        ),
        "weightedmean": lambda: ops.divide(_sum(tokens, weights), _total(weights)),
    }
    return ops.concat([pools[mode]() for mode in modes], axis=-1)


def after_pooling(vectors: Node, folder: ModelFolder) -> Node:
    """Add the model's remaining steps, and truncate to `folder.dimension`: float32 (b, d).

    Raises:
        ModelError: a step's weights are missing or do not fit; the message names the file.
    """
    kinds = [module.kind for module in folder.modules]
    for module in folder.modules[kinds.index("Pooling") + 1 :]:
        vectors = _step(vectors, module)
    return shortened(vectors, folder.dimension)


def shortened(vectors: Node, dimension: int) -> Node:
    """Truncate each vector: float32 (b, d) → float32 (b, dimension)."""
    return ops.slice(vectors, start=[0], stop=[dimension], step=[1], axes=[1])


def _step(vectors: Node, module: Module) -> Node:
    if module.kind == "Dense":
        return _dense(vectors, module.folder)
    if module.kind == "LayerNorm":
        return _layer_norm(vectors, module.folder)
    if module.kind == "Normalize":
        return ops.normalize_l2(vectors, [1], 1e-12, "max")
    if module.kind == "Dropout":  # has an effect only in training
        return vectors
    raise ModelError(
        f"{module.folder} is a step ({module.kind}) that cannot follow a ready network",
        advice="Remove the folders openvino and onnx, to have the model converted with torch.",
    )


def _dense(vectors: Node, folder: Path) -> Node:
    settings, weights = read_object(folder / "config.json"), _weights(folder)
    activation = settings.get("activation_function") or "torch.nn.modules.activation.Tanh"
    plain = (
        settings.get("module_input_name", "sentence_embedding")
        == "sentence_embedding"
        == (settings.get("module_output_name") or "sentence_embedding")
    )
    if activation not in _ACTIVATIONS or not plain or settings.get("use_residual"):
        raise ModelError(
            f"{folder / 'config.json'} asks for what only torch can do",
            advice="Remove the folders openvino and onnx, to have the model converted with torch.",
        )
    shape = (settings.get("out_features"), settings.get("in_features"))
    weight = _tensor(weights, "linear.weight", shape, folder)
    result = ops.matmul(vectors, weight, transpose_a=False, transpose_b=True)
    if settings.get("bias", True):
        result = ops.add(result, _tensor(weights, "linear.bias", shape[:1], folder))
    return _ACTIVATIONS[activation](result)


def _layer_norm(vectors: Node, folder: Path) -> Node:
    shape = (read_object(folder / "config.json").get("dimension"),)
    weights = _weights(folder)
    scaled = ops.multiply(
        ops.mvn(vectors, [1], True, _NORM_EPSILON, "inside_sqrt"),  # noqa: FBT003 - has no name
        _tensor(weights, "norm.weight", shape, folder),
    )
    return ops.add(scaled, _tensor(weights, "norm.bias", shape, folder))


def _weights(folder: Path) -> dict[str, NDArray[Any]]:
    file = folder / "model.safetensors"
    try:
        return load_file(file)
    except (SafetensorError, OSError, TypeError, KeyError) as error:
        raise malformed(file) from error


def _tensor(
    weights: dict[str, NDArray[Any]], name: str, shape: tuple[Any, ...], folder: Path
) -> NDArray[np.float32]:
    tensor = weights.get(name)
    if tensor is None or tensor.shape != shape:
        raise malformed(folder / "model.safetensors")
    return tensor.astype(np.float32)


def _first(mask: Node) -> Node:
    """Return 1 at each row's first 1, else 0."""
    return _where_counted(mask, ops.constant(1, Type.i64))


def _last(mask: Node) -> Node:
    """Return 1 at each row's last 1, else 0."""
    return _where_counted(mask, ops.reduce_sum(mask, [1], keep_dims=True))


def _where_counted(mask: Node, number: Node) -> Node:
    reached = ops.equal(ops.cum_sum(mask, np.int64(1)), number)
    return ops.multiply(mask, ops.convert(reached, Type.i64))


def _maximum(tokens: Node, mask: Node) -> Node:
    shown = ops.greater(ops.unsqueeze(mask, [2]), np.int64(0))
    return ops.reduce_max(ops.select(shown, tokens, np.float32(_MASKED)), [1], keep_dims=False)


def _sum(tokens: Node, weights: Node) -> Node:
    """Return the weighted sum: float32 (b, t, d) and int64 (b, t) → float32 (b, d)."""
    weighted = ops.multiply(tokens, ops.convert(ops.unsqueeze(weights, [2]), Type.f32))
    return ops.reduce_sum(weighted, [1], keep_dims=False)


def _total(weights: Node) -> Node:
    """Return each row's sum of weights: float32 (b, 1), never zero."""
    total = ops.convert(ops.reduce_sum(weights, [1], keep_dims=True), Type.f32)
    return ops.maximum(total, np.float32(_TINY))
