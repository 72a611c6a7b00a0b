"""The window's command line is parsed, and a start imports no more than it needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from alcove import __version__
from alcove.search import parse
from alcove_desktop.start import question_of, read_options

HANDED_OVER = """
import sys
sys.argv = ["alcove-desktop", "--library", sys.argv[1], "what is due in May"]
from alcove_desktop import start
try:
    start.main()
finally:
    print(sorted({name.partition(".")[0] for name in sys.modules}))
"""
LOADED = """
import sys
from alcove_desktop.program import application
print(sorted({name.partition(".")[0] for name in sys.modules}))
"""
HEAVY = ("torch", "transformers", "sentence_transformers", "pypdfium2", "kreuzberg")
LISTENS = """
import sys
from multiprocessing.connection import Listener
with Listener(sys.argv[1]) as listener:
    print("listens", flush=True)
    with listener.accept() as connection:
        print(connection.recv_bytes().decode(), flush=True)
        connection.send_bytes(b"1")
"""


def test_a_question_may_be_several_words() -> None:
    assert read_options(["what", "is", "due"]).query == ["what", "is", "due"]
    assert read_options(["--", "-draft"]).query == ["-draft"]
    assert read_options([]).query == []


def test_a_folder_is_searched_for_the_words(tmp_path: Path) -> None:
    folder = tmp_path / 'of "mine"'
    asked = parse(question_of(read_options(["--folder", str(folder), "--", "rent", "-draft"])))
    assert asked.filters.folders == (os.fsencode(folder),)
    assert (asked.text, asked.excluded) == ("rent", ("draft",))
    assert question_of(read_options(["--folder", str(folder)])).endswith(" ")  # words may follow


def test_an_unknown_option_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        read_options(["--nonsense"])
    assert "--nonsense" in capsys.readouterr().err


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        read_options(["--version"])
    assert capsys.readouterr().out == f"alcove-desktop {__version__}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there the place has another name")
def test_a_second_start_hands_over_without_loading_qt_or_the_library(tmp_path: Path) -> None:
    listening = [sys.executable, "-c", LISTENS, str(tmp_path / "window.sock")]
    with subprocess.Popen(listening, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "listens\n"
        loaded = modules(HANDED_OVER, str(tmp_path))
        assert '"query": "what is due in May"' in first.stdout.readline()
    assert not {"PySide6", "numpy", "sqlite3", *HEAVY} & loaded


def test_quitting_where_nothing_runs_is_done_at_once(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "alcove_desktop",
        "--library",
        str(tmp_path / "none"),
        "--quit",
    ]
    assert subprocess.run(command, timeout=60, check=False).returncode == 0
    assert not (tmp_path / "none").exists()


def test_a_library_that_cannot_be_created_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    command = [sys.executable, "-m", "alcove_desktop", "--library", str(tmp_path / "file/library")]
    ended = subprocess.run(command, timeout=60, capture_output=True, text=True, check=False)
    assert ended.returncode == 3
    assert ended.stderr.startswith("alcove-desktop: the library cannot be used")
    assert str(tmp_path) not in ended.stderr


def test_the_window_imports_nothing_heavy() -> None:
    loaded = modules(LOADED)
    assert "PySide6" in loaded
    assert not set(HEAVY) & loaded


def modules(script: str, *arguments: str) -> set[str]:
    """Return the packages that a script has imported by its end."""
    command = [sys.executable, "-c", script, *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    return set(ended.stdout.strip("[]\n").replace("'", "").split(", "))
