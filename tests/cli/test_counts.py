import pytest

from alcove.cli.counts import counted


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [
        (0, "file", "0 files"),
        (1, "file", "1 file"),
        (2000, "file", "2,000 files"),
        (1, "saved search", "1 saved search"),
        (2, "saved search", "2 saved searches"),
    ],
)
def test_a_count_agrees_with_its_noun(number: int, noun: str, said: str) -> None:
    assert counted(number, noun) == said
