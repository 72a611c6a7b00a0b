"""A snippet begins at the evidence, has the matching words in bold, and no control characters."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove.cli.commands.search.excerpt import excerpt, place, plain
from alcove.documents import Format
from alcove.search import Evidence, Hit
from alcove.search.answer.result import ArmMatches
from alcove.search.evidence.answer_sentence import FoundBy
from alcove.search.passage_text import PassageText
from alcove.search.ranking.fusion import ScoreParts

BOLD = re.compile(r"\x1b\[1m(.*?)\x1b\[0m")


def hit(text: str | None, evidence: Evidence | None = None, start: int = 0) -> Hit:
    """A hit with a passage that begins at `start` in its document."""
    return Hit(
        path=b"/d/a.txt",
        copies=(),
        versions=(),
        title=None,
        format="txt",
        language=None,
        modified=datetime(2025, 1, 1, tzinfo=UTC),
        score=0.5,
        page=None,
        line=1,
        passage=None if text is None else PassageText(text, start, start + len(text)),
        matched=ArmMatches(None, None),
        why=ScoreParts(0.0, 0.0, 0.0),
        evidence=evidence,
    )


def found(text: str, sentence: str, *matched: str, shift: int = 0) -> Evidence:
    """The evidence for a sentence of a text, and for words of it."""

    def place(part: str) -> tuple[int, int]:
        start = text.index(part) + shift
        return start, start + len(part)

    return Evidence(place(sentence), tuple(map(place, matched)), FoundBy.WORDS)


def bold(shown: str) -> list[str]:
    return BOLD.findall(shown)


def test_a_hit_without_a_passage_has_no_snippet() -> None:
    assert excerpt(hit(None)) == ""


def test_a_short_passage_is_shown_whole_on_one_line() -> None:
    assert excerpt(hit("Rye bread.\n\n  Bake it\thot. ")) == "Rye bread. Bake it hot."


@pytest.mark.parametrize("shift", [0, 700])
def test_the_words_that_matched_are_bold(shift: int) -> None:
    text = "The ferry to the island leaves at dawn."
    shown = excerpt(hit(text, found(text, text, "ferry", "island", shift=shift), shift))
    assert bold(shown) == ["ferry", "island"]
    assert click.unstyle(shown) == text


@pytest.mark.parametrize("shift", [0, 700])
def test_a_long_passage_begins_a_little_before_the_answer(shift: int) -> None:
    text = "lead " * 100 + "The ferry leaves at dawn. " + "after " * 100
    evidence = found(text, "The ferry leaves at dawn.", "ferry", shift=shift)
    shown = excerpt(hit(text, evidence, shift))
    assert bold(shown) == ["ferry"]
    told = click.unstyle(shown)
    assert told.startswith("… lead ")
    assert told.endswith("after …")
    assert told.index("The ferry") <= 62
    assert len(told) <= 244


def test_words_outside_the_snippet_are_left_out() -> None:
    text = "early " * 60 + "The ferry leaves. " + "late " * 90 + "ferry"
    start = text.rindex("ferry")
    evidence = found(text, "The ferry leaves.", "early", "ferry")
    evidence = Evidence(evidence.sentence, (*evidence.words, (start, start + 5)), FoundBy.WORDS)
    assert bold(excerpt(hit(text, evidence))) == ["ferry"]


def test_without_a_sentence_it_begins_at_the_beginning() -> None:
    text = "word " * 100
    shown = excerpt(hit(text, Evidence(words=((0, 4),))))
    assert shown.endswith("word …")
    assert not shown.startswith("…")
    assert bold(shown) == ["word"]


def test_text_without_blanks_is_cut_anywhere() -> None:
    text = "轮渡在黎明时分离开" * 100
    evidence = Evidence((450, 459), ((450, 452),), FoundBy.WORDS)
    told = click.unstyle(excerpt(hit(text, evidence)))
    assert told.startswith("… 轮渡")
    assert len(told) == 244


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred\x07", "a[31mred"),
        ("one\r\ntwo\u2028three", "one two three"),
        (" a  b ", " a b "),
        ("safe\u202egnp.exe", "safegnp.exe"),
        ("", ""),
        (" ", " "),
    ],
)
def test_plain_text_has_no_control_characters_and_one_line(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.data())
def test_a_snippet_is_a_part_of_the_passage_on_one_line(data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("ab 轮.\n\x1b\u202e\t"), max_size=600))
    shift = data.draw(st.integers(0, 50))
    places = st.integers(0, len(text))
    ranges = data.draw(st.lists(st.tuples(places, places), max_size=5))
    ascending, last = [], 0
    for first, second in sorted((min(pair), max(pair)) for pair in ranges):
        if max(first, last) < second:
            ascending.append((max(first, last) + shift, second + shift))
            last = second
    has_sentence = data.draw(st.booleans())
    sentence = ascending[0] if ascending and has_sentence else None
    evidence = Evidence(sentence, tuple(ascending), FoundBy.WORDS if sentence else None)
    told = click.unstyle(excerpt(hit(text, evidence, shift)))
    assert told.isprintable()
    squeezed = "".join(char for char in text if char.isprintable() and char != " ")
    assert told.strip("… ").replace(" ", "") in squeezed


@pytest.mark.parametrize(
    ("format_", "page", "line", "told"),
    [
        (Format.PDF, 3, None, "page 3"),
        (Format.ODS, 3, None, "sheet 3"),
        (Format.ODP, 3, None, "slide 3"),
        (Format.CODE, None, 12, "line 12"),
        (Format.MBOX, None, 12, ""),
        (Format.TXT, None, None, ""),
    ],
)
def test_a_place_is_counted_as_in_the_documents_own_program(
    format_: Format, page: int | None, line: int | None, told: str
) -> None:
    assert place(replace(hit("Rye flour."), format=format_, page=page, line=line)) == told
