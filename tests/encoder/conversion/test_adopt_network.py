"""An exported network of a model folder is run without torch, or refused with the reason."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import openvino as ov
import pytest
from openvino import opset13 as ops

from alcove.encoder import Encoder, import_model, load
from alcove.encoder.conversion.convert import convert_here
from alcove.errors import ModelError

WIDTH = 32
TABLE = np.random.default_rng(0).normal(size=(30522, WIDTH)).astype(np.float32)

Model = Callable[..., Path]


def embedded(ids: ov.Node, table: np.ndarray = TABLE) -> ov.Node:
    """Return the simplest network: a vector for each token."""
    return ops.gather(table, ids, np.int64(0))


def save_network(
    folder: Path,
    build: Callable[[ov.Node, ov.Node], ov.Node],
    *,
    inputs: tuple[str, str] = ("input_ids", "attention_mask"),
    output: str = "last_hidden_state",
    kind: ov.Type = ov.Type.i64,
) -> None:
    parameters = [ops.parameter([-1, -1], kind, name) for name in inputs]
    for parameter, name in zip(parameters, inputs, strict=True):
        parameter.output(0).get_tensor().set_names({name})
    result = ops.result(build(*parameters))
    result.output(0).get_tensor().set_names({output})
    network = ov.Model([result], parameters, "test")
    ov.save_model(network, folder / "openvino/openvino_model.xml", compress_to_fp16=False)


def converted(source: Path, tmp_path: Path) -> Encoder:
    made = tmp_path / "made"
    made.mkdir()
    convert_here(source, made, "tiny")
    return load(made, "f32")


@pytest.fixture
def mean_model(tiny_model: Model) -> Path:
    return tiny_model({"pooling_mode": "mean"}, export="openvino")


def test_tokens_are_pooled(mean_model: Path, tmp_path: Path) -> None:
    save_network(mean_model, lambda ids, _: embedded(ids))
    encoder = converted(mean_model, tmp_path)
    ids = [101, 4743, 102]  # [CLS] bird [SEP]
    expected = TABLE[ids].mean(axis=0)
    found = encoder.encode_passages(["bird"])[0]
    assert found @ (expected / np.linalg.norm(expected)) > 0.999


def test_inputs_may_be_of_32_bits(mean_model: Path, tmp_path: Path) -> None:
    save_network(mean_model, lambda ids, _: embedded(ids), kind=ov.Type.i32)
    assert converted(mean_model, tmp_path).encode_query("bird").shape == (WIDTH,)


def test_ready_vectors_are_taken_as_they_are(mean_model: Path, tmp_path: Path) -> None:
    def last_token(ids: ov.Node, mask: ov.Node) -> ov.Node:
        at = ops.subtract(ops.reduce_sum(mask, [1], keep_dims=True), np.int64(2))
        return ops.squeeze(ops.gather(embedded(ids), at, np.int64(1), 1), [1])

    save_network(mean_model, last_token, output="sentence_embedding")
    found = converted(mean_model, tmp_path).encode_passages(["a bird"])[0]
    assert found @ (TABLE[4743] / np.linalg.norm(TABLE[4743])) > 0.999


REFUSED: dict[str, tuple[Callable[[ov.Node, ov.Node], ov.Node], str]] = {
    "other width": (lambda ids, _: embedded(ids, TABLE[:, :16]), r"openvino_model\.xml .* 16"),
    "no number": (lambda ids, _: embedded(ids, TABLE * np.float32(np.nan)), "not finite"),
    "zeros": (lambda ids, _: embedded(ids, TABLE * 0), "zero"),
    "all the same": (lambda ids, _: embedded(ids, TABLE * 0 + 1), "different texts"),
    "too long": (lambda ids, _: ops.add(embedded(ids), TABLE[None, :40]), "cannot be run"),
    "padding is seen": (
        lambda ids, _: ops.add(embedded(ids), ops.reduce_mean(embedded(ids), [1], keep_dims=True)),
        "among others",
    ),
    "chance": (
        lambda ids, _: ops.add(
            embedded(ids),
            ops.random_uniform([WIDTH], np.float32(0), np.float32(9), "f32"),
        ),
        "one text different vectors",
    ),
    "text, no tokens": (
        lambda ids, _: ops.reduce_mean(embedded(ids), [1], keep_dims=False),
        "neither token embeddings",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_an_unsuitable_network_is_refused(mean_model: Path, tmp_path: Path, case: str) -> None:
    build, message = REFUSED[case]
    save_network(mean_model, build)
    with pytest.raises(ModelError, match=message):
        converted(mean_model, tmp_path)


@pytest.mark.parametrize("inputs", [("input_ids", "pixel_values"), ("ids", "attention_mask")])
def test_inputs_that_are_not_text_are_refused(
    mean_model: Path, tmp_path: Path, inputs: tuple[str, str]
) -> None:
    save_network(mean_model, lambda ids, _: embedded(ids), inputs=inputs)
    with pytest.raises(ModelError, match=r"openvino_model\.xml does not take"):
        converted(mean_model, tmp_path)


@pytest.mark.parametrize("output", ["pooler_output", "logits"])
def test_an_output_of_another_meaning_is_refused(
    mean_model: Path, tmp_path: Path, output: str
) -> None:
    save_network(mean_model, lambda ids, _: embedded(ids), output=output)
    with pytest.raises(ModelError, match=r"openvino_model\.xml gives neither"):
        converted(mean_model, tmp_path)


@pytest.mark.parametrize("name", ["openvino/openvino_model.xml", "openvino/openvino_model.bin"])
def test_a_network_that_cannot_be_read_is_named(
    mean_model: Path, tmp_path: Path, name: str
) -> None:
    (mean_model / name).write_bytes(b"\x08\x01 nothing of the kind")
    with pytest.raises(ModelError, match=r"openvino_model\.xml cannot be read"):
        converted(mean_model, tmp_path)


def test_a_dense_step_that_does_not_fit_is_named(tiny_model: Model, tmp_path: Path) -> None:
    source = tiny_model({"pooling_mode": "mean"}, dense=24, export="openvino")
    config = source / "9_Dense/config.json"
    config.write_text(config.read_text().replace('"in_features": 32', '"in_features": 48'))
    with pytest.raises(ModelError, match=r"9_Dense/model\.safetensors"):
        converted(source, tmp_path)


def test_a_step_that_needs_torch_is_refused_with_advice(tiny_model: Model, tmp_path: Path) -> None:
    source = tiny_model({"pooling_mode": "mean"}, dense=24, export="openvino")
    config = source / "9_Dense/config.json"
    config.write_text(config.read_text().replace("activation.Tanh", "activation.PReLU"))
    with pytest.raises(ModelError, match=r"9_Dense/config\.json") as refusal:
        converted(source, tmp_path)
    assert "torch" in refusal.value.advice


def test_a_child_that_dies_refuses_the_model(
    mean_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(ModelError, match="ended with 1"):
        import_model(mean_model, tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == []


WITHOUT_TORCH = """
import sys
from pathlib import Path
for name in ("torch", "transformers", "sentence_transformers", "onnx", "onnxruntime"):
    sys.modules[name] = None
from alcove.encoder import load
from alcove.encoder.conversion.convert import convert_here
convert_here(Path(sys.argv[1]), Path(sys.argv[2]), "tiny")
assert load(Path(sys.argv[2])).encode_query("bird").shape == (24,)
"""


@pytest.mark.parametrize("export", ["onnx", "openvino"])
def test_torch_is_not_needed(tiny_model: Model, tmp_path: Path, export: str) -> None:
    source = tiny_model({"pooling_mode": "mean"}, dense=24, export=export)
    (tmp_path / "made").mkdir()
    command = [sys.executable, "-c", WITHOUT_TORCH, str(source), str(tmp_path / "made")]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
