"""`alcove report` and `alcove retry`, as they are typed."""

import os
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from alcove.cli.groups import cli
from alcove.errors import LibraryError, Reason
from alcove.indexer.control.requests import RequestQueue, RetryRequest
from alcove.indexer.control.server import ControlServer
from alcove.indexer.control.state import SharedState
from alcove.library import Library

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    Library(tmp_path).add([b"/home/a"])

    def ask(*words: str) -> str:
        words = ("--library", str(tmp_path), *words)
        result = CliRunner().invoke(cli, words, catch_exceptions=False, standalone_mode=False)
        assert result.return_value == 0
        return result.output

    return ask


def test_the_report_names_files_counts_and_processes(run: Run) -> None:
    told = run("report")
    assert "personal.db" in told
    assert "1 folder, 0 rules, 0 judgments, 0 questions, 0 saved searches" in told
    assert f"this, number {os.getpid()}" in told
    assert "Network" in told


def test_paths_and_a_reason_are_passed_on(run: Run, tmp_path: Path) -> None:
    requests = RequestQueue()
    with ControlServer(tmp_path, SharedState(), requests):
        run("retry", "--reason", "damaged", str(tmp_path / "a.pdf"))
        run("retry")
    path = os.fsencode(os.path.realpath(tmp_path)) + b"/a.pdf"
    assert requests.take_retries() == [RetryRequest((path,), Reason.DAMAGED), RetryRequest()]


def test_an_unknown_reason_is_refused_with_the_known_ones(run: Run) -> None:
    with pytest.raises(click.UsageError, match="encrypted"):
        run("retry", "--reason", "bad luck")


def test_without_an_indexer_nothing_is_read_again(run: Run) -> None:
    with pytest.raises(LibraryError, match="no indexer"):
        run("retry")
