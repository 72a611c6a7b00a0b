"""`alcove search` parses its words as the query language, and marks the place of an error."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from alcove.cli.commands.search.question import filters_of_options, joined, marked, question
from alcove.cli.groups import cli
from alcove.search import Filters

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Search in an empty library: a parse error is reported before the library is opened."""

    def ask(*words: str) -> Result:
        return CliRunner().invoke(
            cli, ["--library", str(tmp_path / "none"), "search", *words], standalone_mode=False
        )

    return ask


class TestErrors:
    def test_a_caret_marks_the_error(self, run: Run) -> None:
        told = run("report", "type:pdx", "now")
        assert told.return_value == 2
        lines = told.stderr.splitlines()
        assert lines[0] == "alcove: “pdx” is not a kind of document"
        assert lines[1] == "        report type:pdx now"
        assert lines[2] == "                    ^^^"
        assert lines[3].strip() == "Did you mean pdf?"
        assert told.stdout == ""

    @pytest.mark.parametrize(
        ("option", "value"),
        [
            ("--type", "nonsense"),
            ("--type", ""),
            ("--since", "20"),
            ("--until", "x until:2025"),
        ],
    )
    def test_options_are_read_like_filters(self, run: Run, option: str, value: str) -> None:
        told = run(option, value, "report")
        assert isinstance(told.exception, click.BadParameter)
        assert told.exception.exit_code == 2
        assert option in told.exception.format_message()

    def test_a_misspelt_option_is_named(self, run: Run) -> None:
        told = run("--typ", "pdf", "report")
        assert isinstance(told.exception, click.NoSuchOption)
        assert "--type" in told.exception.format_message()

    def test_a_valid_query_goes_to_the_library(self, run: Run) -> None:
        for words in (
            ["-hidden", "report"],
            ["-type:pdf"],
            ["--", "--typ", "-h"],
            ["--how to tell"],
            ["--folder", "--odd", "report"],
            ["--since=7d", "--type", "pdf, mail", "report"],
        ):
            assert "library is empty" in str(run(*words).exception)

    def test_help_is_one_letter_or_a_word(self, run: Run) -> None:
        for option in ("-h", "--help"):
            assert "similar:PATH" in run(option).stdout


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        (["one", "two"], "one two"),
        (['"exact phrase" -draft'], '"exact phrase" -draft'),
        (["exact phrase", "more"], "exact phrase more"),
        (["folder:My Files", "tax"], 'folder:"My Files" tax'),
        (["tax", "-name:my draft"], 'tax -name:"my draft"'),
        (["tax", "-first draft"], 'tax -"first draft"'),
        (["tax", 'folder:"My Files" x'], 'tax folder:"My Files" x'),
        (["tax", "type:pdf more"], "tax type:pdf more"),
        (["tax", "-type:pdf more"], "tax -type:pdf more"),
        (["at", "-5 °C"], "at -5 °C"),
        (["at", "- a list"], "at - a list"),
        (["folder:My Files"], "folder:My Files"),
        (["tax", "-type:pdf"], "tax -type:pdf"),
    ],
)
def test_quotes_that_the_shell_removed_are_restored(words: list[str], typed: str) -> None:
    assert joined(words) == typed


def test_options_are_added_to_the_filters_of_the_words(tmp_path: Path) -> None:
    options = filters_of_options("md", tmp_path, "2024-05", "2025")
    query = question(["type:pdf", "since:2024", "until:2024-12-30", "folder:a", "x"], options)
    assert (query.text, query.typed) == (
        "x",
        "type:pdf since:2024 until:2024-12-30 folder:a x",
    )
    assert query.filters == Filters(
        types=("pdf", "md"),
        folder=os.fsencode(tmp_path.resolve()),
        since=datetime(2024, 5, 1).astimezone(),
        until=datetime(2024, 12, 31).astimezone(),
        folders=("a",),
    )


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs symbolic links")
def test_links_in_paths_are_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = tmp_path.resolve() / "real"
    real.mkdir()
    (tmp_path / "link").symlink_to(real, target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    query = question(
        [f"folder:{tmp_path}/link", "-folder:./link/a", "similar:link/x.txt"], Filters()
    )
    assert query.filters.folders == (bytes(real),)
    assert query.filters.without_folders == (bytes(real / "a"),)
    assert query.similar == bytes(real / "x.txt")


@pytest.mark.parametrize(
    ("text", "part", "line", "carets"),
    [
        ("a type:x b", "x", "a type:x b", "       ^"),
        ("東京 type:x", "x", "東京 type:x", "          ^"),
        ("type:東京", "東京", "type:東京", "     ^^^^"),
        ("e\u0301 type:x", "x", "e\u0301 type:x", "       ^"),
        ("a\n\x1b[2Jtype:x", "x", "a \ufffd[2Jtype:x", "           ^"),
        ("\u202etype:x", "x", "\ufffdtype:x", "      ^"),
    ],
)
def test_carets_stand_below_their_part(text: str, part: str, line: str, carets: str) -> None:
    start = text.rindex(part)
    assert marked(text, start, start + len(part)) == (line, carets)


def test_a_long_text_is_shown_around_the_part() -> None:
    text = "word " * 2000 + "type:x" + " word" * 2000
    line, carets = marked(text, 10_005, 10_006)
    assert len(line) < 80
    assert line[carets.index("^")] == "x"
    assert line.startswith("…")
    assert line.endswith("…")
    line, carets = marked("type:" + "x" * 9_000, 5, 9_005)
    assert (len(line), len(carets)) == (73, 72)
