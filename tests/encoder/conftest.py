"""Models for these tests: the bundled one, prepared once, and tiny ones built here."""

import json
import shutil
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from alcove.encoder import Encoder, PreparedModel, bundled_model, load_torch, prepare
from alcove.encoder.runtime.batches import INPUTS
from alcove.guard.environment import ask_to_stay_offline

# Not arm(): its filter would stay in force for the tests of every other package.
ask_to_stay_offline()


@pytest.fixture(scope="session")
def prepared(models: Path, tmp_path_factory: pytest.TempPathFactory) -> PreparedModel:
    """The bundled model, converted, in a folder for these tests; not to be changed."""
    own = shutil.copytree(models, tmp_path_factory.mktemp("encoder") / "models")
    return prepare(bundled_model(), own)


@pytest.fixture(scope="session")
def reference() -> Encoder:
    """sentence-transformers on the bundled model."""
    return load_torch(bundled_model(), device="cpu")


@pytest.fixture
def altered(tmp_path: Path, prepared: PreparedModel) -> Path:
    """A copy of the prepared model's folder, to be tampered with."""
    return Path(shutil.copytree(prepared.path, tmp_path / "altered"))


@pytest.fixture
def bundled_copy(tmp_path: Path) -> Path:
    """A copy of the bundled model's folder, to be changed."""
    return Path(shutil.copytree(bundled_model(), tmp_path / "copy"))


@pytest.fixture
def light_copy(tmp_path: Path) -> Path:
    """The same with empty weight files: enough for tests of settings and names alone."""
    copy = tmp_path / "copy"
    shutil.copytree(bundled_model(), copy, ignore=shutil.ignore_patterns("*.safetensors"))
    (copy / "model.safetensors").touch()
    return copy


@pytest.fixture(scope="session")
def tiny_transformer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random BERT with 32 dimensions and a window of 64 tokens, and its exports beside it."""
    folder = tmp_path_factory.mktemp("tiny")
    _save_transformer(folder / "weights")
    _save_exports(folder / "weights", folder)
    return folder


@pytest.fixture
def tiny_model(tmp_path: Path, tiny_transformer: Path) -> Callable[..., Path]:
    """Return a function that makes the folder of a model around the random BERT.

    `tiny_model(pooling, dense=0, then=(), export="", **general)`: the pooling's settings, the width
    of a dense step after it, the kinds of what follows, "onnx" or "openvino" for a network without
    the weights that it was made from, and what config_sentence_transformers.json says.
    """

    def make(
        pooling: dict[str, Any],
        *,
        dense: int = 0,
        then: Sequence[str] = (),
        export: str = "",
        **general: Any,
    ) -> Path:
        folder = tmp_path / "tiny"
        shutil.copytree(tiny_transformer / "weights", folder)
        if export:
            shutil.copytree(tiny_transformer / export, folder / export)
            (folder / "model.safetensors").unlink()
        _write(folder / "1_Pooling/config.json", pooling | {"embedding_dimension": 32})
        steps = [("", "Transformer"), ("1_Pooling", "Pooling")]
        steps += [(f"{number}_{kind}", kind) for number, kind in enumerate(then, 2)]
        if dense:
            steps.insert(2, ("9_Dense", "Dense"))
        for path, kind in steps[2:]:
            _save_step(folder / path, kind, dense or 32)
        _write(folder / "modules.json", [_step(*step) for step in steps])
        _write(folder / "config_sentence_transformers.json", general)
        return folder

    return make


def _step(path: str, kind: str) -> dict[str, str]:
    return {"name": kind, "path": path, "type": f"sentence_transformers.models.{kind}"}


def _write(file: Path, content: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content), encoding="utf-8")


def _save_transformer(folder: Path) -> None:
    import torch
    from transformers import BertConfig, BertModel

    torch.manual_seed(0)
    config = BertConfig(
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=64,
        max_position_embeddings=64,
        initializer_range=0.3,
    )
    BertModel(config).save_pretrained(folder)
    _write(folder / "sentence_bert_config.json", {"max_seq_length": 64})
    for name in ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt"):
        shutil.copy(bundled_model() / name, folder)


def _save_exports(source: Path, target: Path) -> None:
    """Export as ONNX, and from that as OpenVINO IR: tokens and mask in, token vectors out."""
    import openvino as ov
    import torch
    from torch.onnx._internal.torchscript_exporter import onnx_proto_utils
    from transformers import BertModel

    class Network(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.bert = BertModel.from_pretrained(source)  # without dropout

        def forward(self, *inputs: torch.Tensor) -> torch.Tensor:
            tokens: torch.Tensor = self.bert(**dict(zip(INPUTS, inputs, strict=True)))[0]
            return tokens

    ids = torch.ones(2, 8, dtype=torch.int64)
    file = target / "onnx/model.onnx"
    file.parent.mkdir()
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of torch, that there is a newer exporter
        # Needs the package onnx, for custom functions alone: there are none.
        patch.setattr(onnx_proto_utils, "_add_onnxscript_fn", lambda made, _: made)
        torch.onnx.export(
            Network(),
            (ids, ids, torch.zeros_like(ids)),
            file,
            input_names=list(INPUTS),
            output_names=["last_hidden_state"],
            dynamic_axes={name: {0: "b", 1: "t"} for name in (*INPUTS, "last_hidden_state")},
            dynamo=False,
        )
    (target / "openvino").mkdir()
    ov.save_model(ov.Core().read_model(file), target / "openvino/openvino_model.xml")


def _save_step(folder: Path, kind: str, width: int) -> None:
    import torch
    from sentence_transformers.base.modules import Dense, Normalize
    from sentence_transformers.sentence_transformer.modules import LayerNorm

    folder.mkdir()
    if kind == "Dense":
        Dense(in_features=32, out_features=width).save(str(folder))
    elif kind == "LayerNorm":
        norm = LayerNorm(width)
        torch.nn.init.normal_(norm.norm.weight)
        torch.nn.init.normal_(norm.norm.bias)
        norm.save(str(folder))
    elif kind == "Normalize":
        Normalize().save(str(folder))
