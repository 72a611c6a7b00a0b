"""Files to draw, a page drawer, and renderer processes that misbehave."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from alcove_desktop.preview.rendering.page_drawer import PageDrawer, PageFile
from alcove_desktop.preview.rendering.page_requests import PageKind

_MISBEHAVING = str(Path(__file__).with_name("misbehaving.py"))

Misbehaving = Callable[[str], tuple[str, ...]]


def page_file(path: Path, kind: PageKind = PageKind.PDF) -> PageFile:
    """Return a file in its current version."""
    found = path.stat()
    return PageFile(os.fsencode(path), (found.st_mtime_ns, found.st_size), kind)


@pytest.fixture
def drawing() -> Iterator[PageDrawer]:
    drawing = PageDrawer()
    yield drawing
    drawing.close()


@pytest.fixture
def lease(documents: Path) -> PageFile:
    """A PDF of three pages."""
    return page_file(documents / "Home/Contracts/lease.pdf")


@pytest.fixture
def misbehaving(tmp_path: Path) -> Misbehaving:
    """The command of a process with some behaviour, which logs its `deaths` in `tmp_path`."""
    return lambda behaviour: (sys.executable, _MISBEHAVING, behaviour, str(tmp_path / "deaths"))
