"""What is damaged is built again; what cannot be derived, and what is newer, is left as it is."""

import random
import shutil
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from alcove.index.opening import SCHEMA_VERSION
from alcove.personal import PERSONAL_VERSION, LibraryFolder

from ..benchmarks.equality import faults
from .conftest import Program, make, with_models
from .recorded.runs import linux_only

PAGE = 4096  # bytes
FAILURE = 3


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty files; no test changes them."""
    texts = {f"{number}.txt": f"Note {number} is about a harbour. " * 50 for number in range(20)}
    return make(tmp_path_factory.mktemp("harbour") / "documents", texts)


@pytest.fixture(scope="module")
def whole(folder: Path, models: Path) -> Path:
    """A library of them; no test changes it."""
    program = with_models(folder.parent / "library", models)
    program.index(folder)
    return program.library


@pytest.fixture
def program(whole: Path, tmp_path: Path) -> Program:
    """The command line with a copy of it."""
    return Program(shutil.copytree(whole, tmp_path / "library"))


@pytest.fixture
def library(program: Program) -> LibraryFolder:
    return LibraryFolder(program.library)


def damage(file: Path) -> None:
    """Overwrite all pages but the first."""
    content = bytearray(file.read_bytes())
    content[PAGE:] = random.Random(7).randbytes(len(content) - PAGE)
    file.write_bytes(content)


def hashes(folder: Path) -> dict[Path, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path: sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_damaged_index_is_set_aside_and_built_again(
    program: Program, library: LibraryFolder, folder: Path
) -> None:
    personal = library.personal.read_bytes()
    damage(library.index)
    program.index()
    assert faults(library, folder) == []
    assert (library.damaged / library.index.name).exists()
    assert library.personal.read_bytes() == personal


def test_a_damaged_words_index_is_built_again_alone(
    program: Program, library: LibraryFolder, folder: Path
) -> None:
    for file in library.words.rglob("*.term"):
        file.write_bytes(bytes(file.stat().st_size))
    program.index()
    assert faults(library, folder) == []
    assert not library.damaged.exists()
    assert len(program.hits("--mode", "words", "harbour")) == 10


def test_a_missing_words_index_is_built_again(
    program: Program, library: LibraryFolder, folder: Path
) -> None:
    shutil.rmtree(library.words)
    program.index()
    assert faults(library, folder) == []


@pytest.mark.parametrize("command", ["index", "status"])
@pytest.mark.parametrize(
    ("part", "version"), [("index", SCHEMA_VERSION), ("personal", PERSONAL_VERSION)]
)
def test_a_library_that_a_newer_version_wrote_is_refused_and_not_touched(
    program: Program, library: LibraryFolder, part: str, version: int, command: str
) -> None:
    with closing(sqlite3.connect(getattr(library, part))) as connection:
        connection.execute(f"PRAGMA user_version = {version + 1}")
    before = hashes(library.root)
    ended = program(command)
    assert ended.code == FAILURE
    assert "a newer version of Alcove wrote this library" in ended.stderr
    assert hashes(library.root) == before


@linux_only
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_a_full_disk_ends_the_command_with_a_message_and_costs_nothing(
    models: Path, tmp_path: Path
) -> None:
    program = with_models(tmp_path / "own", models)
    library = LibraryFolder(program.library)
    folder = make(tmp_path / "documents", {"first.txt": "The first note."})
    program.index(folder)
    make(folder, {f"more {number}.txt": f"Another note, {number}." for number in range(20)})
    full = ("strace", "-f", "-o", "/dev/null", f"-P{library.index}", f"-P{library.index}-wal")
    inject = ("-e", "trace=pwrite64", "-e", "inject=pwrite64:error=ENOSPC:when=8+")
    ended = Program(program.library, (*full, *inject))("index")
    assert ended.code == FAILURE
    assert "the disk that holds the library is full" in ended.stderr
    program.index()
    assert faults(library, folder) == []
