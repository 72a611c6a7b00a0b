"""Files with a misleading name, and zip bombs."""

import struct
import zlib

import pytest
from tests.documents.conftest import docx, read_one, xlsx, zipped

from alcove.documents.formats import Format
from alcove.documents.readers import containers
from alcove.documents.readers.containers import true_format
from alcove.errors import ReadError, Reason

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refusal(data: bytes, format_: Format = Format.DOCX) -> Reason:
    with pytest.raises(ReadError) as caught:
        true_format(data, format_)
    return caught.value.reason


@pytest.mark.parametrize(
    ("data", "named", "real"),
    [
        (docx("x"), Format.DOC, Format.DOCX),
        (xlsx({"a": ["x"]}), Format.DOCX, Format.XLSX),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), Format.DOCX, Format.ODT),
        (b"%PDF-1.4", Format.DOCX, Format.PDF),
        (b"%PDF-1.4", Format.TXT, Format.PDF),
        (b"junk\n%PDF-1.4", Format.PDF, Format.PDF),
        (b"# about %PDF-1.4", Format.MD, Format.MD),
        (b"{\\rtf1 x}", Format.DOC, Format.RTF),
        (b"<html><body>", Format.DOC, Format.HTML),
        (b"name\ttown\n", Format.XLS, Format.TXT),
        (b"just words", Format.DOCX, Format.TXT),
        (b"<html>", Format.MD, Format.MD),
        (OLE + "WordDocument".encode("utf-16-le"), Format.DOCX, Format.DOC),
        (OLE + "Workbook".encode("utf-16-le"), Format.XLS, Format.XLS),
        (OLE + "__properties_version1.0".encode("utf-16-le"), Format.DOC, Format.MSG),
    ],
)
def test_the_bytes_outrank_the_name(data: bytes, named: Format, real: Format) -> None:
    assert true_format(data, named) is real


def test_a_misleading_name_costs_nothing() -> None:
    assert read_one(docx("Words"), Format.DOC).text == "Words"
    assert read_one(b"Words", Format.DOCX).text == "Words"


def test_an_encrypted_office_file_is_reported() -> None:
    assert refusal(OLE + "EncryptedPackage".encode("utf-16-le")) is Reason.ENCRYPTED


def test_an_encrypted_open_document_is_reported() -> None:
    manifest = "<manifest:encryption-data/>"
    assert refusal(zipped({"META-INF/manifest.xml": manifest}), Format.ODT) is Reason.ENCRYPTED


def test_an_encrypted_member_is_reported() -> None:
    data = bytearray(docx("x"))
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1
    assert refusal(bytes(data)) is Reason.ENCRYPTED


def test_a_truncated_archive_is_damaged() -> None:
    assert refusal(docx("x")[:-30]) is Reason.DAMAGED


def test_a_bomb_is_refused() -> None:
    assert refusal(zipped({"word/document.xml": bytes(60 << 20)})) is Reason.EXPANDS_TOO_MUCH


def test_a_bomb_that_declares_itself_small_is_refused() -> None:
    data = bytearray(zipped({"word/document.xml": bytes(60 << 20)}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.index(mark) + at
        data[start : start + 4] = struct.pack("<I", 100)
    assert refusal(bytes(data)) is Reason.EXPANDS_TOO_MUCH


def test_a_dense_but_small_archive_is_read() -> None:
    assert true_format(zipped({"word/document.xml": bytes(1 << 20)}), Format.DOCX) is Format.DOCX


def test_members_are_unpacked_in_small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "ALWAYS_ALLOWED", 1000)
    monkeypatch.setattr(containers, "MAX_EXPANSION", 1)
    assert refusal(zipped({"word/document.xml": zlib.compress(b"") + bytes(5000)}))
