"""The directory of an evaluation is private, temporary or kept, and never one with other files."""

import stat
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from tests.evaluate.made_set import Shown, write_small_set

from alcove.errors import AlcoveError, Cancelled
from alcove.evaluate import Dataset, read_dataset
from alcove.evaluate.labelled.workplace import documents_in, workplace


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return read_dataset(write_small_set(tmp_path / "small"))


def test_a_temporary_folder_is_private_and_is_removed(
    dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with workplace(dataset, None) as work:
        documents_in(work, dataset, Shown().display, threading.Event())
        if sys.platform != "win32":
            assert stat.S_IMODE(work.stat().st_mode) == 0o700
    assert not work.exists()


def test_a_kept_folder_is_used_again_with_the_documents_in_it(
    dataset: Dataset, tmp_path: Path
) -> None:
    shown = [Shown(), Shown()]
    for one in shown:
        with workplace(dataset, tmp_path / "kept") as work:
            folder = documents_in(work, dataset, one.display, threading.Event())
        assert len(list(folder.iterdir())) == len(dataset.documents)
    assert shown[0].counted["Writing documents"][-1] == len(dataset.documents)
    assert not shown[1].counted


def test_partly_written_documents_are_written_again(dataset: Dataset, tmp_path: Path) -> None:
    cancel = threading.Event()
    cancel.set()
    with workplace(dataset, tmp_path / "kept") as work:
        with pytest.raises(Cancelled):
            documents_in(work, dataset, Shown().display, cancel)
        folder = documents_in(work, dataset, Shown().display, threading.Event())
        assert len(list(folder.iterdir())) == len(dataset.documents)


def test_a_folder_with_something_else_is_refused(dataset: Dataset, tmp_path: Path) -> None:
    with pytest.raises(AlcoveError, match="something else"), workplace(dataset, dataset.folder):
        pass
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(AlcoveError, match="cannot be used"), workplace(dataset, file):
        pass


def test_a_folder_of_another_set_is_refused(dataset: Dataset, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    with workplace(dataset, kept):
        pass
    with (dataset.folder / "corpus.jsonl").open("a") as corpus:
        corpus.write('\n{"_id": "one more", "text": "document"}\n')
    with pytest.raises(AlcoveError, match="another set"), workplace(dataset, kept):
        pass
    (kept / "evaluation.json").write_text("{")
    with pytest.raises(AlcoveError, match="another set"), workplace(dataset, kept):
        pass
