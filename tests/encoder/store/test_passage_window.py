"""The window by which passages are split for a model, and the key that identifies it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from alcove.encoder import (
    PreparedModel,
    bundled_model,
    import_model,
    passage_window,
    split_key,
)
from alcove.encoder.model_folder.description import read_folder
from alcove.encoder.model_folder.fingerprint import manifest_of
from alcove.errors import ModelError

TOKENIZER = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"


def key_of(folder: Path, **settings: object) -> str:
    """Return the key of a copy of the bundled model with other settings."""
    for name, value in settings.items():
        file = folder / f"{name}.json"
        said = json.loads(file.read_text()) if file.exists() else {}
        assert isinstance(value, dict)
        file.write_text(json.dumps(said | value))
    return passage_window(folder).key


def with_prompt(prompt: str) -> dict[str, dict[str, str]]:
    return {"prompts": {"passage": prompt, "query": "find: "}}


def test_the_bundled_model_before_and_after_it_is_prepared(prepared: PreparedModel) -> None:
    source, ready = passage_window(bundled_model()), passage_window(prepared.path)
    assert source.key == ready.key == split_key(prepared.manifest) == f"{TOKENIZER}/256"
    assert source.max_tokens == ready.max_tokens == 256
    text = "naïve café, 日本語\n[SEP] and https://example.org"
    assert source.tokenizer.token_spans([text]) == ready.tokenizer.token_spans([text])


def test_another_pooling_splits_alike(light_copy: Path) -> None:
    before = manifest_of(read_folder(light_copy), "x")
    pooling = light_copy / "1_Pooling/config.json"
    pooling.write_text('{"pooling_mode": "max", "embedding_dimension": 384}')
    after = manifest_of(read_folder(light_copy), "x")
    assert split_key(before) == split_key(after) == f"{TOKENIZER}/256"
    assert before.model_id != after.model_id


def test_prompts_of_one_length_split_alike_and_others_do_not(light_copy: Path) -> None:
    keys = [
        key_of(light_copy, config_sentence_transformers=with_prompt(prompt))
        for prompt in ("", "text: ", "note: ", "a long text: ")
    ]
    rooms = [f"{TOKENIZER}/{room}" for room in (256, 254, 254, 252)]
    assert keys == rooms


def test_another_window_splits_differently(light_copy: Path) -> None:
    key = key_of(light_copy, sentence_bert_config={"max_seq_length": 128})
    assert key == f"{TOKENIZER}/128"


def test_another_tokenizer_splits_differently(light_copy: Path) -> None:
    lower = key_of(light_copy, sentence_bert_config={"do_lower_case": True})
    assert lower == f"{TOKENIZER}-lower/256"
    with (light_copy / "tokenizer.json").open("a") as file:
        file.write(" ")
    assert key_of(light_copy, sentence_bert_config={"do_lower_case": False}) != lower


def test_an_imported_model_keeps_its_key(tiny_model: Callable[..., Path], tmp_path: Path) -> None:
    source = tiny_model({"pooling_mode": "mean"}, export="onnx", **with_prompt("text: "))
    model = import_model(source, tmp_path / "models")
    before, after = passage_window(source), passage_window(model.path)
    assert before.key == after.key == split_key(model.manifest) == f"{TOKENIZER}/62"
    assert before.max_tokens == after.max_tokens == 62


def test_a_prompt_that_leaves_no_room_is_refused(light_copy: Path) -> None:
    with pytest.raises(ModelError, match="too few"):
        key_of(light_copy, config_sentence_transformers=with_prompt("word " * 250))


def test_a_malformed_tokenizer_is_named(light_copy: Path) -> None:
    (light_copy / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelError, match=r"tokenizer\.json"):
        passage_window(light_copy)
