"""Evaluate a small set by the whole pipeline, with the real model."""

import json
import shutil
import tempfile
import threading
from pathlib import Path

import pytest
from tests.made_model import make_model

from alcove.encoder import AvailableModel, bundled_model, list_models
from alcove.encoder.manifest import manifest_from
from alcove.errors import AlcoveError, Cancelled, ModelError
from alcove.evaluate import Configuration, Dataset, EvaluationPlan, evaluate, read_dataset
from alcove.evaluate.as_json import report_json
from alcove.evaluate.models import gather
from alcove.library import Library
from alcove.search import Mode

from .made_set import Shown, write_small_set

NEVER = threading.Event()


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Library:
    """A user's library with the bundled model, and with the same weights under a prompt."""
    library = Library(tmp_path_factory.mktemp("own"))
    shutil.copytree(models, library.folder.models)
    (model,) = library.models.known()
    add_prompted(model)
    return library


def add_prompted(model: AvailableModel) -> None:
    """Add a second prepared model with another manifest and the same weights."""
    assert model.prepared is not None
    recipe = json.loads((model.prepared.path / "prepared.json").read_text())
    recipe["manifest"] |= {"name": "prompted", "query_prompt": "query: "}
    copy = model.prepared.path.parent / manifest_from(recipe["manifest"]).model_id
    shutil.copytree(model.prepared.path, copy)
    (copy / "prepared.json").write_text(json.dumps(recipe))


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return read_dataset(write_small_set(tmp_path_factory.mktemp("sets") / "small"))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def compared(own: Library, dataset: Dataset, kept: Path) -> list[Configuration]:
    """Two models with two dimensions each."""
    wanted = EvaluationPlan(
        models=("all-MiniLM-L6-v2", "prompted"), dimensions=(64, 384), halves=2, keep=kept
    )
    return evaluate(dataset, wanted, own, Shown().display, NEVER)


def run(
    dataset: Dataset, own: Library, wanted: EvaluationPlan
) -> tuple[list[Configuration], Shown]:
    shown = Shown()
    return evaluate(dataset, wanted, own, shown.display, NEVER), shown


def test_each_model_is_evaluated_with_each_dimension(compared: list[Configuration]) -> None:
    assert [(one.model, one.dimension, one.bytes_per_passage) for one in compared] == [
        ("all-MiniLM-L6-v2", 64, 128),
        ("all-MiniLM-L6-v2", 384, 768),
        ("prompted", 64, 128),
        ("prompted", 384, 768),
    ]
    for one in compared:
        assert (one.documents, one.unread, one.passages) == (33, 0, 32)
        assert one.passages_per_second
        assert list(one.quality.modes) == [Mode.WORDS, Mode.MEANING, Mode.BEST]
        assert all(min(of.seconds) > 0 for of in one.quality.modes.values())


def test_meaning_finds_what_shares_no_word(compared: list[Configuration]) -> None:
    whole = compared[1].quality.modes
    assert whole[Mode.MEANING].measures["recall@10"].mean == 1  # copies are found as well
    assert whole[Mode.MEANING].measures["ndcg@10"].mean > 0.9
    assert whole[Mode.WORDS].measures["recall@10"].mean < 0.9


def test_fewer_dimensions_change_meaning_alone(compared: list[Configuration]) -> None:
    short, whole = (one.quality.modes for one in compared[:2])
    assert short[Mode.WORDS] is not None
    assert short[Mode.WORDS].ndcg.tolist() == whole[Mode.WORDS].ndcg.tolist()
    ours = [of[Mode.MEANING].measures["mrr@10"].mean for of in (short, whole)]
    assert 0.5 < ours[0] <= ours[1]


def test_json_has_the_first_and_all_of_them(
    dataset: Dataset, compared: list[Configuration]
) -> None:
    told = json.loads(json.dumps(report_json(dataset, compared)))
    assert told["dataset"] == "small"
    assert told["model"] == "all-MiniLM-L6-v2"
    assert (told["documents"], told["passages"], told["queries"]) == (33, 32, 8)
    assert list(told["modes"]) == ["words", "meaning", "best"]
    for mode in told["modes"].values():
        for name in ("ndcg@10", "recall@10", "recall@100", "mrr@10"):
            low, high = mode[f"{name}_interval"]
            assert 0 <= low <= mode[name] <= high <= 1
        assert mode["seconds_per_query"] > 0
    assert told["best_against"]["arm"] in ("words", "meaning")
    assert len(told["halves"]) == 2
    assert told["halves"][0]["best"]["ndcg@10"] > 0
    assert [one["dimension"] for one in told["configurations"]] == [64, 384, 64, 384]
    assert "against_first" in told["configurations"][3]
    assert "configurations" not in report_json(dataset, compared[:1])


@pytest.mark.usefixtures("compared")
def test_a_kept_folder_is_not_indexed_again(dataset: Dataset, own: Library, kept: Path) -> None:
    _, shown = run(dataset, own, EvaluationPlan(keep=kept))
    totals = shown.states[-1].totals
    assert (totals.new, totals.changed, totals.encoded) == (0, 0, 0)
    assert list(shown.counted) == ["Asking questions"]
    assert shown.counted["Asking questions"] == list(range(1, 25))


def test_words_alone_need_no_vectors_and_nothing_is_left(
    dataset: Dataset, own: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (only,), shown = run(dataset, own, EvaluationPlan(modes=(Mode.WORDS,)))
    assert list(only.quality.modes) == [Mode.WORDS]
    assert only.passages == 32
    assert only.passages_per_second is None
    assert max(state.totals.encoded for state in shown.states) == 0
    assert not list(tmp_path.iterdir())


def test_an_interrupted_run_leaves_nothing(
    dataset: Dataset, own: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        evaluate(dataset, EvaluationPlan(), own, Shown().display, cancel)
    assert not list(tmp_path.iterdir())


def test_more_dimensions_than_there_are_is_refused_before_any_work(
    dataset: Dataset, own: Library, tmp_path: Path
) -> None:
    with pytest.raises(AlcoveError, match="384 dimensions, not 512"):
        run(dataset, own, EvaluationPlan(dimensions=(512,), keep=tmp_path))
    assert not (tmp_path / "documents").exists()


class TestModels:
    def test_the_one_that_the_library_wants_is_taken(self, own: Library, tmp_path: Path) -> None:
        own.models.use("prompted")
        try:
            (model,) = gather((), own, tmp_path, Shown().display, NEVER)
        finally:
            own.models.use("all-MiniLM-L6-v2")
        assert model.manifest.name == "prompted"
        assert [one.id for one in list_models(tmp_path) if one.prepared] == [model.id]

    def test_a_folder_is_one_as_well_and_the_same_model_counts_once(
        self, own: Library, tmp_path: Path
    ) -> None:
        names = ("ALL-minilm-l6-v2", str(bundled_model()))
        (model,) = gather(names, own, tmp_path, Shown().display, NEVER)
        assert model.bundled

    def test_a_folder_that_no_library_has_is_made_ready(self, own: Library, tmp_path: Path) -> None:
        folder, shown = make_model(tmp_path / "made", {"pooling_mode": "max"}), Shown()
        before = own.models.known()
        (model,) = gather((str(folder),), own, tmp_path / "models", shown.display, NEVER)
        assert list_models(tmp_path / "models")[-1] == model
        assert (model.manifest.name, model.manifest.pooling) == ("made", ("max",))
        assert model.prepared is not None
        assert "Preparing the model (once)" in shown.counted
        assert own.models.known() == before

    def test_what_is_neither_is_refused(self, own: Library, tmp_path: Path) -> None:
        with pytest.raises(ModelError, match="called nothing, and no folder"):
            gather(("nothing",), own, tmp_path, Shown().display, NEVER)

    def test_the_users_library_stays_as_it_is(self, own: Library, tmp_path: Path) -> None:
        before = sorted(own.folder.root.rglob("*"))
        (model,) = gather((), own, tmp_path / "models", Shown().display, NEVER)
        assert model.prepared is not None
        shutil.rmtree(model.prepared.path)
        assert sorted(own.folder.root.rglob("*")) == before
