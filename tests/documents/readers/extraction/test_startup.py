"""kreuzberg writes its files to a folder that no other user can have prepared."""

import os
import stat
import sys
from pathlib import Path

import pytest
from tests.documents.conftest import pdf

from alcove.documents import Format
from alcove.documents.process.reader import Reader
from alcove.documents.readers.ocr import ocr_languages

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="temporary folders are private")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader's temporary folder, empty as on a first run."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def read_a_pdf(scratch: Path, *, ocr: tuple[str, ...] = ()) -> str:
    path = scratch / "file.pdf"
    path.write_bytes(pdf("Words on a page."))
    descriptor = os.open(path, os.O_RDONLY)
    try:
        with Reader(ocr=ocr) as reader:
            return reader.read(descriptor, Format.PDF)[0].text
    finally:
        os.close(descriptor)


def test_the_first_pdf_on_a_machine_is_read(tmp_path: Path, temporary: Path) -> None:
    assert read_a_pdf(tmp_path) == "Words on a page."
    (folder,) = temporary.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    before = next(folder.glob("kreuzberg-pdfium/*")).stat().st_mtime_ns
    assert read_a_pdf(tmp_path) == "Words on a page."
    assert next(folder.glob("kreuzberg-pdfium/*")).stat().st_mtime_ns == before


def test_a_library_that_somebody_else_put_there_is_not_loaded(
    tmp_path: Path, temporary: Path
) -> None:
    planted = temporary / "kreuzberg-pdfium" / "libpdfium.so"
    planted.parent.mkdir()
    planted.write_bytes(b"planted")
    assert read_a_pdf(tmp_path) == "Words on a page."
    assert planted.read_bytes() == b"planted"


def test_a_folder_that_others_can_write_to_is_left_alone(tmp_path: Path, temporary: Path) -> None:
    read_a_pdf(tmp_path)
    (first,) = temporary.iterdir()
    first.chmod(0o777)
    assert read_a_pdf(tmp_path) == "Words on a page."
    (other,) = set(temporary.iterdir()) - {first}
    assert stat.S_IMODE(other.stat().st_mode) == 0o700


@pytest.mark.skipif("eng" not in ocr_languages(), reason="Tesseract's English is not installed")
def test_the_home_stays_as_it_was(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert read_a_pdf(tmp_path, ocr=("eng",)) == "Words on a page."
    assert list(home.iterdir()) == []
