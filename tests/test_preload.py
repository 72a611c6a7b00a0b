"""The encoder is loaded before the rest of a search is imported."""

import os
import re
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from alcove.encoder.store.background_encoder import BackgroundEncoder
from alcove.errors import ModelError
from alcove.library import Library
from alcove.library.session import SearchSession
from alcove.preload import begin
from alcove.search import Mode, plain


@pytest.fixture(scope="module")
def library(models: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    top = tmp_path_factory.mktemp("ahead")
    (top / "documents").mkdir()
    (top / "documents" / "ferry.txt").write_text("The ferry leaves at dawn.")
    (top / "documents" / "bread.txt").write_text("Rye flour, water and salt.")
    shutil.copytree(models, top / "library" / "models")
    library = Library(top / "library")
    folders = [os.fsencode(top / "documents")]
    library.update(folders, tell=lambda _: None, cancel=threading.Event())
    return library


def nearest(library: Library, preloaded: BackgroundEncoder | None) -> str:
    with library.searcher(Mode.MEANING, preloaded) as searcher:
        answer = searcher.search(plain("when does the boat sail"), mode=Mode.MEANING)
    return os.fsdecode(answer.hits[0].path).rpartition("/")[2]


def test_a_search_uses_the_preloaded_encoder(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(library.folder.root.parent)
    preloaded = begin(Path("library"))
    assert preloaded is not None
    session = SearchSession(library.folder, preloaded)
    session.renew()
    session.warm_up()
    assert preloaded.is_warm
    session.close()
    assert nearest(library, preloaded) == "ferry.txt"


def test_an_encoder_preloaded_for_another_model_is_not_used(
    library: Library, tmp_path: Path
) -> None:
    other = BackgroundEncoder(tmp_path / "another model")
    assert nearest(library, other) == "ferry.txt"
    session = SearchSession(library.folder, other)
    session.renew()
    answer = session.search(plain("when does the boat sail"), mode=Mode.MEANING)
    assert answer.hits[0].path.endswith(b"ferry.txt")
    session.close()


def test_nothing_is_preloaded_without_a_library(tmp_path: Path) -> None:
    assert begin(tmp_path / "none") is None
    assert not (tmp_path / "none").exists()


def test_nothing_is_preloaded_from_a_damaged_index(tmp_path: Path) -> None:
    (tmp_path / "index.db").write_bytes(b"this is no database" * 100)
    assert begin(tmp_path) is None


def test_preloading_leaves_the_index_unchanged(library: Library, tmp_path: Path) -> None:
    copy = tmp_path / "index.db"
    shutil.copyfile(library.folder.index, copy)
    before = copy.read_bytes()
    begin(tmp_path)
    assert copy.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["index.db"]


@pytest.mark.parametrize("harm", [Path.unlink, lambda file: file.write_bytes(b"other weights")])
def test_an_altered_model_is_refused(
    library: Library, tmp_path: Path, harm: Callable[[Path], object]
) -> None:
    root = Path(shutil.copytree(library.folder.root, tmp_path / "library"))
    (weights,) = root.glob("models/*/model.bin")
    harm(weights)
    preloaded = begin(root)
    assert preloaded is not None
    preloaded.wait()
    assert preloaded.has_failed
    with pytest.raises(ModelError, match=re.escape(str(weights))):
        preloaded.encode_query("when does the boat sail")
