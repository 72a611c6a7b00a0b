"""Words match in all their forms, in each language, and count once."""

from pathlib import Path

import pytest

from alcove.language import words
from alcove.search.words.keyword_arm import KeywordArm

from .made_arm import STATE, build, entries, ids


def in_language(folder: Path, **texts: str) -> KeywordArm:
    """Return an arm over one text for each language, with ids from 1 in that order."""
    parts = [
        entries(1, text, first=number, language=language)
        for number, (language, text) in enumerate(texts.items(), 1)
    ]
    build(folder, STATE, *parts)
    return KeywordArm(folder)


TEXTS = {
    "en": "The contracts were signed while children were running home.",
    "de": "Die Häuser der Straße gehören zum Arbeitsvertrag der Nachbarn.",
    "fr": "Les élèves ont mangé des gâteaux à l'école de Genève.",
    "ru": "Собаки бежали за кошками по зелёной траве.",
    "zh": "北京大学的学生住在城里。犬",
    "ja": "契約は昨日データセンターで署名されました。",
    "ko": "서울에서 온 사람들이 계약을 했다.",
    "th": "สัญญาได้ลงนามเมื่อวานนี้",
}


@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("contract", "en"),
        ("the run of a child's contract", "en"),
        ("Haus", "de"),
        ("strasse", "de"),
        ("HAUSER", "de"),
        ("Vertrag", "de"),
        ("Mietvertrag Nachbar", "de"),
        ("eleve", "fr"),
        ("gâteau", "fr"),
        ("собака", "ru"),
        ("зеленая трава", "ru"),
        ("大学", "zh"),
        ("犬", "zh"),
        ("学", "zh"),
        ("城", "zh"),
        ("署名", "ja"),
        ("データ", "ja"),
        ("서울", "ko"),
        ("사람", "ko"),
        ("ลงนาม", "th"),
        ("contarct", "en"),
        ("Nachbran", "de"),
    ],
)
def test_a_word_is_found_in_the_forms_of_each_language(
    tmp_path: Path, query: str, language: str
) -> None:
    arm = in_language(tmp_path, **TEXTS)
    assert arm.passages(query, 9, None).ids.tolist()[:1] == [list(TEXTS).index(language) + 1]


def test_every_word_of_a_text_finds_it_also_in_a_rare_language(tmp_path: Path) -> None:
    build(
        tmp_path,
        STATE,
        entries(1, *["the fox runs"] * 300),
        *(
            entries(1, text, first=number, language=language)
            for number, (language, text) in enumerate(TEXTS.items(), 1001)
        ),
    )
    arm = KeywordArm(tmp_path)
    for number, text in enumerate(TEXTS.values(), 1001):
        for word in words(text):
            written = text[word.start : word.end]
            assert number in arm.passages(written, 400, None).ids, written


def test_a_word_counts_once_however_many_forms_it_has(tmp_path: Path) -> None:
    arm = in_language(tmp_path, en="running fox", de="running fuchs", fr="running renard")
    scores = arm.passages("running", 9, None).scores
    assert len(scores) == 3
    (term,) = arm.terms("running")
    assert (scores <= 2.2 * term.weight).all()


def test_stop_words_are_those_of_the_language_of_the_query(tmp_path: Path) -> None:
    arm = in_language(tmp_path, en="the man and the war", de="die Katze war mit dem Hund da")

    def stopped(query: str) -> list[str]:
        return [term.word for term in arm.terms(query) if term.is_stop_word]

    assert stopped("where was the war") == ["where", "was", "the"]
    assert stopped("wo war die Katze") == ["wo", "war", "die"]
    assert ids(arm, "war") == [1, 2]
    assert ids(arm, "the and") == [1]


@pytest.mark.parametrize(
    "query",
    [
        "x" * 10_000,
        "a b " * 2_500,
        "-" * 10_000,
        "a-" * 5_000,
        "北" * 10_000,
        "\x00\x01\x7f\ud800\u202e",
        "😀🏳️‍🌈",
        'title:fox AND (NOT "x" OR *)^2 ~3 [a TO b] \\',
        "'; DROP TABLE documents; --",
        "e\u0301\u0301\u0301" * 3_000,
        "ﷺ ½ ㎏ Ǆ",
    ],
)
def test_no_query_is_an_error(tmp_path: Path, query: str) -> None:
    arm = in_language(tmp_path, **TEXTS)
    for typing in (False, True):
        assert len(arm.passages(query, 9, None, typing=typing).ids) <= len(TEXTS)
        assert len(arm.names(query, 9, None, typing=typing).ids) == 0
    arm.documents_with(query)
    arm.files_with(query)
    for term in arm.terms(query):
        assert query[term.start : term.end] == term.word
