"""Every shared document yields text or a sensible reason, in a real reader process."""

import os
from collections import Counter
from pathlib import Path

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


def test_every_document(shared_data: Path) -> None:
    failed: dict[Reason, set[str]] = {}
    outcomes: Counter[str] = Counter()
    with Reader() as reader:
        for path in sorted((shared_data / "documents").rglob("*")):
            if path.is_dir() or path.name.endswith("SOURCE.txt"):
                continue
            try:
                read(reader, path)
                outcomes["text"] += 1
            except ReadError as error:
                outcomes[error.reason] += 1
                failed.setdefault(error.reason, set()).add(path.name)
    pictures = failed.pop(Reason.NEEDS_OCR)
    assert all(name.endswith((".pdf", ".jpg", ".png")) for name in pictures)
    assert failed == EXPECTED
    assert outcomes["text"] > 300


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
