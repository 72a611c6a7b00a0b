"""Web pages become what a person sees."""

import pytest
from tests.documents.conftest import read_one

from alcove.documents.formats import Format
from alcove.records import Heading


def test_a_page_becomes_the_text_that_is_seen() -> None:
    page = b"""<html><head><title>On &amp; On</title><style>p {color: red}</style></head><body>
        <nav><a href="/">Home</a></nav><h1>One
        <em>two</em></h1><p>A <a href="x.html" title="t">link</a> and<br>a line.</p>
        <ul><li>first<li>second</ul><script>var x = "</p>";</script>
        <pre>  code
    kept</pre><p><img src="data:image/png;base64,AAAA" alt="A picture"></p></body></html>"""
    document = read_one(page, Format.HTML)
    assert document.title == "On & On"
    assert document.headings == (Heading(0, 1, "One two"),)
    assert document.text == (
        "One two\n\nA link and\na line.\n\nfirst\nsecond\n\n  code\n    kept\n\nA picture"
    )


def test_a_table_has_its_rows_on_lines() -> None:
    page = b"<table><tr><th>Name<th>Town</tr><tr><td><p>Ann</p></td><td>Rome</td></tr></table>"
    assert read_one(page, Format.HTML).text == "Name\tTown\nAnn\tRome"


def test_a_table_that_lays_out_a_page_keeps_its_paragraphs() -> None:
    words = "word " * 60
    page = f"<table><tr><td><p>{words}</p><p>{words}</p></td></tr></table>".encode()
    assert read_one(page, Format.HTML).text == f"{words.strip()}\n\n{words.strip()}"


def test_readings_over_characters_do_not_break_words() -> None:
    page = "<p><ruby>草枕<rp>(</rp><rt>くさまくら</rt><rp>)</rp></ruby>を読む</p>".encode()
    assert read_one(page, Format.HTML).text == "草枕を読む"


def test_an_unclosed_menu_does_not_hide_the_page() -> None:
    assert read_one(b"<nav>Menu<p>Body", Format.HTML).text == "Menu\n\nBody"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("cp1252", "windows-1252"), ("utf-8", "iso-8859-1"), ("utf-16", "utf-16"), ("cp932", "sjis")],
)
def test_the_encoding_is_found(encoding: str, declared: str) -> None:
    words = "日本語の文章" if encoding == "cp932" else "Die schöne Straße"
    page = f'<meta charset="{declared}"><p>{words}</p>'.encode(encoding)
    assert read_one(page, Format.HTML).text == words
