"""Find all matches of a typed text."""

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
def test_all_matches_are_found(text: str, wanted: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_all(text, wanted)] == found


def test_the_number_of_matches_is_limited() -> None:
    assert len(find_all("e" * (2 * MAX_FOUND), "e")) == MAX_FOUND


def test_finding_starts_at_the_visible_place() -> None:
    places = [(3, 4), (10, 12), (20, 21)]
    assert [nearest(places, offset) for offset in (0, 4, 10, 21)] == [0, 1, 1, 0]
    assert nearest([], 5) == 0
