"""A model folder is read as sentence-transformers reads it, or refused with the file's name."""

import json
from pathlib import Path
from typing import Any

import pytest

from alcove.encoder import bundled_model
from alcove.encoder.folder import read_folder
from alcove.errors import ModelError


def change(file: Path, **settings: Any) -> None:
    content = json.loads(file.read_text()) if file.exists() else {}
    file.write_text(json.dumps(content | settings))


def change_step(folder: Path, number: int, **settings: Any) -> None:
    steps = json.loads((folder / "modules.json").read_text())
    steps[number] |= settings
    (folder / "modules.json").write_text(json.dumps(steps))


def test_the_bundled_model() -> None:
    folder = read_folder(bundled_model())
    assert folder.dimension == 384
    assert folder.max_tokens == 256
    assert folder.pooling == ("mean",)
    assert folder.include_prompt
    assert (folder.query_prompt, folder.passage_prompt) == ("", "")


def test_prompts_and_the_new_names_of_pooling(bundled_copy: Path) -> None:
    pooling = {"embedding_dimension": 384, "pooling_mode": "cls", "include_prompt": False}
    (bundled_copy / "1_Pooling/config.json").write_text(json.dumps(pooling))
    prompts = {"query": "q: ", "passage": "p: ", "corpus": "c: "}
    change(bundled_copy / "config_sentence_transformers.json", prompts=prompts)
    folder = read_folder(bundled_copy)
    assert folder.pooling == ("cls",)
    assert not folder.include_prompt
    assert (folder.query_prompt, folder.passage_prompt) == ("q: ", "p: ")


def test_pooled_twice_is_twice_as_long(bundled_copy: Path) -> None:
    change(bundled_copy / "1_Pooling/config.json", pooling_mode_max_tokens=True)
    folder = read_folder(bundled_copy)
    assert folder.pooling == ("max", "mean")
    assert folder.dimension == 768


def test_a_window_that_is_not_said_is_the_smaller_one(bundled_copy: Path) -> None:
    change(bundled_copy / "sentence_bert_config.json", max_seq_length=None)
    change(bundled_copy / "tokenizer_config.json", model_max_length=10**30)
    assert read_folder(bundled_copy).max_tokens == 512


@pytest.mark.parametrize(
    "name", ["modules.json", "config.json", "1_Pooling/config.json", "model.safetensors"]
)
def test_a_missing_file_is_named(bundled_copy: Path, name: str) -> None:
    change(bundled_copy / "sentence_bert_config.json", max_seq_length=None)
    (bundled_copy / name).unlink()
    with pytest.raises(ModelError) as refusal:
        read_folder(bundled_copy)
    assert str(bundled_copy / name) in str(refusal.value)
    assert refusal.value.advice


@pytest.mark.parametrize("name", ["modules.json", "config.json", "1_Pooling/config.json"])
@pytest.mark.parametrize("content", ["", "{", "[1]", "null", '"x"', "\x00"])
def test_a_malformed_file_is_named(bundled_copy: Path, name: str, content: str) -> None:
    change(bundled_copy / "sentence_bert_config.json", max_seq_length=None)
    (bundled_copy / name).write_text(content)
    with pytest.raises(ModelError, match=name):
        read_folder(bundled_copy)


@pytest.mark.parametrize("width", [0, -1, "384", None, 3.5])
def test_a_width_that_makes_no_sense_is_refused(bundled_copy: Path, width: object) -> None:
    change(bundled_copy / "1_Pooling/config.json", word_embedding_dimension=width)
    with pytest.raises(ModelError, match="1_Pooling"):
        read_folder(bundled_copy)


@pytest.mark.parametrize(
    "kind",
    ["custom_st.Transformer", "os.system", "sentence_transformers_evil.Pooling"],
)
def test_a_step_outside_the_library_is_refused(bundled_copy: Path, kind: str) -> None:
    change_step(bundled_copy, 1, type=kind)
    with pytest.raises(ModelError, match=r"modules\.json") as refusal:
        read_folder(bundled_copy)
    assert "code" in refusal.value.advice


def test_a_router_is_refused(bundled_copy: Path) -> None:
    change_step(bundled_copy, 1, type="sentence_transformers.models.Router")
    with pytest.raises(ModelError, match="Router"):
        read_folder(bundled_copy)


@pytest.mark.parametrize("path", ["../elsewhere", "/etc", "C:/x", "..\\x"])
def test_a_step_outside_the_folder_is_refused(bundled_copy: Path, path: str) -> None:
    change_step(bundled_copy, 1, path=path)
    with pytest.raises(ModelError, match=r"modules\.json"):
        read_folder(bundled_copy)


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("config.json", {"auto_map": {"AutoModel": "modeling.Own"}}),
        ("tokenizer_config.json", {"auto_map": {"AutoTokenizer": ["own.Tokenizer", None]}}),
        ("sentence_bert_config.json", {"model_args": {"trust_remote_code": True}}),
        ("1_Pooling/config.json", {"activation_function": "os.system"}),
    ],
)
def test_code_of_its_own_is_refused(
    bundled_copy: Path, name: str, settings: dict[str, Any]
) -> None:
    change(bundled_copy / name, **settings)
    with pytest.raises(ModelError, match=name):
        read_folder(bundled_copy)


def test_an_adapter_is_refused(bundled_copy: Path) -> None:
    change(bundled_copy / "adapter_config.json", base_model_name_or_path="far/away")
    with pytest.raises(ModelError, match=r"adapter_config\.json"):
        read_folder(bundled_copy)


def test_pickled_weights_are_refused(bundled_copy: Path) -> None:
    (bundled_copy / "model.safetensors").unlink()
    (bundled_copy / "pytorch_model.bin").write_bytes(b"")
    with pytest.raises(ModelError, match=r"pytorch_model\.bin is a pickle"):
        read_folder(bundled_copy)


def test_a_model_of_another_kind_is_refused(bundled_copy: Path) -> None:
    change(bundled_copy / "config_sentence_transformers.json", model_type="SparseEncoder")
    with pytest.raises(ModelError, match="SparseEncoder"):
        read_folder(bundled_copy)
