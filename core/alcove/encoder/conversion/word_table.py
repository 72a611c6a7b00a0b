"""The table of token vectors, half of a small model's weights, in one byte a number instead of two.

Each row has a scale of its own: its largest number stands for 127. For the bundled model, vectors
of passages keep a mean cosine of 0.99998 with the original's, as much as bfloat16 arithmetic alone
leaves, and 11.7 MB are saved on the disk.
"""

from pathlib import Path

import numpy as np
import openvino as ov
from numpy.typing import NDArray
from openvino import opset13 as ops

_MANY = 1000  # rows; tables of positions or segments are not worth it
_LARGEST = 127


def save_with_small_table(network: Path, file: Path) -> None:
    """Write a network again, with the tables that tokens are looked up in as int8.

    Args:
        network: the IR's `.xml`, with its `.bin` beside it; weights in f32 or f16.
        file: another `.xml`.
    """
    read = ov.Core().read_model(network)
    for step in read.get_ordered_ops():
        table = _table(step)
        if table is not None:
            step.input(0).replace_source_output(_in_bytes(table).output(0))
    ov.save_model(read, file, compress_to_fp16=False)


def _table(step: ov.Node) -> NDArray[np.float32] | None:
    """The rows that a step picks from, float (n, d); None where it does something else."""
    if step.get_type_name() != "Gather":
        return None
    given = step.input_value(0).get_node()
    if given.get_type_name() == "Convert":
        given = given.input_value(0).get_node()
    if given.get_type_name() != "Constant" or not given.get_element_type().is_real():
        return None
    shape = tuple(given.get_output_shape(0))
    return given.data.astype(np.float32) if len(shape) == 2 and shape[0] >= _MANY else None


def _in_bytes(table: NDArray[np.float32]) -> ov.Node:
    scale = np.abs(table).max(axis=1, keepdims=True) / _LARGEST
    scale[scale == 0] = 1
    stored = ops.constant(np.rint(table / scale).astype(np.int8))
    return ops.multiply(ops.convert(stored, ov.Type.f32), ops.constant(scale))
