"""Where a words index lies."""

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for words indexes, not there yet."""
    return tmp_path / "words"
