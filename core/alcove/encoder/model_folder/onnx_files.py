"""List the external weight files of an ONNX network, from its bytes alone.

ONNX is a protocol buffer. This walks the few messages that can lead to a tensor, so that the
external files are known before the package onnx or a runtime opens any of them.
"""

import mmap
from collections.abc import Iterator
from pathlib import Path

from alcove.encoder.model_folder.json_files import malformed

# Message → number of a field → message in it; from onnx/onnx.proto3 of ONNX 1.19.
_LEADS_TO = {
    "Model": {7: "Graph", 20: "Training", 25: "Function"},
    "Training": {1: "Graph", 2: "Graph"},
    "Function": {7: "Node", 11: "Attribute"},
    "Graph": {1: "Node", 5: "Tensor", 15: "Sparse"},
    "Node": {5: "Attribute"},
    "Attribute": {5: "Tensor", 6: "Graph", 10: "Tensor", 11: "Graph", 22: "Sparse", 23: "Sparse"},
    "Sparse": {1: "Tensor", 2: "Tensor"},
    "Tensor": {13: "Entry"},
}
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_FIXED = {_FIXED64: 8, _FIXED32: 4}  # bytes
_LONGEST_VARINT = 70  # bits


def external_files(network: Path) -> frozenset[str]:
    """Return the `location` of each external tensor in an ONNX file, unvalidated.

    Raises:
        ModelError: the file is not ONNX.
    """
    try:
        with (
            network.open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped,
            memoryview(mapped) as whole,
        ):
            return frozenset(_locations(whole))
    except (ValueError, IndexError) as error:  # an empty file cannot be mapped
        raise malformed(network) from error


def _locations(whole: memoryview) -> Iterator[str]:
    stack = [("Model", 0, len(whole))]
    while stack:
        message, start, end = stack.pop()
        if message == "Entry":
            fields = {number: bytes(whole[a:b]) for number, a, b in _fields(whole, start, end)}
            if fields.get(1) == b"location":
                yield fields.get(2, b"").decode("utf-8")
            continue
        inner = _LEADS_TO[message]
        stack += [(inner[n], a, b) for n, a, b in _fields(whole, start, end) if n in inner]


def _fields(whole: memoryview, at: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield (number, start, end) of each length-delimited field.

    Raises:
        ValueError: the fields do not end at `end`, or a wire type is unknown.
    """
    while at < end:
        tag, at = _varint(whole, at)
        number, kind = tag >> 3, tag & 7
        if kind == _VARINT:
            _, at = _varint(whole, at)
        elif kind == _BYTES:
            length, start = _varint(whole, at)
            at = start + length
            if at <= end:
                yield number, start, at
        elif kind in _FIXED:
            at += _FIXED[kind]
        else:
            raise ValueError(kind)
    if at != end:
        raise ValueError(at)


def _varint(whole: memoryview, at: int) -> tuple[int, int]:
    """Return the number at `at`, seven bits a byte, and the offset behind it.

    Raises:
        ValueError: the number is too long.
    """
    value = shift = 0
    while shift < _LONGEST_VARINT:
        byte = whole[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:  # a set highest bit means that more bytes follow
            return value, at
    raise ValueError(at)
