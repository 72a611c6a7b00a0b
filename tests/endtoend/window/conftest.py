"""A desk to sit at, with a library in which a few documents can be found."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from tests.documents.conftest import pdf
from tests.endtoend.conftest import make, with_models
from tests.endtoend.window.desk import Desk, Screen, missing, screen

from alcove.personal import LibraryFolder
from alcove.personal.window_settings import Theme, change_window

FILES = {
    "bread.md": "# Bread\n\nMix flour, water and salt, and let the dough rest overnight.\n",
    "keys.txt": "Every tenant gets three keys, and returns them when moving out.\n",
}
QUESTION = "when does the boat depart"
"""Shares no word with the page that answers it, which is the second of harbour.pdf."""


def fill(folder: Path) -> Path:
    """Put the documents into a folder."""
    make(folder, FILES)
    pages = ("The harbour has two piers.", "The ferry to the islands leaves at seven.")
    (folder / "harbour.pdf").write_bytes(pdf(*pages))
    return folder


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Path:
    """A folder with `documents`, and a `library` in which they can be found; not to be changed."""
    top = tmp_path_factory.mktemp("shelf")
    with_models(top / "library", models).index(fill(top / "documents"))
    return top


@pytest.fixture
def front(tmp_path: Path) -> Iterator[Screen]:
    """A screen; skips the test where none can be had."""
    if missing():
        pytest.skip(missing())
    (tmp_path / "screen").mkdir()
    with screen(tmp_path / "screen") as front:
        yield front


@pytest.fixture
def desk(front: Screen, tmp_path: Path, shelf: Path) -> Iterator[Desk]:
    """A desk with a copy of the shelf's library."""
    shutil.copytree(shelf / "library", tmp_path / "library")
    with sitting_at(front, tmp_path) as desk:
        yield desk


@pytest.fixture
def new_desk(front: Screen, tmp_path: Path, models: Path) -> Iterator[Desk]:
    """A desk with an empty library, and a `home` of its own."""
    with_models(tmp_path / "library", models)
    (tmp_path / "home").mkdir()
    with sitting_at(front, tmp_path, HOME=str(tmp_path / "home")) as desk:
        yield desk


@contextmanager
def sitting_at(front: Screen, top: Path, **more: str) -> Iterator[Desk]:
    """A desk in the folder `top`, at which nothing may still run in the end."""
    library = LibraryFolder(top / "library")
    change_window(library.personal, lambda now: replace(now, theme=Theme.LIGHT))
    (top / "programs").mkdir()
    desk = Desk(front, library.root, top / "programs", more=more)
    try:
        yield desk
    finally:
        left = desk.end()
    assert left == []
