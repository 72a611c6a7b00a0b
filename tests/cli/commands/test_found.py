"""`alcove found` stores judgments, and shows queries without control characters."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from alcove.cli.groups import cli
from alcove.errors import LibraryError
from alcove.index.opening import open_writer
from alcove.personal import LibraryFolder
from alcove.personal.judgments import Grade, JudgedDocument, Judgment, add

Run = Callable[..., Result]


@pytest.fixture
def library(tmp_path: Path) -> LibraryFolder:
    library = LibraryFolder(tmp_path / "library")
    library.root.mkdir()
    return library


@pytest.fixture
def run(library: LibraryFolder) -> Run:
    def ask(*words: str) -> Result:
        words = ("--library", str(library.root), "found", *words)
        return CliRunner().invoke(cli, words, catch_exceptions=False, standalone_mode=False)

    return ask


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "QUERY"),
        (["a question alone"], "PATH"),
        (["--not", "a question alone"], "PATH"),
        (["--list", "question", "file"], "at most"),
        (["--forget", "question", "file"], "at most"),
        (["--list", "--forget"], "at most"),
        (["--forget", "--not"], "at most"),
    ],
)
def test_wrong_use_is_explained(run: Run, words: list[str], said: str) -> None:
    with pytest.raises(click.UsageError, match=said):
        run(*words)


def test_only_files_of_the_library_can_be_marked(
    run: Run, library: LibraryFolder, tmp_path: Path
) -> None:
    with closing(open_writer(library.index)):
        pass
    with pytest.raises(LibraryError, match="that file is not in this library") as caught:
        run("anything", str(tmp_path / "none.md"))
    assert "alcove why" in caught.value.advice


def test_a_relative_path_is_that_of_the_file_as_it_is_indexed(
    run: Run, library: LibraryFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with closing(open_writer(library.index)) as db:
        db.execute(
            "INSERT INTO files (path, device, inode, size, mtime_ns, ctime_ns)"
            " VALUES (?, 1, 2, 3, 4, 5)",
            [bytes(tmp_path / "real" / "bread.md")],
        )
    monkeypatch.chdir(tmp_path / "link")
    assert "real/bread.md" in run("how to bake", "bread.md").output


def test_a_query_is_shown_without_control_characters(run: Run, library: LibraryFolder) -> None:
    document = JudgedDocument(b"/a\x1b[31m.md")
    add(library.personal, Judgment("red\x1b[31m\nlines", document, Grade.OPENED, 0))
    told = run("--list").output
    assert "\x1b[31m" not in told
    assert len(told.splitlines()) == 2


def test_forgetting_creates_no_library(run: Run, library: LibraryFolder) -> None:
    assert "0 judgments" in run("--forget").output
    assert not library.personal.exists()
