"""The compiled network is cached, and a cache for anything else is never used."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from alcove.encoder import load
from alcove.encoder.runtime import openvino_compile
from alcove.encoder.runtime.openvino_bindings import ov

QUESTION = "when does the boat sail"


@pytest.fixture
def folder(altered: Path) -> Path:
    """A prepared model without a cached network."""
    cache_file(altered).unlink(missing_ok=True)
    return altered


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The networks that were compiled."""
    told: list[Path] = []
    compile_ = openvino_compile._compile

    def note(network: Path, settings: dict[str, Any]) -> ov.CompiledModel:
        told.append(network)
        return compile_(network, settings)

    monkeypatch.setattr(openvino_compile, "_compile", note)
    return told


def cache_file(folder: Path) -> Path:
    return folder / "compiled-for-queries"


def ask(folder: Path) -> NDArray[np.float32]:
    return load(folder).encode_query(QUESTION)


def test_a_model_is_compiled_once(folder: Path, compiled: list[Path]) -> None:
    first = ask(folder)
    assert compiled == [folder / "model.xml"]
    assert cache_file(folder).stat().st_size < 1_000_000  # no weights
    assert np.array_equal(ask(folder), first)
    assert len(compiled) == 1


@pytest.mark.parametrize(
    "harm",
    [
        lambda whole: whole[:0],
        lambda whole: whole[:20],
        lambda whole: whole[:-1],
        lambda whole: whole[:50_000] + bytes([whole[50_000] ^ 1]) + whole[50_001:],
        lambda whole: whole + b"\0",
    ],
    ids=["empty", "no seal", "cut off", "a bit", "longer"],
)
def test_a_damaged_cache_is_made_again(
    folder: Path, compiled: list[Path], harm: Callable[[bytes], bytes]
) -> None:
    first = ask(folder)
    cache_file(folder).write_bytes(harm(cache_file(folder).read_bytes()))
    assert np.array_equal(ask(folder), first)
    assert len(compiled) == 2
    ask(folder)
    assert len(compiled) == 2


def test_a_cache_of_another_openvino_is_made_again(
    folder: Path, compiled: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ask(folder)

    def refuse(*_: object) -> None:
        raise RuntimeError("[CPU] the blob was made by another version")

    monkeypatch.setattr(ov.Core, "import_model", refuse)
    assert np.array_equal(ask(folder), first)
    assert len(compiled) == 2


def test_other_weights_are_compiled(folder: Path, compiled: list[Path]) -> None:
    first = ask(folder)
    weights, recipe = folder / "model.bin", folder / "prepared.json"
    content = bytearray(weights.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 100_000] = bytes(100_000)
    weights.write_bytes(content)
    record = json.loads(recipe.read_text())
    record["files"]["model.bin"] = hashlib.sha256(content).hexdigest()
    recipe.write_text(json.dumps(record))
    assert not np.allclose(ask(folder), first, atol=1e-4)
    assert len(compiled) == 2


def test_an_unwritable_cache_still_answers(folder: Path, compiled: list[Path]) -> None:
    cache_file(folder).with_suffix(".new").mkdir()
    assert np.array_equal(ask(folder), ask(folder))
    assert len(compiled) == 2
    assert not cache_file(folder).exists()
