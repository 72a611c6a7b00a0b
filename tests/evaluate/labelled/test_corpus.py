"""Documents are written as files that are named by their number alone."""

import os
import threading
from pathlib import Path

import pytest
from tests.evaluate.made_set import write_set

from alcove.errors import Cancelled
from alcove.evaluate.labelled.corpus import number_of, write_corpus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    corpus: list[dict[str, object]] = [
        {"_id": "A", "title": " On\nfrogs ", "text": "They jump.\r\n"},
        {"_id": "a", "text": "No title, \ud800 and\u2028a line."},
        {"_id": "empty", "text": ""},
        {"_id": "x" * 500, "title": "Only a title", "text": None},
    ]
    return write_set(tmp_path / "set", corpus, [], [])


def test_each_document_is_a_file_with_its_title(folder: Path, tmp_path: Path) -> None:
    target, told = tmp_path / "files", list[int]()
    target.mkdir()
    write_corpus(folder, target, progress=told.append, cancel=threading.Event())

    texts = {number_of(os.fsencode(path)): path.read_bytes() for path in target.iterdir()}
    assert texts == {
        0: b"# On frogs\n\nThey jump.\r\n\n",
        1: "No title, ? and\u2028a line.\n".encode(),
        2: b"# Only a title\n\n\n",
    }
    assert told == [1, 2, 3]


def test_it_stops_when_asked(folder: Path, tmp_path: Path) -> None:
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        write_corpus(folder, tmp_path, progress=lambda _: None, cancel=cancel)
