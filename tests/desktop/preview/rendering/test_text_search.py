"""Locate indexed text on a page that another program extracted."""

import pytest

from alcove_desktop.preview.rendering.text_search import fold, locate


def found(page: str, text: str, before: str = "") -> str | None:
    span = locate(fold(page), text, before)
    return page[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("the   first\r\nmonths", "the first months"),
        ("an agree-\r\nment", "an agreement"),
        ("an agree\u00adment", "an agreement"),
        ("an agree\ufffe\r\nment", "an agreement"),
        ("an o\ufb03ce", "an office"),
        ("an office", "an o\ufb03ce"),
        ("A Résumé", "a re\u0301sume\u0301"),
        ("20 m²", "20 m2"),
        ("she said “well, no", 'she said "well, no'),
        ("会议 定于周五", "会议定于\n周五"),
        ("STRASSE", "straße"),
    ],
)
def test_what_reads_the_same_is_the_same(page: str, text: str) -> None:
    assert found(f"Before. {page} After.", text) == page


def test_of_several_the_one_after_the_same_words_is_meant() -> None:
    page = "Paid by Ann: 20 euros. Paid by Bob: 20 euros."
    span = locate(fold(page), "20 euros", "Paid by Bob: ")
    assert span is not None
    assert page[: span[0]].endswith("Bob: ")


def test_where_one_of_them_lost_a_part_the_rest_is_found() -> None:
    page = "The rent is due by the third working day of each month 1 to the owner's account."
    text = "The rent is due by the third working day of each month to the owner's account."
    assert found(page, text) == "The rent is due by the third working day of each month"


def test_a_few_letters_in_common_are_no_find() -> None:
    page = "The telescope shows Saturn's rings at eighty times."
    assert found(page, "The tenant pays the amount by the third day.") is None
    assert found(page, " — ") is None
    assert found("", "words") is None
