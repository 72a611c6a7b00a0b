"""`alcove history` lists queries, and deletes them with a receipt."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from alcove.cli.groups import cli
from alcove.library import Library

Run = Callable[..., str]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library")
    library.add([b"/home/a"])
    for query in ("how to bake", "how to bake", "a bell\x07 rang"):
        library.note_asked(query, "best")
    return library


@pytest.fixture
def run(library: Library) -> Run:
    def ask(*words: str) -> str:
        words = ("--library", str(library.folder.root), "history", *words)
        result = CliRunner().invoke(cli, words, catch_exceptions=False, standalone_mode=False)
        assert result.return_value == 0
        return result.output

    return ask


def test_queries_are_shown_the_latest_first(run: Run) -> None:
    last, first = run().splitlines()
    assert last.endswith("a bell\\x07 rang")
    assert first.endswith("how to bake (2 times)")


def test_one_query_is_forgotten_with_a_receipt(run: Run) -> None:
    said = run("--forget", " how to bake ")
    assert "Forgot 1 question." in said
    assert "Nothing of it is left in 1 file" in said
    assert "bake" not in run()


def test_all_queries_are_forgotten(run: Run) -> None:
    assert "Forgot 2 questions." in run("--forget")
    assert run() == "No question is kept.\n"
