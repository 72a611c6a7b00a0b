"""Folders to walk."""

from collections.abc import Callable
from pathlib import Path

import pytest

from alcove.files import Scan, scan


@pytest.fixture
def plant(tmp_path: Path) -> Callable[..., Path]:
    """Write a file below `tmp_path` with the folders above it; returns its path."""

    def write(name: str, data: bytes = b"text") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    return write


@pytest.fixture
def walk(tmp_path: Path) -> Callable[..., Scan]:
    """Scan `tmp_path`, leaving out the folders named."""

    def run(*skip: Path) -> Scan:
        return scan(bytes(tmp_path), skip={bytes(path) for path in skip})

    return run
