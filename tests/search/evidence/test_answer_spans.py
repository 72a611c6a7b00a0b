"""Passages are split into spans that can be shown as an answer."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove.search.evidence.answer_spans import spans


def shown(text: str) -> list[str]:
    return [text[one.start : one.end] for one in spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One is here. Two is there.", ["One is here.", "Two is there."]),
        ("一是这里。二是那里。", ["一是这里。", "二是那里。"]),
        ("- apples, red\n- pears, green", ["- apples, red", "- pears, green"]),
        ("Name: Ann\nCity: Rome", ["Name: Ann", "City: Rome"]),
        ("a\tb\nc\td", ["a\tb", "c\td"]),
        (
            "Part one ........ 3\nPart two ........ 9",
            ["Part one ........ 3", "Part two ........ 9"],
        ),
        ("if (a[0] == b) {\n  run(c);\n}", ["if (a[0] == b) {", "run(c);"]),
        ("Results\n=======\n\nIt works.", ["Results", "It works."]),
        ("", []),
        ("---\n***\n", []),
    ],
)
def test_a_text_is_divided(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_the_dot_of_an_ordinal_ends_no_sentence_where_it_is_written() -> None:
    text = "Sie kam am 3. Oktober an. Er ging am 4."
    assert [text[s.start : s.end] for s in spans(text, "de")] == [
        "Sie kam am 3. Oktober an.",
        "Er ging am 4.",
    ]
    assert shown("He scored 3. October came.") == ["He scored 3.", "October came."]


def test_abbreviations_alone_are_no_sentence() -> None:
    assert shown("Fed. R. Bankr. P. 2003 says when. It is long.") == [
        "Fed. R. Bankr. P. 2003 says when.",
        "It is long.",
    ]
    assert shown("Notes.\n\nThe first is short.") == ["Notes.", "The first is short."]


def test_a_wrapped_sentence_stays_whole() -> None:
    text = (
        "It is often useful to match. To simplify this,\n"
        "Python also lets the walrus operator take part in\nany pattern."
    )
    assert len(shown(text)) == 2


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Limits\n\nA client waits.", [True, False]),
        ("What is it? A fox.", [True, False]),
        ("A fox came.\n\nIt left.", [False, False]),
        ("BUGS\n    Tell us about it.\n", [True, False]),
        ("  -k, --keep\n        Go on.\n", [True, False]),
        ("Tell\nUs about it.\n", [False, False]),
        ("import os\n", [False]),
    ],
)
def test_headings_and_questions_lead(text: str, leads: list[bool]) -> None:
    assert [one.leads for one in spans(text)] == leads


@given(st.text(st.sampled_from("ab .,;\n\t?。-=({") | st.characters(), max_size=1500))
def test_stretches_hold_all_words_are_short_and_do_not_overlap(text: str) -> None:
    found = spans(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 < one.end - one.start <= 400 for one in found)
    covered = {spot for one in found for spot in range(one.start, one.end)}
    assert covered.issuperset(i for i, c in enumerate(text) if c.isalnum())
