"""The encoder's input for a passage."""

from hypothesis import given
from hypothesis import strategies as st

from alcove.documents.passages.encoder_text import context_line, encoder_text

TEXTS = st.text(max_size=300)


def test_title_and_headings_come_first() -> None:
    assert encoder_text("Whales", ("Food", "Krill"), "Much.") == "Whales > Food > Krill\nMuch."
    assert encoder_text(None, (), "Much.") == "Much."


def test_nothing_is_repeated() -> None:
    assert encoder_text("Whales", ("WHALES", "Food"), "Much.") == "Whales > Food\nMuch."
    assert encoder_text("Whales", ("Whales",), "# Whales\n\nBig.") == "# Whales\n\nBig."
    assert encoder_text("Whales", ("Food",), "**Food**\nMuch.") == "Whales\n**Food**\nMuch."


def test_long_context_is_reduced_to_title_and_nearest_heading() -> None:
    title, outer, inner = "title " * 30, "outer " * 30, "inner " * 30
    line = context_line(title, (outer, inner))
    assert "outer" not in line
    assert 10 < line.count("title") == line.count("inner") < 20


def test_encoded_data_is_left_out() -> None:
    blob = "QUJD" * 60
    key = "\n".join(["MIIEowIBAAKCAQEA" * 4] * 9)
    assert encoder_text(None, (), f"before {blob} after") == "before … after"
    assert encoder_text(None, (), f"before\n{key}\nafter") == "before\n…\nafter"


def test_long_words_are_not_encoded_data() -> None:
    words = "Donaudampfschifffahrtsgesellschaft " * 9 + "https://example.com/" + "path/" * 20
    assert encoder_text(None, (), words) == words


@given(st.none() | TEXTS, st.lists(TEXTS).map(tuple), TEXTS)
def test_context_is_short_and_shorter_if_the_text_repeats_it(
    title: str | None, headings: tuple[str, ...], opening: str
) -> None:
    full = context_line(title, headings)
    assert len(full.encode()) <= 200
    assert len(context_line(title, headings, opening)) <= len(full)
    assert "\n" not in full
