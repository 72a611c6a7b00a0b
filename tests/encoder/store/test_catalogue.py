"""A library's models: imported, named, listed, found and removed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from alcove.encoder import (
    AvailableModel,
    PreparedModel,
    bundled_model,
    find_model,
    import_model,
    list_models,
    load,
    remove_model,
)
from alcove.errors import ModelError

Model = Callable[..., Path]


def names(models_dir: Path) -> list[str]:
    return [model.manifest.name for model in list_models(models_dir)]


@pytest.fixture
def source(tiny_model: Model) -> Path:
    return tiny_model({"pooling_mode": "cls"}, export="onnx", prompts={"query": "find: "})


def variant(source: Path, pooling: str) -> Path:
    """Turn the model in the folder into another one; return the folder."""
    file = source / "1_Pooling/config.json"
    file.write_text(file.read_text().replace('"cls"', f'"{pooling}"'))
    return source


def test_the_bundled_model_is_listed_before_it_is_prepared(
    tmp_path: Path, prepared: PreparedModel
) -> None:
    (waiting,) = list_models(tmp_path / "models")
    assert waiting.manifest == prepared.manifest
    assert (waiting.id, waiting.bundled) == (prepared.id, True)
    assert (waiting.prepared, waiting.size) == (None, 0)
    (ready,) = list_models(prepared.path.parent)
    assert ready.prepared == prepared
    assert ready.size > 30_000_000


def test_an_imported_model_does_not_need_its_source(source: Path, tmp_path: Path) -> None:
    model = import_model(source, tmp_path / "models")
    shutil.rmtree(source)
    listed = find_model(list_models(tmp_path / "models"), "tiny")
    assert listed.prepared == model
    assert not listed.bundled
    assert listed.manifest.pooling == ("cls",)
    assert listed.manifest.query_prompt == "find: "
    assert load(model).encode_query("bird").shape == (32,)


def test_a_model_imported_again_stays_what_it_is(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = import_model(source, tmp_path, name="Mine")
    monkeypatch.delattr("alcove.encoder.store.prepare.convert_in_child")
    assert import_model(source, tmp_path, name="Mine") == model
    shutil.copytree(source, tmp_path / "elsewhere")
    assert import_model(tmp_path / "elsewhere", tmp_path, name="Other").manifest.name == "Mine"


def test_two_models_of_one_name_are_numbered(source: Path, tmp_path: Path) -> None:
    import_model(source, tmp_path)
    import_model(variant(source, "max"), tmp_path)
    assert names(tmp_path) == ["all-MiniLM-L6-v2", "tiny", "tiny-2"]


@pytest.mark.parametrize("name", ["ALL-minilm-l6-V2", "", " ", " x", "a\nb", "\x1b[2J", "x" * 81])
def test_a_name_that_is_taken_or_cannot_be_shown_is_refused(
    source: Path, tmp_path: Path, name: str
) -> None:
    with pytest.raises(ModelError, match=r"name|called"):
        import_model(source, tmp_path / "models", name=name)
    assert not (tmp_path / "models").exists()


def test_a_folder_in_a_cache_is_named_after_the_model(source: Path, tmp_path: Path) -> None:
    revision = tmp_path / "models--owner--small-model/snapshots/0123abcd"
    shutil.copytree(source, revision)
    blob = revision.parent.parent / "blobs/f00d"
    blob.parent.mkdir()
    (revision / "vocab.txt").rename(blob)
    (revision / "vocab.txt").symlink_to(blob)
    assert import_model(revision, tmp_path / "models").manifest.name == "small-model"


def test_a_model_is_found_by_name_or_by_the_beginning_of_its_id(
    source: Path, tmp_path: Path
) -> None:
    model = import_model(source, tmp_path, name="Mine")
    models = list_models(tmp_path)

    def found(wanted: str) -> AvailableModel:
        return find_model(models, wanted)

    assert found("mine").id == found(model.id[:4].upper()).id == found(model.id).id == model.id
    assert found("All-MiniLM-L6-v2").bundled
    for wanted in ("other", "", model.id[:3], model.id + "0"):
        with pytest.raises(ModelError, match="no models are called"):
            found(wanted)


def test_an_ambiguous_id_finds_no_model(source: Path, tmp_path: Path) -> None:
    (bundled,) = list_models(tmp_path)
    with pytest.raises(ModelError, match="2 models"):
        find_model([bundled, bundled], bundled.id[:8])


def test_a_removed_model_is_gone(source: Path, tmp_path: Path) -> None:
    model = import_model(source, tmp_path / "models")
    remove_model(tmp_path / "models", model.id)
    assert names(tmp_path / "models") == ["all-MiniLM-L6-v2"]
    assert list((tmp_path / "models").iterdir()) == []
    with pytest.raises(ModelError, match="no model"):
        remove_model(tmp_path / "models", model.id)


@pytest.mark.parametrize("model_id", ["..", "", ".", "../outside", "*"])
def test_nothing_but_a_model_is_removed(source: Path, tmp_path: Path, model_id: str) -> None:
    model = import_model(source, tmp_path / "models")
    shutil.copytree(model.path, tmp_path / "outside")
    with pytest.raises(ModelError, match="no model"):
        remove_model(tmp_path / "models", model_id)
    assert (tmp_path / "outside/prepared.json").exists()
    assert model.path.exists()


def test_incomplete_or_misplaced_models_are_not_listed(source: Path, tmp_path: Path) -> None:
    model = import_model(source, tmp_path)
    shutil.copytree(model.path, tmp_path / "copied")
    assert names(tmp_path) == ["all-MiniLM-L6-v2", "tiny"]
    (model.path / "model.bin").unlink()
    assert names(tmp_path) == ["all-MiniLM-L6-v2"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"dimension": 32', '"dimension": "32"'),
        ('"dimension": 32', '"dimension": 0'),
        ('"pooling": [', '"pooling": 5, "x": ['),
        ('"name": "tiny"', '"name": 5'),
        ('"padding": {', '"padding": 5, "x": {'),
        ('"max_tokens": 64', '"max_tokens": 64, "more": 1'),
    ],
)
def test_a_malformed_recipe_is_named(source: Path, tmp_path: Path, before: str, after: str) -> None:
    model = import_model(source, tmp_path)
    recipe = model.path / "prepared.json"
    text = recipe.read_text()
    assert before in text
    recipe.write_text(text.replace(before, after))
    assert names(tmp_path) == ["all-MiniLM-L6-v2"]
    with pytest.raises(ModelError, match=r"prepared\.json"):
        load(model.path)


def test_the_bundled_model_has_the_id_that_libraries_store() -> None:
    (bundled,) = list_models(bundled_model() / "none")
    assert bundled.id == "cd602f84693aece683ef9fb5189b3f4dfa780967a56ad3b0d9cfee50588df7fd"
