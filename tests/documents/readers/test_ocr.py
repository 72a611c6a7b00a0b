"""Detection of Tesseract's installed languages."""

import io
from pathlib import Path

import pytest
from tests.documents.conftest import read_one

from alcove.documents.formats import Format
from alcove.documents.readers.ocr import ocr_languages
from alcove.documents.readers.registry import read
from alcove.errors import ReadError, Reason


def test_languages_are_what_the_folder_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("deu.traineddata", "eng.traineddata", "osd.traineddata", "pdf.ttf"):
        (tmp_path / name).touch()
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert ocr_languages() == ("deu", "eng")


def test_no_data_means_no_ocr(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert ocr_languages() == ()


def test_pictures_wait_for_ocr() -> None:
    with pytest.raises(ReadError) as caught:
        read_one(b"\x89PNG\r\n\x1a\n", Format.IMAGE)
    assert caught.value.reason is Reason.NEEDS_OCR


@pytest.mark.skipif("eng" not in ocr_languages(), reason="Tesseract's English is not installed")
def test_a_picture_of_text_is_read(shared_data: Path) -> None:
    path = shared_data / "documents" / "unstructured" / "img__DA-1p.png"
    (document,) = read(io.BytesIO(path.read_bytes()), Format.IMAGE, ["eng"])
    assert "We arrived in the dead of night" in document.text
