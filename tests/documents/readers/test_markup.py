"""Titles and headings of plain-text formats."""

from tests.documents.conftest import read_one

from alcove.documents.formats import Format
from alcove.records import Document


def found(document: Document) -> list[tuple[int, str, str]]:
    """Return level, words and line of each heading."""
    return [
        (heading.level, heading.text, document.text[heading.start :].split("\n")[0])
        for heading in document.headings
    ]


def test_markdown() -> None:
    text = (
        "# The *first* one\n\nText\n\n```sh\n# no heading\n```\n\n## [Second](x.md) ##\n\n"
        "Third\n=====\n\nFourth\n---\n\n- item\n---\n\n#hashtag\n"
    )
    document = read_one(text.encode(), Format.MD)
    assert document.text == text
    assert document.title == "The first one"
    assert found(document) == [
        (1, "The first one", "# The *first* one"),
        (2, "Second", "## [Second](x.md) ##"),
        (1, "Third", "Third"),
        (2, "Fourth", "Fourth"),
    ]


def test_the_front_matter_of_markdown_states_the_title() -> None:
    document = read_one(b"---\ntags: [a]\ntitle: 'On Trees'\n---\n# Heading\n", Format.MD)
    assert document.title == "On Trees"
    assert found(document) == [(1, "Heading", "# Heading")]


def test_restructured_text() -> None:
    text = (
        "======\nWhales\n======\n\nFirst\n=====\n\nText\n\nA :ref:`deep` one\n-----------------\n\n"
        "==== ====\na    b\n==== ====\n\nSecond\n======\n\n::\n\n    code\n    ----\n"
    )
    document = read_one(text.encode(), Format.RST)
    assert document.title == "Whales"
    assert found(document) == [
        (1, "Whales", "======"),
        (2, "First", "First"),
        (3, "A deep one", "A :ref:`deep` one"),
        (2, "Second", "Second"),
    ]


def test_a_pep_states_its_title_in_its_preamble() -> None:
    text = (
        "PEP: 8\nTitle: Style Guide\n  for Code\nAuthor: A. Person\n\nIntroduction\n====\n\nHi.\n"
    )
    document = read_one(text.encode(), Format.RST)
    assert document.title == "Style Guide for Code"
    assert found(document) == [(1, "Introduction", "Introduction")]


def test_org() -> None:
    text = "#+TITLE: Plans\n\n* TODO First :work:home:\ntext\n** Second\n*bold* text\n"
    document = read_one(text.encode(), Format.ORG)
    assert document.title == "Plans"
    assert found(document) == [
        (1, "First", "* TODO First :work:home:"),
        (2, "Second", "** Second"),
    ]


def test_tex() -> None:
    text = (
        "\\title{On {\\em Trees}}\n% \\section{none}\n\\section*{Roots}\n"
        "  \\subsection[short]{Deep \\textbf{roots}}\nText.\n"
    )
    document = read_one(text.encode(), Format.TEX)
    assert document.title == "On Trees"
    assert found(document) == [
        (3, "Roots", "\\section*{Roots}"),
        (4, "Deep roots", "  \\subsection[short]{Deep \\textbf{roots}}"),
    ]


def test_plain_texts_stay_as_they_are() -> None:
    text = "  # one\n\n\tdef f():  pass\n"
    for format_ in (Format.TXT, Format.CODE, Format.CSV, Format.TSV, Format.JSON):
        assert read_one(text.replace("\n", "\r\n").encode(), format_) == Document(text)
