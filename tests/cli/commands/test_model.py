"""`alcove model` lists, imports, uses and removes models."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.made_model import make_model

from alcove.cli.groups import cli
from alcove.errors import ModelError

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models") / "library"


@pytest.fixture(scope="module")
def run(library: Path) -> Run:
    """Run a command on one library; what goes wrong in it is raised."""

    def ask(*words: str) -> Result:
        words = ("--library", str(library), *words)
        return CliRunner().invoke(cli, words, catch_exceptions=False, standalone_mode=False)

    return ask


@pytest.fixture(scope="module")
def other_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("source") / "Pools-The-Maximum"
    return make_model(folder, {"pooling_mode": "max"})


def listed(run: Run) -> dict[str, dict[str, Any]]:
    told = json.loads(run("model", "list", "--json").stdout)
    assert told["schema"] == 1
    return {model["name"]: model for model in told["models"]}


def test_the_bundled_model_is_listed_in_an_empty_library(run: Run) -> None:
    (only,) = listed(run).values()
    assert only["name"] == "all-MiniLM-L6-v2"
    assert (only["bundled"], only["wanted"], only["serves"]) == (True, True, False)
    assert only["id"][:8] in run("model", "list").stdout


def test_a_folder_without_a_model_is_refused_with_the_file(run: Run, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"modules\.json is missing"):
        run("model", "import", str(tmp_path))
    with pytest.raises(ModelError, match="no models are called nothing"):
        run("model", "use", "nothing")


def test_a_model_is_imported_used_and_removed(
    run: Run, library: Path, models: Path, other_model: Path, tmp_path: Path
) -> None:
    shutil.copytree(models, library / "models", dirs_exist_ok=True)
    (tmp_path / "note.txt").write_text("The boiler was repaired in March, under warranty.")
    assert run("index", str(tmp_path)).return_value == 0
    told = run("model", "import", str(other_model))
    shutil.rmtree(other_model)
    assert 'alcove model use "Pools-The-Maximum"' in told.stdout
    assert listed(run)["Pools-The-Maximum"]["pooling"] == ["max"]
    assert listed(run)["all-MiniLM-L6-v2"]["serves"]

    assert run("model", "use", "pools-the-maximum").return_value == 0
    assert listed(run)["Pools-The-Maximum"]["serves"]
    assert "note.txt" in run("search", "who mended the heating").stdout
    with pytest.raises(ModelError, match="in use"):
        run("model", "remove", "Pools-The-Maximum")

    assert run("model", "use", "all-minilm-l6-v2").return_value == 0
    assert "Removed" in run("model", "remove", listed(run)["Pools-The-Maximum"]["id"][:8]).stdout
    assert list(listed(run)) == ["all-MiniLM-L6-v2"]
