"""File names become words."""

import pytest

from alcove.index.words import name_words


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (b"/a/plain.txt", "plain.txt"),
        (b"/a/TaxReturn2024.pdf", "TaxReturn2024.pdf Tax Return 2024.pdf"),
        (b"/a/snake_case.txt", "snake case.txt"),
        (b"/a/Some_HTMLPage.x", "Some HTMLPage.x"),
        (b"/a/bad\xff.txt", "bad?.txt"),
        ("/a/Übung.txt".encode(), "Übung.txt"),
        (b"relative", "relative"),
    ],
)
def test_a_name_is_cut_into_words(path: bytes, words: str) -> None:
    assert name_words(path) == words
