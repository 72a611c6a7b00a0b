"""Every shared document yields text or a sensible reason, in a real reader process."""

import os
from pathlib import Path

import pytest

from alcove.documents import HEAD_SIZE, format_of
from alcove.documents.process.reader import Reader
from alcove.errors import ReadError, Reason

EXPECTED = {
    Reason.DAMAGED: {"017-unreadable-meta-data__unreadablemetadata.pdf"},
    Reason.EMPTY: {
        "empty.txt",
        "markitdown__test_files__expected_outputs__MEDRPT-2024-PAT-3847_medical_report_scan.md",
    },
    Reason.ENCRYPTED: {
        "005-libreoffice-writer-password__libreoffice-writer-password.pdf",
        "eml__fake-encrypted.eml",
        "fake-encrypted.msg",
        "password_protected.xlsx",
        "pdf__password.pdf",
    },
    Reason.NO_TEXT: {
        "eml__empty.eml",
        "empty.xlsx",
        "fake-text-all-whitespace.txt",
        "svg-in-spine.epub",
        "test-image-jpg-mime.pptx",
    },
}


@pytest.mark.slow
def test_every_document(shared_data: Path) -> None:
    failed, with_text = outcomes(documents(shared_data))
    assert failed == EXPECTED
    assert with_text > 300


def test_one_of_each_kind_and_those_without_text(shared_data: Path) -> None:
    without = set().union(*EXPECTED.values())
    every = documents(shared_data)
    kinds = {path.suffix: path for path in reversed(every) if path.name not in without}
    failed, with_text = outcomes([path for path in every if path.name in without])
    assert (failed, with_text) == (EXPECTED, 0)
    failed, with_text = outcomes(list(kinds.values()))
    assert failed == {}
    assert with_text > 20


def documents(shared_data: Path) -> list[Path]:
    found = sorted((shared_data / "documents").rglob("*"))
    return [path for path in found if path.is_file() and not path.name.endswith("SOURCE.txt")]


def outcomes(paths: list[Path]) -> tuple[dict[Reason, set[str]], int]:
    """What failed for which reason, but for pictures of text, and how many have text."""
    failed: dict[Reason, set[str]] = {}
    with_text = 0
    with Reader() as reader:
        for path in paths:
            try:
                read(reader, path)
                with_text += 1
            except ReadError as error:
                failed.setdefault(error.reason, set()).add(path.name)
    pictures = failed.pop(Reason.NEEDS_OCR, set())
    assert all(name.endswith((".pdf", ".jpg", ".png")) for name in pictures)
    return failed, with_text


def read(reader: Reader, path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        format_ = format_of(os.fsencode(path), os.pread(descriptor, HEAD_SIZE, 0))
        assert format_ is not None
        for document in reader.read(descriptor, format_):
            assert document.text.strip()
            for heading in document.headings:
                beginning = document.text[heading.start : heading.start + 300]
                assert heading.text.split()[0] in beginning
    finally:
        os.close(descriptor)
