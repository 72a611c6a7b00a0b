"""`alcove evaluate` refuses wrong use before it starts to work."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from alcove.cli.groups import cli
from alcove.errors import AlcoveError


def run(tmp_path: Path, *words: str | Path) -> Result:
    arguments = ["--library", str(tmp_path / "library"), "evaluate", *map(str, words)]
    return CliRunner().invoke(cli, arguments)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--mode", "words", "--dimension", "32"), "no dimensions"),
        (("--dimension", "0"), "--dimension"),
        (("--mode", "guess"), "--mode"),
    ],
)
def test_wrong_use_is_refused(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    result = run(tmp_path, tmp_path, *words)
    assert result.exit_code == 2
    assert told in result.output


@pytest.mark.parametrize(
    ("words", "told"),
    [((), r"corpus\.jsonl cannot be read"), (("--plot", "/nowhere/plot.svg"), "no folder")],
)
def test_a_missing_file_is_named(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    result = run(tmp_path, tmp_path, *words)
    assert isinstance(result.exception, AlcoveError)
    with pytest.raises(AlcoveError, match=told):
        raise result.exception
    assert not (tmp_path / "library").exists()


def test_a_plot_that_cannot_be_drawn_is_refused_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    result = run(
        tmp_path, tmp_path, "--plot", tmp_path / "plot.svg"
    )  # and there is no corpus.jsonl
    assert isinstance(result.exception, AlcoveError)
    assert "matplotlib" in str(result.exception)
    assert list(tmp_path.iterdir()) == []
