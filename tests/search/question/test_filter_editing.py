"""A filter in the typed text is read, changed and removed; the rest stays verbatim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove.search.question.filter_editing import filter_values, with_filter, without_filters


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("rent", ()),
        ("type:pdf rent", ("pdf",)),
        ("rent type:pdf,word type:mail", ("pdf", "word", "mail")),
        ("-type:pdf rent", ()),
        ('folder:"My Files" rent', ()),
    ],
)
def test_the_values_of_a_filter_are_read(typed: str, values: tuple[str, ...]) -> None:
    assert filter_values(typed, "type") == values


@pytest.mark.parametrize(
    ("typed", "changed"),
    [
        ("the  rent", "the  rent type:pdf,mail"),
        ("type:word the rent", "the rent type:pdf,mail"),
        ("the type:word rent -type:code", "the rent -type:code type:pdf,mail"),
        ("", "type:pdf,mail"),
    ],
)
def test_a_filter_is_changed_and_the_rest_stays(typed: str, changed: str) -> None:
    assert with_filter(typed, "type", ["pdf", "mail"]) == changed


def test_without_values_a_filter_is_taken_away() -> None:
    assert with_filter("type:pdf rent since:7d", "type", []) == "rent since:7d"


def test_a_value_with_blanks_or_commas_is_quoted() -> None:
    changed = with_filter("rent", "folder", ["My Files, old"])
    assert filter_values(changed, "folder") == ("My Files, old",)


@given(st.text(st.sampled_from('ab -":,\\“» type:pdf since:7d'), max_size=40))
def test_what_was_put_in_is_read_back(typed: str) -> None:
    assert filter_values(with_filter(typed, "lang", ["de"]), "lang") == ("de",)


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        ('mirror "no such phrase" -draft type:epub', 'mirror "no such phrase" -draft'),
        ("type:pdf,mail rent since:2024 -folder:work", "rent"),
        ('similar:"/a b/c.txt" type:pdf', 'similar:"/a b/c.txt"'),
        ("type:epub", ""),
        ("rent", "rent"),
    ],
)
def test_without_filters_words_phrases_and_a_likeness_stay(typed: str, rest: str) -> None:
    assert without_filters(typed) == rest
