"""The part of a text that is shown, and the positions of its characters in Qt."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from alcove_desktop.preview.text.part import TextPart

# What Qt counts or reads in its own way, among ordinary letters.
_ODD = st.text(st.sampled_from("aé\n\r\0\f\t𝄞🙂\u2028\u2029\ufdd0\ufdd1\ufffc\u00ad\u202e"))


def test_a_short_text_is_whole() -> None:
    part = TextPart.around("some words", 5)
    assert (part.start, part.end, part.text, part.whole) == (0, 10, "some words", 10)


def test_of_a_long_text_the_part_around_is_shown_from_line_to_line() -> None:
    text = "".join(f"line {number}\n" for number in range(200_000))
    part = TextPart.around(text, len(text) // 2)
    assert part.end - part.start <= 200_000
    assert part.start < len(text) // 2 < part.end
    assert text[part.start - 1] == "\n"
    assert part.holds(part.start, part.end)
    assert not part.holds(part.start - 1, part.end)


def test_a_text_without_lines_is_shown_in_small_parts() -> None:
    part = TextPart.around("x" * 10**6, 500_000)
    assert part.end - part.start <= 20_000


def test_the_ends_of_a_long_text_can_be_reached() -> None:
    text = "word " * 100_000
    assert TextPart.around(text, 0).start == 0
    assert TextPart.around(text, len(text)).end == len(text)


@given(text=_ODD, data=st.data())
def test_offsets_are_those_that_qt_counts(qapp: object, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    part = TextPart.around(text, start)
    edit = QPlainTextEdit()
    edit.setPlainText(part.text)
    cursor = QTextCursor(edit.document())
    cursor.setPosition(part.position(start))
    cursor.setPosition(part.position(end), QTextCursor.MoveMode.KeepAnchor)
    selected = cursor.selectedText().replace("\u2029", "\n")
    assert selected == part.text[start:end]
    assert part.position(len(text)) == edit.document().characterCount() - 1
