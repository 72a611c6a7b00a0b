"""Models for these tests: the bundled one, prepared once, and tiny ones made on the spot."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from alcove.encoder import Encoder, PreparedModel, bundled_model, load_torch, prepare
from alcove.guard.environment import ask_to_stay_offline, silence_telemetry

# Not arm(): its filter would stay in force for the tests of every other package.
ask_to_stay_offline()
silence_telemetry()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> PreparedModel:
    """The bundled model, converted; not to be changed."""
    return prepare(bundled_model(), tmp_path_factory.mktemp("models"))


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
    """A copy of the bundled model's folder, to be changed; its weights are a link."""
    source, copy = bundled_model(), tmp_path / "copy"
    shutil.copytree(source, copy, ignore=shutil.ignore_patterns("*.safetensors"))
    (copy / "model.safetensors").symlink_to(source / "model.safetensors")
    return copy


@pytest.fixture
def tiny_model(tmp_path: Path) -> Callable[..., Path]:
    """Makes the folder of a random BERT with 32 dimensions and a window of 64 tokens.

    `tiny_model(pooling, dense=0, **general)`: the pooling's settings, the width of a dense step
    after it, and what config_sentence_transformers.json says.
    """

    def make(pooling: dict[str, Any], *, dense: int = 0, **general: Any) -> Path:
        folder = tmp_path / "tiny"
        _save_transformer(folder)
        steps = [("", "Transformer"), ("1_Pooling", "Pooling")]
        _write(folder / "1_Pooling/config.json", pooling | {"embedding_dimension": 32})
        if dense:
            _save_dense(folder / "2_Dense", dense)
            steps.append(("2_Dense", "Dense"))
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


def _save_dense(folder: Path, width: int) -> None:
    from sentence_transformers.base.modules import Dense

    folder.mkdir()
    Dense(in_features=32, out_features=width).save(str(folder))
