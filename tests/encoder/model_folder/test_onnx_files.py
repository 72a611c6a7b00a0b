"""The files that an ONNX network takes its weights from are known before it is opened."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from alcove.encoder import load
from alcove.encoder.conversion.convert import convert_here
from alcove.encoder.model_folder.exports import find_export
from alcove.encoder.model_folder.onnx_files import external_files
from alcove.errors import ModelError


def message(number: int, *content: bytes) -> bytes:
    """Return a length-delimited field, as protocol buffers write it."""
    payload = b"".join(content)
    return varint(number << 3 | 2) + varint(len(payload)) + payload


def varint(value: int) -> bytes:
    head = bytearray()
    while value > 0x7F:
        head.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*head, value])


def tensor_elsewhere(location: str) -> bytes:
    """Return the content of a tensor: two dimensions, a type, and where its numbers are."""
    entry = message(13, message(1, b"location"), message(2, location.encode()))
    return b"\x08\x02\x08\x20\x10\x01" + entry + b"\x70\x01"


HIDING_PLACES = {
    "initializer": message(7, message(5, tensor_elsewhere("w"))),
    "sparse initializer": message(7, message(15, message(1, tensor_elsewhere("w")))),
    "constant": message(7, message(1, message(5, message(5, tensor_elsewhere("w"))))),
    "list of tensors": message(7, message(1, message(5, message(10, tensor_elsewhere("w"))))),
    "branch": message(7, message(1, message(5, message(6, message(5, tensor_elsewhere("w")))))),
    "function": message(25, message(7, message(5, message(5, tensor_elsewhere("w"))))),
    "training": message(20, message(1, message(5, tensor_elsewhere("w")))),
}


@pytest.mark.parametrize("place", HIDING_PLACES)
def test_weights_elsewhere_are_found(tmp_path: Path, place: str) -> None:
    file = tmp_path / "model.onnx"
    file.write_bytes(b"\x08\x08" + HIDING_PLACES[place])
    assert external_files(file) == {"w"}


def test_a_network_that_is_one_file_needs_no_other(tiny_transformer: Path) -> None:
    assert external_files(tiny_transformer / "onnx/model.onnx") == set()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"junk, and more of it",
        b"\x3a\x7f",
        b"\x3a" + b"\xff" * 20,
        b"\x08",
        b"\x3a\x02\x2a\x7f",
    ],
)
def test_a_file_that_is_not_onnx_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "model.onnx"
    file.write_bytes(content)
    with pytest.raises(ModelError, match=r"model\.onnx"):
        external_files(file)


def test_a_deep_network_is_walked_to_its_end(tmp_path: Path) -> None:
    inside = message(5, tensor_elsewhere("w"))
    for _ in range(2000):
        inside = message(1, message(5, message(6, inside)))
    (tmp_path / "model.onnx").write_bytes(message(7, inside))
    assert external_files(tmp_path / "model.onnx") == {"w"}


def gather_network(location: str) -> bytes:
    """Return an ONNX network that looks each token's 32 numbers up in a table of another file."""
    entry = message(13, message(1, b"location"), message(2, location.encode()))
    dims = b"\x08" + varint(30522) + b"\x08\x20"
    table = message(5, dims, b"\x10\x01", message(8, b"table"), entry, b"\x70\x01")
    names = message(1, b"table"), message(1, b"input_ids"), message(2, b"last_hidden_state")
    node = message(1, *names, message(4, b"Gather"))
    inputs = [message(11, value(name, b"\x08\x07", b"bt")) for name in (b"input_ids", MASK)]
    output = message(12, value(b"last_hidden_state", b"\x08\x01", b"bth"))
    graph = message(7, node, message(2, b"graph"), table, *inputs, output)
    return b"\x08\x08" + graph + message(8, b"\x10\x11")


MASK = b"attention_mask"


def value(name: bytes, kind: bytes, axes: bytes) -> bytes:
    """Return the content of a ValueInfo: a tensor whose axes have any length."""
    shape = message(2, *(message(1, message(2, bytes([axis]))) for axis in axes))
    return message(1, name) + message(2, message(1, kind, shape))


def test_weights_in_another_file_are_used_and_copied(
    tiny_model: Callable[..., Path], tmp_path: Path
) -> None:
    table = np.random.default_rng(0).normal(size=(30522, 32)).astype(np.float32)
    source, made = tiny_model({"pooling_mode": "mean"}, export="onnx"), tmp_path / "made"
    (source / "onnx/model.onnx").write_bytes(gather_network("model.onnx_data"))
    table.tofile(source / "onnx/model.onnx_data")
    made.mkdir()
    convert_here(source, made, "tiny")
    (source / "onnx/model.onnx_data").unlink()
    encoder = load(made, "f32")
    expected = table[[101, 4743, 102]].mean(axis=0)  # [CLS] bird [SEP]
    assert encoder.encode_query("bird") @ (expected / np.linalg.norm(expected)) > 0.999


@pytest.mark.parametrize("location", ["../secret", "/etc/passwd", "a/b", "..\\x", ".", "", "c:\\x"])
def test_weights_from_elsewhere_are_refused(tmp_path: Path, location: str) -> None:
    (tmp_path / "onnx").mkdir()
    (tmp_path / "secret").write_bytes(bytes(30522 * 32 * 4))
    (tmp_path / "onnx/model.onnx").write_bytes(gather_network(location))
    with pytest.raises(ModelError, match=r"model\.onnx takes its weights from elsewhere"):
        find_export(tmp_path)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    (tmp_path / "onnx").mkdir()
    (tmp_path / "onnx/model.onnx").write_bytes(gather_network("model.onnx_data"))
    with pytest.raises(ModelError, match=r"model\.onnx_data is missing"):
        find_export(tmp_path)
