"""`alcove ignore` and `alcove settings` change the settings, or list the allowed values."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from alcove.cli.groups import cli
from alcove.errors import AlcoveError
from alcove.personal import LibraryFolder, Pace, Settings, change, load

Run = Callable[..., Result]


@pytest.fixture
def library(tmp_path: Path) -> LibraryFolder:
    return LibraryFolder(tmp_path / "library")


@pytest.fixture
def run(library: LibraryFolder) -> Run:
    """Run a command that is expected to succeed."""

    def ask(*words: str) -> Result:
        words = ("--library", str(library.root), *words)
        return CliRunner().invoke(cli, words, catch_exceptions=False, standalone_mode=False)

    return ask


@pytest.fixture
def folder(library: LibraryFolder, tmp_path: Path) -> Path:
    """A folder of the library."""
    folder = tmp_path / "documents"
    folder.mkdir()
    library.root.mkdir()
    change(library.personal, lambda now: replace(now, folders=(bytes(folder),)))
    return folder


def wanted(library: LibraryFolder) -> Settings:
    return load(library.personal)


class TestIgnore:
    def test_patterns_are_added_in_their_order(self, run: Run, library: LibraryFolder) -> None:
        told = run("ignore", "*.bak", "!keep.bak")
        assert wanted(library).patterns == "*.bak\n!keep.bak"
        assert "1  *.bak" in told.output
        assert "2  !keep.bak" in told.output
        assert "running indexer" in told.output

    def test_a_pattern_that_exists_moves_to_the_end(self, run: Run, library: LibraryFolder) -> None:
        run("ignore", "a", "b")
        run("ignore", "a")
        assert wanted(library).patterns == "b\na"

    def test_one_folder_can_have_rules_of_its_own(
        self, run: Run, library: LibraryFolder, folder: Path
    ) -> None:
        told = run("ignore", "--folder", str(folder), "/build")
        assert wanted(library).folder_patterns == {bytes(folder): "/build"}
        assert wanted(library).patterns == ""
        assert "/build" in told.output

    def test_patterns_are_removed(self, run: Run, library: LibraryFolder, folder: Path) -> None:
        run("ignore", "a", "b", "c")
        run("ignore", "--remove", "a", "c")
        assert wanted(library).patterns == "b"
        run("ignore", "--folder", str(folder), "d")
        run("ignore", "--folder", str(folder), "--remove", "d")
        assert wanted(library).folder_patterns == {}

    def test_all_are_shown_with_their_sources(self, run: Run, folder: Path) -> None:
        run("ignore", "*.bak")
        run("ignore", "--folder", str(folder), "/build", "caf\udce9")
        told = run("ignore").output
        assert told.index("all folders") < told.index("*.bak") < told.index("/documents")
        assert told.index("/documents") < told.index("/build") < told.index("caf�")
        assert ".gitignore and .ignore files are obeyed" in told
        assert "running indexer" not in told

    @pytest.mark.parametrize(
        "pattern", ["[a-", "a\\", "b[[:nope:]]", "/", "!", " ", "", "# a", "a\nb"]
    )
    def test_an_invalid_pattern_is_refused(
        self, run: Run, library: LibraryFolder, pattern: str
    ) -> None:
        run("ignore", "a")
        with pytest.raises(AlcoveError, match="“") as caught:
            run("ignore", "good", pattern)
        assert pattern in str(caught.value)
        assert caught.value.advice
        assert wanted(library).patterns == "a"

    def test_an_unknown_pattern_cannot_be_removed(self, run: Run, library: LibraryFolder) -> None:
        run("ignore", "a", "b")
        with pytest.raises(AlcoveError, match="“c” is not one of these rules"):
            run("ignore", "--remove", "a", "c")
        assert wanted(library).patterns == "a\nb"

    def test_a_folder_must_be_in_the_library(self, run: Run, folder: Path) -> None:
        with pytest.raises(AlcoveError, match="not in this library"):
            run("ignore", "--folder", str(folder.parent), "a")


class TestSettings:
    @pytest.mark.parametrize(
        ("name", "value", "expected"),
        [
            ("ignore-files", "off", Settings(ignore_files=False)),
            ("hidden", "on", Settings(hidden=True)),
            ("types", "md=off", Settings(without_types=("md",))),
            ("size-limit", "pdf=300MB", Settings(size_limits={"pdf": 300_000_000})),
            ("size-limit", "htm=1.5MiB", Settings(size_limits={"html": 1_572_864})),
            ("cores", "3", Settings(cores=3)),
            ("memory", "2GB", Settings(memory=2_000_000_000)),
            ("on-battery", "pause", Settings(on_battery=Pace.PAUSE)),
            ("when-busy", "full", Settings(when_busy=Pace.FULL)),
        ],
    )
    def test_each_can_be_set_and_shown(
        self, run: Run, library: LibraryFolder, name: str, value: str, expected: Settings
    ) -> None:
        told = run("settings", name, value)
        assert wanted(library) == expected
        assert name in told.output
        assert "running indexer" in told.output
        assert told.output.splitlines()[0] == run("settings", name).output.splitlines()[0]

    def test_a_setting_of_the_window_does_not_mention_the_indexer(
        self, run: Run, library: LibraryFolder
    ) -> None:
        assert "running indexer" not in run("settings", "judgments", "on").output
        assert "running indexer" not in run("settings", "history", "off").output
        assert wanted(library) == Settings(judgments=True, history=False)
        run("settings", "judgments", "off")
        run("settings", "history", "on")
        assert wanted(library) == Settings()

    def test_all_are_shown(self, run: Run) -> None:
        told = run("settings").output
        names = "ignore-files hidden size-limit types cores memory on-battery when-busy judgments"
        assert [line.split()[0] for line in told.splitlines()] == [*names.split(), "history"]
        assert "1500MB" in told

    def test_a_setting_can_be_reset(self, run: Run, library: LibraryFolder) -> None:
        run("settings", "size-limit", "pdf=1KB", "md=2KB")
        assert wanted(library).size_limits == {"pdf": 1000, "md": 2000}
        run("settings", "size-limit", "pdf=default")
        assert wanted(library).size_limits == {"md": 2000}
        run("settings", "types", "pdf=off", "csv=off", "pdf=on")
        assert wanted(library).without_types == ("csv",)
        run("settings", "types", "csv=on")
        for name in ("cores", "memory"):
            run("settings", name, "default")
        run("settings", "size-limit", "md=default")
        assert wanted(library) == Settings()

    @pytest.mark.parametrize(
        ("name", "value", "allowed"),
        [
            ("hidden", "yes", "on or off"),
            ("size-limit", "nonsense=1MB", "pdf=300MB"),
            ("size-limit", "pdf=much", "pdf=300MB"),
            ("size-limit", "pdf", "pdf=300MB"),
            ("cores", "0", "a number from 1"),
            ("cores", "many", "a number from 1"),
            ("memory", "1MB", "from 500MB"),
            ("on-battery", "fast", "full, slow or pause"),
        ],
    )
    def test_an_invalid_value_is_refused_with_the_allowed_ones(
        self, run: Run, library: LibraryFolder, name: str, value: str, allowed: str
    ) -> None:
        with pytest.raises(AlcoveError, match=value) as caught:
            run("settings", name, value)
        assert allowed in caught.value.advice
        assert wanted(library) == Settings()

    def test_an_unknown_name_lists_the_settings(self, library: LibraryFolder) -> None:
        words = ["--library", str(library.root), "settings", "colour", "red"]
        result = CliRunner().invoke(cli, words)
        assert result.exit_code == 2
        assert "ignore-files" in result.output


@pytest.mark.parametrize("name", ["ignore", "settings"])
def test_the_help_shows_examples_line_by_line(name: str) -> None:
    told = CliRunner().invoke(cli, [name, "--help"]).output
    examples = [line for line in told.splitlines() if line.startswith(f"    alcove {name} ")]
    assert len(examples) == 3
