"""Finding what is typed in a text."""

import pytest

from alcove_desktop.preview.find.finder import MAX_FOUND, find_all, nearest


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Rent and rent", "RENT", ["Rent", "rent"]),
        ("the first\n  months", "first months", ["first\n  months"]),
        ("a.b axb", "a.b", ["a.b"]),
        ("aaa", "aa", ["aa"]),
        ("words", "  ", []),
        ("words", "sword", []),
    ],
)
def test_what_is_found(text: str, wanted: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_all(text, wanted)] == found


def test_there_is_an_end_to_it() -> None:
    assert len(find_all("e" * (2 * MAX_FOUND), "e")) == MAX_FOUND


def test_one_goes_on_from_where_one_looks() -> None:
    places = [(3, 4), (10, 12), (20, 21)]
    assert [nearest(places, offset) for offset in (0, 4, 10, 21)] == [0, 1, 1, 0]
    assert nearest([], 5) == 0
