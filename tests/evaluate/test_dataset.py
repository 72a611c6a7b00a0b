import json
from pathlib import Path

import pytest

from alcove.errors import AlcoveError
from alcove.evaluate import document_id, read_dataset, write_documents


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    corpus = [
        {"_id": "a/1", "title": "On frogs", "text": "They jump."},
        {"_id": "ü.2", "title": "", "text": "No title."},
    ]
    queries = [{"_id": "q1", "text": "who jumps"}, {"_id": "q2", "text": "unjudged"}]
    (tmp_path / "corpus.jsonl").write_text("\n".join(map(json.dumps, corpus)))
    (tmp_path / "queries.jsonl").write_text("\n".join(map(json.dumps, queries)))
    (tmp_path / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq1\ta/1\t2\n")
    return tmp_path


def test_only_judged_questions_are_asked(folder: Path) -> None:
    dataset = read_dataset(folder)

    assert dataset.queries == {"q1": "who jumps"}
    assert dataset.judgments == {"q1": {"a/1": 2}}


def test_documents_become_files_that_tell_their_ids(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "files"
    target.mkdir()

    assert write_documents(read_dataset(folder), target) == 2
    texts = {document_id(bytes(path)): path.read_text("utf-8") for path in target.iterdir()}
    assert texts == {"a/1": "# On frogs\n\nThey jump.\n", "ü.2": "No title.\n"}


def test_a_folder_without_the_layout_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(AlcoveError, match="labelled set"):
        read_dataset(tmp_path)
