"""XML becomes its character data."""

import pytest
from tests.documents.conftest import read_one

from alcove.documents.formats import Format


def test_character_data_stays_on_its_lines() -> None:
    xml = b"<?xml version='1.0'?>\n<!-- no\nno -->\n<a x='no'>one &amp; two</a>\n<b\n/>three\n"
    lines = read_one(xml, Format.XML).text.split("\n")
    assert [(at, line.strip()) for at, line in enumerate(lines, 1) if line.strip()] == [
        (4, "one & two"),
        (6, "three"),
    ]


def test_feeds_carry_html_in_their_text() -> None:
    escaped, quoted = b"&lt;p&gt;One&lt;/p&gt;", b"<![CDATA[<b>two</b> 1 < 2]]>"
    xml = b"<rss><title>News</title><d>" + escaped + b"</d><e>" + quoted + b"</e></rss>"
    document = read_one(xml, Format.XML)
    assert document.title == "News"
    assert document.text.split() == ["News", "One", "two", "1", "<", "2"]


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><l>&b; said</l>'
    assert read_one(bomb, Format.XML).text.strip() == "&b; said"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "latin-1"])
def test_the_encoding_is_found(encoding: str) -> None:
    xml = '<?xml version="1.0" encoding="iso-8859-1"?><a>Größe</a>'.encode(encoding)
    assert read_one(xml, Format.XML).text.strip() == "Größe"
