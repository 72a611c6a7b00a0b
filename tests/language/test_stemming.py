"""Words of one language that differ only in their endings have the same term."""

import pytest

from alcove.language import backwards, endings, languages, stem, stop_words, terms


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "running", "runs"),
        ("de", "häuser", "haus"),
        ("de", "verträge", "vertrag"),
        ("fr", "mangées", "manger"),
        ("ru", "собаками", "собака"),
        ("es", "canciones", "canción"),
        ("sv", "flickorna", "flicka"),
        ("ar", "الكتاب", "كتاب"),
        ("tr", "evler", "ev"),
    ],
)
def test_forms_of_a_word_share_a_stem(language: str, one: str, other: str) -> None:
    assert stem(one, language) == stem(other, language)
    assert terms(one.upper(), language) == (stem(one, language),)


def test_a_word_in_another_script_is_stemmed_by_that_script() -> None:
    assert stem("собаками", "en") == stem("собака", None) == "собак"
    assert stem("running", "ru") == stem("running", "zh") == "run"


def test_a_language_without_a_stemmer_keeps_its_words() -> None:
    assert stem("książkami", "pl") == "ksiazkami"
    assert "pl" not in languages()
    assert {"en", "de", "ru", "ar", "ta"} <= languages()


def test_stemming_sees_accents_and_folding_comes_after() -> None:
    assert stem("äußerungen", "de").isascii()


def test_stop_words_are_folded() -> None:
    assert {"fur", "uber", "die"} <= stop_words("de")
    assert "what" in stop_words("en")
    assert stop_words("xx") == frozenset()


def test_only_compounding_languages_have_reversed_terms() -> None:
    assert backwards("arbeitsvertrag der", "de") == "gartrevstiebra"
    assert backwards("arbeitsvertrag", "en") == ""
    assert "vertrag" in endings("arbeitsvertrag")
    assert list(endings("haus")) == []
