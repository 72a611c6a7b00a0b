"""One box for each line of characters."""

from alcove_desktop.preview.rendering.boxes import Edges, lines


def row(left: float, bottom: float, count: int, *, high: float = 10) -> list[Edges]:
    """Return the boxes of adjacent characters."""
    return [(left + at * 6, bottom, left + at * 6 + 5, bottom + high) for at in range(count)]


def test_characters_of_a_line_become_one_box() -> None:
    assert list(lines(row(10, 100, 3))) == [(10, 100, 27, 110)]


def test_each_line_has_its_own() -> None:
    assert list(lines([*row(10, 100, 2), *row(10, 86, 2)])) == [
        (10, 100, 21, 110),
        (10, 86, 21, 96),
    ]


def test_columns_stay_apart() -> None:
    assert len(list(lines([*row(10, 100, 5), *row(300, 100, 5)]))) == 2


def test_raised_and_small_characters_belong_to_their_line() -> None:
    characters = [*row(10, 100, 2), (22, 104, 25, 111), *row(26, 100, 2)]
    assert list(lines(characters)) == [(10, 100, 37, 111)]


def test_text_from_right_to_left_is_one_line() -> None:
    assert list(lines(reversed(row(10, 100, 4)))) == [(10, 100, 33, 110)]
