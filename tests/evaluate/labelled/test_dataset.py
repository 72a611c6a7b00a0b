"""Labelled sets as people have them: tolerated variants, and errors for the rest."""

import json
from pathlib import Path

import pytest
from tests.evaluate.made_set import write_set

from alcove.errors import AlcoveError
from alcove.evaluate import read_dataset


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_set(
        tmp_path / "small",
        [{"_id": "a/1", "title": "On frogs", "text": "They jump."}, {"_id": "b", "text": "B"}],
        [{"_id": "q1", "text": "who jumps"}, {"_id": "q2", "text": "unjudged"}],
        [("q1", "a/1", 2)],
    )


def test_only_questions_with_an_answer_are_asked(folder: Path) -> None:
    dataset = read_dataset(folder)

    assert dataset.name == "small"
    assert dataset.documents == ("a/1", "b")
    assert dataset.queries == {"q1": "who jumps"}
    assert dataset.judgments == {"q1": {"a/1": 2}}
    assert dataset.left_out == {"questions without a relevant document": 1}


def test_ids_may_be_numbers(tmp_path: Path) -> None:
    folder = write_set(
        tmp_path, [{"_id": 7, "text": "seven"}], [{"_id": 1, "text": "which"}], [(1, 7, 1)]
    )
    assert read_dataset(folder).judgments == {"1": {"7": 1}}


def test_judgments_may_lie_in_a_folder_of_their_own(folder: Path) -> None:
    (folder / "qrels").mkdir()
    (folder / "qrels.tsv").rename(folder / "qrels/test.tsv")
    assert read_dataset(folder).judgments == {"q1": {"a/1": 2}}


def test_marks_of_other_systems_do_no_harm(folder: Path) -> None:
    for name in ("corpus.jsonl", "queries.jsonl", "qrels.tsv"):
        content = (folder / name).read_bytes().replace(b"\n", b"\r\n\r\n")
        (folder / name).write_bytes(b"\xef\xbb\xbf" + content + b"\r\n \r\n")
    assert read_dataset(folder).judgments == {"q1": {"a/1": 2}}


@pytest.mark.parametrize(
    "table",
    [
        "q1\ta/1\t2\n",
        "q1\ta/1\t2.0\textra\n",
        "query-id\tcorpus-id\tscore\tnote\nq1\ta/1\t2\tsure\n",
        "score\tquery_id\tother\tcorpus_id\n2\tq1\t0\ta/1\n",
        "query\tdocument\tgrade\nq1\ta/1\t2\n",
    ],
)
def test_columns_are_found_by_their_names_or_places(folder: Path, table: str) -> None:
    (folder / "qrels.tsv").write_text(table)
    assert read_dataset(folder).judgments == {"q1": {"a/1": 2}}


def test_entries_left_out_are_counted(tmp_path: Path) -> None:
    folder = write_set(
        tmp_path,
        [
            {"_id": "a", "title": None, "text": "first"},
            {"_id": "a", "text": "again"},
            {"_id": "blank", "title": " ", "text": "\n"},
            {"_id": "title only", "title": "T", "text": None},
        ],
        [
            {"_id": "q", "text": "one"},
            {"_id": "q", "text": "two"},
            {"_id": "empty", "text": ""},
            {"_id": "irrelevant", "text": "only zeros"},
        ],
        [
            ("q", "a", 1),
            ("q", "a", 2),
            ("q", "title only", 0),
            ("q", "blank", 1),
            ("q", "nowhere", 1),
            ("nobody", "a", 1),
            ("irrelevant", "a", 0),
        ],
    )
    dataset = read_dataset(folder)

    assert dataset.documents == ("a", "title only")
    assert dataset.queries == {"q": "one"}
    assert dataset.judgments == {"q": {"a": 1, "title only": 0}}
    assert dataset.left_out == {
        "repeated documents": 1,
        "empty documents": 1,
        "repeated questions": 1,
        "empty questions": 1,
        "repeated judgments": 1,
        "judgments of unknown or empty documents": 2,
        "judgments of unknown questions": 1,
        "questions without a relevant document": 1,
    }


@pytest.mark.parametrize(
    ("name", "line", "told"),
    [
        ("corpus.jsonl", b"{", "not JSON"),
        ("corpus.jsonl", b"[1]", "not a JSON object"),
        ("corpus.jsonl", b'{"text": "x"}', "no _id"),
        ("corpus.jsonl", b'{"_id": true, "text": "x"}', "no _id"),
        ("corpus.jsonl", b'{"_id": " ", "text": "x"}', "no _id"),
        ("corpus.jsonl", b'{"_id": "x"}', "no text"),
        ("corpus.jsonl", b'{"_id": "x", "text": 1}', "no text"),
        ("corpus.jsonl", b'{"_id": "\xe9", "text": ""}', "not UTF-8"),
        ("corpus.jsonl", b"[" * 100_000, "no JSON"),
        ("corpus.jsonl", b'{"_id": ' + b"1" * 5000 + b"}", "no JSON"),
        ("queries.jsonl", b'{"_id": "x", "text": []}', "no text"),
        ("qrels.tsv", b"q1 a/1 1", "three columns"),
        ("qrels.tsv", b"q1\ta/1\tmuch", "whole number"),
        ("qrels.tsv", b"q1\ta/1\t0.5", "whole number"),
        ("qrels.tsv", b"q1\ta/1\tinf", "whole number"),
    ],
)
def test_a_malformed_line_is_refused_with_its_file_and_number(
    folder: Path, name: str, line: bytes, told: str
) -> None:
    content = (folder / name).read_bytes().rstrip(b"\n") + b"\n"
    (folder / name).write_bytes(content + b"\n" + line + b"\n")
    number = content.count(b"\n") + 2
    with pytest.raises(AlcoveError, match=rf"{name}, line {number}: .*{told}") as caught:
        read_dataset(folder)
    assert "BEIR" in caught.value.advice


@pytest.mark.parametrize("name", ["corpus.jsonl", "queries.jsonl", "qrels.tsv"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(AlcoveError, match=name):
        read_dataset(folder)


def test_a_set_that_asks_nothing_is_refused(folder: Path) -> None:
    (folder / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\n")
    with pytest.raises(AlcoveError, match="no question"):
        read_dataset(folder)


def test_the_fingerprint_is_that_of_the_documents(folder: Path) -> None:
    before = read_dataset(folder).fingerprint()
    (folder / "queries.jsonl").write_text(json.dumps({"_id": "q1", "text": "another question"}))
    assert read_dataset(folder).fingerprint() == before

    (folder / "corpus.jsonl").write_text(json.dumps({"_id": "a/1", "text": "another document"}))
    assert read_dataset(folder).fingerprint() != before
