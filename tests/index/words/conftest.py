"""Fixture: the folder of a words index."""

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder for words indexes that does not exist yet."""
    return tmp_path / "words"
