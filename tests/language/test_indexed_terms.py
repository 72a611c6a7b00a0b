"""The fast tokenizer of the words index agrees with `words` and `terms`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove.language import LONGEST, analyze, characters, surface, terms, words

TEXTS = st.one_of(
    st.text(max_size=300),
    st.text(alphabet=st.characters(max_codepoint=127), max_size=300),
    st.text(alphabet="aÄßø漢かが한ไทยิ’“”–_-./@&+#AB9 '\n", max_size=80),
)
LANGUAGES = st.sampled_from([None, "en", "de", "ru", "zh", "xx"])


@given(TEXTS, LANGUAGES)
def test_terms_are_those_of_the_words(text: str, language: str | None) -> None:
    expected = {term for word in words(text) for term in terms(word, language)}
    found = {term for term in analyze(text, language)[0].split() if len(term.encode()) <= LONGEST}
    alone = set(characters(text))
    assert expected <= found
    assert found - expected <= alone


@given(TEXTS)
def test_the_words_for_phrases_are_in_the_order_of_the_text(text: str) -> None:
    found = analyze(text, "en")[1].split()
    assert [word for word in found if len(word.encode()) <= LONGEST] == surface(text)


def test_every_character_of_an_unspaced_script_begins_a_term() -> None:
    for text in ("北京大学", "これは", "서울에서", "ประเทศไทย"):
        found = analyze(text, None)[0].split()
        assert all(any(t.startswith(c) for t in found) for c in characters(text))


@pytest.mark.parametrize("repetitions", [1, 2])
def test_the_cache_returns_what_was_computed(repetitions: int) -> None:
    for _ in range(repetitions):
        assert analyze("Häuser HäuserBau", "de")[0].split() == ["haus", "hauserbau", "haus", "bau"]
        assert analyze("Häuser", "en")[0] == "hauser"
