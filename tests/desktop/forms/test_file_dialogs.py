"""Dropped files and folders are taken as paths."""

import sys

import pytest
from PySide6.QtCore import QMimeData, QUrl

from alcove_desktop.forms import dropped_paths


@pytest.mark.skipif(sys.platform == "win32", reason="there every name is Unicode")
def test_names_come_as_they_are_on_the_disk() -> None:
    data = QMimeData()
    urls = (b"file:///a%FF%20b%3Fc%23.txt", b"https://example.org/a", b"file:///caf%C3%A9")
    data.setUrls([QUrl.fromEncoded(url) for url in urls])
    assert dropped_paths(data) == [b"/a\xff b?c#.txt", "/café".encode()]
