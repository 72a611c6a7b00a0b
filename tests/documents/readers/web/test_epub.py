"""EPUB books: their chapters, in order."""

import pytest
from tests.documents.conftest import read_one, zipped

from alcove.documents.formats import Format
from alcove.errors import ReadError, Reason
from alcove.records import Heading

PACKAGE = """<package><metadata><dc:title id="t">Sailing &amp; rowing</dc:title></metadata>
    <manifest><item id="two" href="text/b%20b.xhtml"/><item href="text/a.xhtml" id="one"/>
    <item id="lost" href="text/lost.xhtml"/></manifest>
    <spine><itemref idref="one"/><itemref linear="no" idref="two"/><itemref idref="lost"/></spine>
    </package>"""
BOOK: dict[str, str | bytes] = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<rootfile full-path="OPS/book.opf"/>',
    "OPS/book.opf": PACKAGE,
    "OPS/text/a.xhtml": "<html><body><h1>פרק ראשון</h1><p>מפליגים</p></body></html>",
    "OPS/text/b b.xhtml": "<html><body><h1>式</h1><svg><text>Drawn</text></svg></body></html>",
}


def test_chapters_follow_the_spine() -> None:
    document = read_one(zipped(BOOK), Format.EPUB)
    assert document.title == "Sailing & rowing"
    assert document.text == "פרק ראשון\n\nמפליגים\n\n式\n\nDrawn"  # noqa: RUF001
    assert document.headings == (Heading(0, 1, "פרק ראשון"), Heading(20, 1, "式"))


def test_a_book_without_a_package_is_damaged() -> None:
    with pytest.raises(ReadError) as caught:
        read_one(zipped({**BOOK, "META-INF/container.xml": "<x/>"}), Format.EPUB)
    assert caught.value.reason is Reason.DAMAGED


def test_a_book_under_rights_management_is_encrypted() -> None:
    locked = '<CipherReference URI="OPS/text/a.xhtml"/>'
    with pytest.raises(ReadError) as caught:
        read_one(zipped({**BOOK, "META-INF/encryption.xml": locked}), Format.EPUB)
    assert caught.value.reason is Reason.ENCRYPTED


def test_hidden_fonts_do_not_hide_the_book() -> None:
    fonts = '<CipherReference URI="OPS/font.otf"/>'
    assert read_one(zipped({**BOOK, "META-INF/encryption.xml": fonts}), Format.EPUB).headings
