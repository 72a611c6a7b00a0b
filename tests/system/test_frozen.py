"""The packaged application starts our modules and finds its data."""

import subprocess
import sys
from pathlib import Path

import pytest

from alcove import __version__
from alcove.encoder import bundled_model, list_models, prepare
from alcove.sandbox.code_folders import library_folders
from alcove.system.frozen import is_frozen, module_command, run_wanted_module

# What the packaged program does first.
START = """
import sys
from alcove.system.frozen import run_wanted_module
if not run_wanted_module(sys.argv[1:]):
    print("nothing wanted")
"""


@pytest.fixture
def packaged(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Make this process look like a packaged application; return its folder."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "shipped"), raising=False)
    (tmp_path / "shipped").mkdir()
    return tmp_path / "shipped"


def started(*arguments: str) -> str:
    command = [sys.executable, "-c", START, *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    return ended.stdout


def test_from_source_python_runs_our_modules() -> None:
    assert not is_frozen()
    command = module_command("alcove")
    ended = subprocess.run(
        [*command, "--version"], capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout == f"alcove, version {__version__}\n"


def test_the_packaged_executable_runs_our_modules(packaged: Path) -> None:
    program, *arguments = module_command("alcove")
    assert program == sys.executable
    assert started(*arguments, "--version") == f"alcove, version {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [(), ("search", "lease"), ("--run-module",), ("--run-module", "this")]
)
def test_other_modules_are_not_run(arguments: tuple[str, ...]) -> None:
    assert started(*arguments) == "nothing wanted\n"
    assert not run_wanted_module(arguments)


def test_the_packaged_reader_may_open_only_shipped_files(packaged: Path) -> None:
    assert set(library_folders()) == {packaged, Path(sys.executable)}


def test_the_packaged_model_is_prepared_and_is_copied(
    packaged: Path, models: Path, tmp_path: Path
) -> None:
    (prepared,) = models.iterdir()
    (packaged / "model").symlink_to(prepared)
    (bundled,) = list_models(tmp_path / "models")
    assert bundled.bundled
    assert bundled.prepared is None
    made = prepare(bundled_model(), tmp_path / "models")
    assert made.id == bundled.id == prepared.name
    assert made.path == tmp_path / "models" / prepared.name
    (bundled,) = list_models(tmp_path / "models")
    assert bundled.prepared == made
