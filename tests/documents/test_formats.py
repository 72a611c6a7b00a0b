"""Formats are detected by the name, or by the first bytes."""

import pytest

from alcove.documents import (
    Format,
    format_named,
    format_of,
    format_of_name,
    is_told_by_name,
    named_as,
    size_limit,
)


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        (b"/home/me/Report.PDF", Format.PDF),
        (b"letter.docx", Format.DOCX),
        (b"page.htm", Format.HTML),
        (b"main.py", Format.CODE),
        (b"app.ts", Format.CODE),
        (b"main.go", Format.CODE),
        (b"lib.rs", Format.CODE),
        (b"util.c", Format.CODE),
        (b"setup.cfg", Format.CODE),
        (b".gitignore", Format.CODE),
        (b"Dockerfile", Format.CODE),
        (b"photo.jpeg", Format.IMAGE),
        (b"log.ndjson", Format.JSON),
        (b"caf\xe9.md", Format.MD),
    ],
)
def test_the_extension_decides_the_format(name: bytes, format_: Format) -> None:
    assert format_of(name, b"") is format_


@pytest.mark.parametrize(
    ("head", "format_"),
    [
        (b"%PDF-1.7\n", Format.PDF),
        (b"{\\rtf1", Format.RTF),
        (b"\x89PNG\r\n\x1a\n", Format.IMAGE),
        (b"\n <!DOCTYPE html><html>", Format.HTML),
        (b"<?xml version='1.0'?>", Format.XML),
        (b"From me@here Mon Jan  1 10:00:00 2024\nSubject: x\n", Format.MBOX),
        (b"PK\x03\x04....word/document.xml", Format.DOCX),
        (b"PK\x03\x04..mimetypeapplication/epub+zip", Format.EPUB),
        (b"\xff\xfeh\0i\0", Format.TXT),
        (b"just words", Format.TXT),
        (b"\x7fELF\x02\x01\x01\0", None),
        (b"PK\x03\x04....data.bin", None),
        (b"", None),
    ],
)
def test_without_a_known_extension_the_first_bytes_decide(head: bytes, format_: Format) -> None:
    assert format_of(b"README", head) is format_
    assert format_of(b"notes.2024-01", head) is format_


def test_ignored_extensions_have_no_format() -> None:
    assert format_of(b"film.mp4", b"just words") is None
    assert format_of(b"backup.zip", b"PK\x03\x04....word/document.xml") is None


def test_every_format_has_an_extension_and_a_limit() -> None:
    for format_ in Format:
        assert 0 < size_limit(format_) <= 512 << 20
        assert format_named(format_) is format_


@pytest.mark.parametrize(
    ("word", "format_"),
    [("pdf", Format.PDF), (".HTM", Format.HTML), ("py", Format.CODE), ("nonsense", None)],
)
def test_a_user_may_name_a_format_or_an_extension(word: str, format_: Format | None) -> None:
    assert format_named(word) is format_


@pytest.mark.parametrize(
    ("name", "format_"),
    [(b"a/b.PDF", Format.PDF), (b"Dockerfile", Format.CODE), (b"film.mp4", None)],
)
def test_where_the_name_decides_the_bytes_are_ignored(name: bytes, format_: Format | None) -> None:
    assert is_told_by_name(name)
    assert format_of_name(name) is format_ is format_of(name, b"%PDF-")


@pytest.mark.parametrize("name", [b"README", b"notes.2024-01", b"x.", b".", b"a.pdf/Inbox", b""])
def test_where_the_name_does_not_decide_the_bytes_do(name: bytes) -> None:
    assert not is_told_by_name(name)
    assert format_of_name(name) is None
    assert format_of(name, b"%PDF-") is Format.PDF


def test_names_are_sorted_by_their_formats() -> None:
    is_one = named_as(("pdf", "code"))
    assert is_one is not None
    names = (b"a.pdf", b"B.PDF", b"main.rs", b".gitignore", b"a.md", b"pdf", b"a.pdf.txt", b"Inbox")
    assert [name for name in names if is_one(name)] == [*names[:4], b"pdf"]
    assert named_as(()) is None
