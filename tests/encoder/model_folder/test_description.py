"""A model folder is read as sentence-transformers reads it, or refused with the file's name."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from alcove.encoder import bundled_model
from alcove.encoder.model_folder.description import read_folder
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


def test_prompts_and_the_new_names_of_pooling(light_copy: Path) -> None:
    pooling = {"embedding_dimension": 384, "pooling_mode": "cls", "include_prompt": False}
    (light_copy / "1_Pooling/config.json").write_text(json.dumps(pooling))
    prompts = {"query": "q: ", "passage": "p: ", "corpus": "c: "}
    change(light_copy / "config_sentence_transformers.json", prompts=prompts)
    folder = read_folder(light_copy)
    assert folder.pooling == ("cls",)
    assert not folder.include_prompt
    assert (folder.query_prompt, folder.passage_prompt) == ("q: ", "p: ")


def test_two_pooling_modes_double_the_dimension(light_copy: Path) -> None:
    change(light_copy / "1_Pooling/config.json", pooling_mode_max_tokens=True)
    folder = read_folder(light_copy)
    assert folder.pooling == ("max", "mean")
    assert folder.dimension == 768


def test_an_unstated_window_is_the_smaller_one(light_copy: Path) -> None:
    change(light_copy / "sentence_bert_config.json", max_seq_length=None)
    change(light_copy / "tokenizer_config.json", model_max_length=10**30)
    assert read_folder(light_copy).max_tokens == 512


@pytest.mark.parametrize(
    "name",
    ["modules.json", "config.json", "1_Pooling/config.json", "model.safetensors", "tokenizer.json"],
)
def test_a_missing_file_is_named(light_copy: Path, name: str) -> None:
    change(light_copy / "sentence_bert_config.json", max_seq_length=None)
    (light_copy / name).unlink()
    with pytest.raises(ModelError) as refusal:
        read_folder(light_copy)
    assert str(light_copy / name) in str(refusal.value)
    assert refusal.value.advice


@pytest.mark.parametrize("name", ["modules.json", "config.json", "1_Pooling/config.json"])
@pytest.mark.parametrize("content", ["", "{", "[1]", "null", '"x"', "\x00"])
def test_a_malformed_file_is_named(light_copy: Path, name: str, content: str) -> None:
    change(light_copy / "sentence_bert_config.json", max_seq_length=None)
    (light_copy / name).write_text(content)
    with pytest.raises(ModelError, match=name):
        read_folder(light_copy)


@pytest.mark.parametrize("width", [0, -1, "384", None, 3.5])
def test_an_invalid_width_is_refused(light_copy: Path, width: object) -> None:
    change(light_copy / "1_Pooling/config.json", word_embedding_dimension=width)
    with pytest.raises(ModelError, match="1_Pooling"):
        read_folder(light_copy)


@pytest.mark.parametrize(
    "kind",
    ["custom_st.Transformer", "os.system", "sentence_transformers_evil.Pooling"],
)
def test_a_step_outside_the_library_is_refused(light_copy: Path, kind: str) -> None:
    change_step(light_copy, 1, type=kind)
    with pytest.raises(ModelError, match=r"modules\.json") as refusal:
        read_folder(light_copy)
    assert "code" in refusal.value.advice


def test_a_router_is_refused(light_copy: Path) -> None:
    change_step(light_copy, 1, type="sentence_transformers.models.Router")
    with pytest.raises(ModelError, match="Router"):
        read_folder(light_copy)


@pytest.mark.parametrize("path", ["../elsewhere", "/etc", "C:/x", "..\\x"])
def test_a_step_outside_the_folder_is_refused(light_copy: Path, path: str) -> None:
    change_step(light_copy, 1, path=path)
    with pytest.raises(ModelError, match=r"modules\.json"):
        read_folder(light_copy)


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("config.json", {"auto_map": {"AutoModel": "modeling.Own"}}),
        ("tokenizer_config.json", {"auto_map": {"AutoTokenizer": ["own.Tokenizer", None]}}),
        ("sentence_bert_config.json", {"model_args": {"trust_remote_code": True}}),
        ("1_Pooling/config.json", {"activation_function": "os.system"}),
    ],
)
def test_code_of_its_own_is_refused(light_copy: Path, name: str, settings: dict[str, Any]) -> None:
    change(light_copy / name, **settings)
    with pytest.raises(ModelError, match=name):
        read_folder(light_copy)


def test_an_adapter_is_refused(light_copy: Path) -> None:
    change(light_copy / "adapter_config.json", base_model_name_or_path="far/away")
    with pytest.raises(ModelError, match=r"adapter_config\.json"):
        read_folder(light_copy)


def test_pickled_weights_are_refused(light_copy: Path) -> None:
    (light_copy / "model.safetensors").unlink()
    (light_copy / "pytorch_model.bin").write_bytes(b"")
    with pytest.raises(ModelError, match=r"pytorch_model\.bin is a pickle"):
        read_folder(light_copy)


def test_a_model_of_another_kind_is_refused(light_copy: Path) -> None:
    change(light_copy / "config_sentence_transformers.json", model_type="SparseEncoder")
    with pytest.raises(ModelError, match="SparseEncoder"):
        read_folder(light_copy)


@pytest.mark.parametrize(
    "kind", ["sparse_encoder.models.SpladePooling", "sparse_encoder.models.MLMTransformer"]
)
def test_a_sparse_encoder_is_refused(light_copy: Path, kind: str) -> None:
    change_step(light_copy, 1, type=f"sentence_transformers.{kind}")
    with pytest.raises(ModelError, match=r"modules\.json asks for"):
        read_folder(light_copy)


def test_a_cross_encoder_is_refused(light_copy: Path) -> None:
    change(light_copy / "config_sentence_transformers.json", model_type="CrossEncoder")
    with pytest.raises(ModelError, match="CrossEncoder"):
        read_folder(light_copy)


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("config_sentence_transformers.json", {"prompts": ["query"]}),
        ("config_sentence_transformers.json", {"prompts": {"query": {"a": 1}}}),
        ("config_sentence_transformers.json", {"truncate_dim": -1}),
        ("config_sentence_transformers.json", {"truncate_dim": "64"}),
        ("config_sentence_transformers.json", {"truncate_dim": True}),
        ("1_Pooling/config.json", {"pooling_mode": "median"}),
        ("1_Pooling/config.json", {"pooling_mode": 5}),
        ("1_Pooling/config.json", {"pooling_mode": ["mean", {}]}),
        ("sentence_bert_config.json", {"max_seq_length": 0}),
    ],
)
def test_malformed_settings_are_refused(
    light_copy: Path, name: str, settings: dict[str, Any]
) -> None:
    change(light_copy / name, **settings)
    with pytest.raises(ModelError, match=name):
        read_folder(light_copy)


def test_a_vector_is_never_truncated_to_more_than_it_has(light_copy: Path) -> None:
    change(light_copy / "config_sentence_transformers.json", truncate_dim=1000)
    assert read_folder(light_copy).dimension == 384


def test_an_infinite_window_is_ignored(light_copy: Path) -> None:
    change(light_copy / "sentence_bert_config.json", max_seq_length=None)
    change(light_copy / "tokenizer_config.json", model_max_length=float("inf"))
    assert read_folder(light_copy).max_tokens == 512


@pytest.mark.parametrize("content", ["[" * 1_000_000, " " * 16_000_001, "1" * 5000])
def test_malicious_json_is_refused(light_copy: Path, content: str) -> None:
    (light_copy / "config.json").write_text(content)
    with pytest.raises(ModelError, match=r"config\.json"):
        read_folder(light_copy)


def test_foreign_code_is_found_at_any_depth(light_copy: Path) -> None:
    deep = '{"a":' * 900 + '{"auto_map": {"AutoModel": "own.Model"}}' + "}" * 900
    (light_copy / "config.json").write_text(deep)
    with pytest.raises(ModelError, match=r"config\.json asks for the model's own code"):
        read_folder(light_copy)


@pytest.mark.parametrize(
    "name", ["model.safetensors", "tokenizer.json", "1_Pooling/config.json", "onnx/model.onnx"]
)
def test_a_link_out_of_the_folder_is_refused(light_copy: Path, tmp_path: Path, name: str) -> None:
    (light_copy / "onnx").mkdir()
    (light_copy / "onnx/model.onnx").write_bytes(b"\x08\x08")
    (light_copy / name).rename(tmp_path / "outside")
    (light_copy / name).symlink_to(tmp_path / "outside")
    with pytest.raises(ModelError, match=f"{name} leads out"):
        read_folder(light_copy)


def test_a_step_in_a_folder_elsewhere_is_refused(light_copy: Path, tmp_path: Path) -> None:
    (light_copy / "1_Pooling").rename(tmp_path / "outside")
    (light_copy / "1_Pooling").symlink_to(tmp_path / "outside")
    with pytest.raises(ModelError, match="1_Pooling leads out"):
        read_folder(light_copy)


def test_a_link_within_the_folder_is_fine(light_copy: Path) -> None:
    (light_copy / "vocab.txt").rename(light_copy / "words")
    (light_copy / "vocab.txt").symlink_to("words")
    assert read_folder(light_copy).dimension == 384


def test_a_broken_link_is_named(light_copy: Path) -> None:
    (light_copy / "extra.json").symlink_to("nowhere")
    with pytest.raises(ModelError, match=r"extra\.json cannot be read"):
        read_folder(light_copy)


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are no files there")
@pytest.mark.parametrize("name", ["modules.json", "config.json", "vocab.txt"])
def test_a_pipe_is_refused_and_not_waited_for(light_copy: Path, name: str) -> None:
    (light_copy / name).unlink()
    os.mkfifo(light_copy / name)
    with pytest.raises(ModelError, match=name):
        read_folder(light_copy)


@pytest.mark.parametrize("part", ["../outside.safetensors", "part.bin", "/etc/x.safetensors"])
def test_parts_of_the_weights_lie_beside_their_list(light_copy: Path, part: str) -> None:
    (light_copy / "model.safetensors").unlink()
    change(light_copy / "model.safetensors.index.json", weight_map={"a": part})
    with pytest.raises(ModelError, match=r"index\.json"):
        read_folder(light_copy)
