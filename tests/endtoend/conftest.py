"""The program as people run it: a child process, a library folder, what it prints and returns."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from alcove.personal import LibraryFolder, Pace, settings_store


@dataclass(frozen=True)
class Ended:
    """What a command returned and printed."""

    code: int
    stdout: str
    stderr: str

    @property
    def json(self) -> Any:
        return json.loads(self.stdout)


@dataclass(frozen=True)
class Program:
    """The command line with one library.

    Attributes:
        library: the library's folder; it need not exist.
        wrapper: a command that runs the program, such as strace with its options.
    """

    library: Path
    wrapper: tuple[str, ...] = ()

    def __call__(self, *arguments: str | Path, cwd: Path | None = None) -> Ended:
        """Run a command to its end."""
        done = subprocess.run(
            self.command(*arguments),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            cwd=cwd,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Ended(done.returncode, done.stdout, done.stderr)

    def command(self, *arguments: str | Path) -> list[str]:
        program = (sys.executable, "-m", "alcove", "--library", str(self.library))
        return [*self.wrapper, *program, *map(str, arguments)]

    def index(self, *folders: Path) -> Ended:
        """Index and demand that it succeeds."""
        ended = self("index", *folders)
        assert ended.code == 0, ended.stderr
        return ended

    def hits(self, *query: str | Path) -> list[dict[str, Any]]:
        """Search and give the hits, or none."""
        ended = self("search", "--json", *query)
        assert ended.code in (0, 1), ended.stderr
        found: list[dict[str, Any]] = ended.json["hits"]
        assert ended.code == (not found)
        return found

    def status(self) -> dict[str, Any]:
        ended = self("status", "--json")
        assert ended.code == 0, ended.stderr
        found: dict[str, Any] = ended.json
        return found


@pytest.fixture
def program(tmp_path: Path, models: Path) -> Program:
    """The command line with a fresh library that has the model already."""
    return with_models(tmp_path / "library", models)


def with_models(library: Path, models: Path, wrapper: Sequence[str] = ()) -> Program:
    library.mkdir(mode=0o700)
    shutil.copytree(models, library / "models")
    work_on(library)
    return Program(library, tuple(wrapper))


def work_on(library: Path) -> None:
    """Have other tests' load be no reason for the library's indexer to rest."""
    personal = LibraryFolder(library).personal
    settings_store.change(personal, lambda now: replace(now, when_busy=Pace.FULL))


def make(folder: Path, files: dict[str, str]) -> Path:
    """A folder with these text files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder
