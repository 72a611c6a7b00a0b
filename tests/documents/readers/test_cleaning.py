"""Extracted text becomes readable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove.documents.readers.cleaning import clean_block, clean_line, sensible_title


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("im\x02portant", "important"),
        ("im\x02\r\nportant", "important"),
        ("eﬀect ﬁle", "effect file"),
        ("a \xa0 b", "a b"),
        ("a  \n\n\n\n b", "a\n\n b"),
        ("soft\xadhyphen\0", "softhyphen"),
        (
            "![Logo](data:image/png;base64,AAAA) and [a link](https://example.com/x)",
            "Logo and a link",
        ),
        ("f(x)[0](y)", "f(x)[0](y)"),
    ],
)
def test_a_block_is_made_readable(raw: str, clean: str) -> None:
    assert clean_block(raw) == clean


def test_code_keeps_its_indentation() -> None:
    assert clean_block("\n  if  x:\n    y\n", code=True) == "  if  x:\n    y"


@given(st.text())
def test_cleaning_twice_changes_nothing_more_and_can_be_stored(text: str) -> None:
    once = clean_line(text)
    once.encode("utf-8")
    assert "\0" not in once
    assert once == once.strip()


@pytest.mark.parametrize(
    "junk",
    [
        None,
        "",
        "untitled",
        "(anonymous)",
        "PowerPoint Presentation",
        "Untitled spreadsheet",
        "Slide 1",
        "Microsoft Word - report-final.doc",
        "fake-memo",
        "glxz-10k_20211231.htm",
        "imagemagick-ASCII85Decode",
        "x" * 400,
    ],
)
def test_placeholder_titles_are_dropped(junk: str | None) -> None:
    assert sensible_title(junk) is None


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("Trees", "Trees"),
        ("草枕", "草枕"),
        ("Spider-Man", "Spider-Man"),
        ("Microsoft Word - Annual Report", "Annual Report"),
        ("  The\n Waste  Land ", "The Waste Land"),
        ("Presentation of the results", "Presentation of the results"),
    ],
)
def test_real_titles_are_kept(raw: str, title: str) -> None:
    assert sensible_title(raw) == title
