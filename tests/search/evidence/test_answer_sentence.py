"""The sentence that answers and the words that matched, in several languages."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from alcove.language import fold, terms, words
from alcove.search.evidence.answer_sentence import (
    Evidence,
    FoundBy,
    MatchedPassage,
    by_both,
    by_words,
    read,
)
from alcove.search.evidence.word_matches import matcher
from alcove.search.passage_text import PassageText
from alcove.search.words.query_terms import QueryTerm

STOP_WORDS = {"the", "of", "is", "in", "was", "where", "a", "die", "der", "wo"}


def asked(query: str, language: str | None = "en", **weights: float) -> tuple[QueryTerm, ...]:
    """Return the words of a query as a library would have them, each with a weight of 2."""
    return tuple(
        QueryTerm(
            query[word.start : word.end],
            word.start,
            word.end,
            terms(word, language),
            weight=weights.get(word.folded, 2.0),
            is_stop_word=word.folded in STOP_WORDS,
            is_identifier=word.whole,
        )
        for word in words(query)
    )


def look(
    text: str,
    query: str,
    language: str | None = "en",
    *,
    start: int = 0,
    phrases: Sequence[str] = (),
) -> MatchedPassage:
    passage = PassageText(text, start, start + len(text))
    return read(passage, matcher(asked(query, language)), language, phrases)


def sentence(text: str, evidence: Evidence, start: int = 0) -> str | None:
    if evidence.sentence is None:
        return None
    return text[evidence.sentence[0] - start : evidence.sentence[1] - start]


def marked(
    text: str, query: str, language: str | None = "en", phrases: Sequence[str] = ()
) -> list[str]:
    return [text[a:b] for a, b in look(text, query, language, phrases=phrases).words]


@pytest.mark.parametrize(
    ("text", "query", "language", "answer"),
    [
        (
            "The bridge is old. It was built in 1883 by Roebling. Many people cross it.",
            "who built it",
            "en",
            "It was built in 1883 by Roebling.",
        ),
        (
            "Der Vertrag gilt ab Mai. Die Kündigungsfristen betragen drei Monate. Danach endet er.",
            "Kündigungsfrist",
            "de",
            "Die Kündigungsfristen betragen drei Monate.",
        ),
        (
            "Le chat dort. Les contrats sont signés à Paris. Il pleut.",
            "contrat signé",
            "fr",
            "Les contrats sont signés à Paris.",
        ),
        (
            "Москва большая. Договоры подписаны в мае. Идёт дождь.",
            "договор",
            "ru",
            "Договоры подписаны в мае.",
        ),
        ("今天下雨。合同在五月签署。明天晴。", "合同签署", "zh", "合同在五月签署。"),
        ("雨が降る。契約は五月に結ばれた。晴れる。", "契約", "ja", "契約は五月に結ばれた。"),
    ],
)
def test_the_sentence_with_the_words_answers(
    text: str, query: str, language: str, answer: str
) -> None:
    evidence = by_words(look(text, query, language))
    assert (sentence(text, evidence), evidence.how) == (answer, FoundBy.WORDS)


def test_ranges_count_from_the_beginning_of_the_document() -> None:
    text = "Nothing here. The fox runs."
    evidence = by_words(look(text, "fox", start=1000))
    assert evidence.sentence == (1014, 1027)
    assert evidence.words == ((1018, 1021),)


def test_a_word_counts_in_the_sentence_after_its_own() -> None:
    text = (
        "Tesla was born in Smiljan. Mules graze there. Edison moved to Menlo Park. He died at home."
    )
    evidence = by_words(look(text, "where Edison died"))
    assert sentence(text, evidence) == "He died at home."


def test_a_word_of_every_sentence_decides_nothing() -> None:
    text = "Panthers won. Panthers lost. Panthers train in Charlotte. Panthers rest."
    evidence = by_words(look(text, "Panthers train"))
    assert sentence(text, evidence) == "Panthers train in Charlotte."


@pytest.mark.parametrize("heading", ["Rate limits\n\n", "What are the rate limits? "])
def test_what_follows_a_heading_or_a_question_answers(heading: str) -> None:
    text = f"{heading}Each client may send 100 requests a minute. Others wait."
    evidence = by_words(look(text, "rate limits"))
    assert sentence(text, evidence) == "Each client may send 100 requests a minute."


def test_what_only_repeats_the_question_does_not_answer_it() -> None:
    text = "Yusaris:\nHe carried it against the dragon. The sword was lost."
    assert sentence(text, by_words(look(text, "Yusaris"))) == "He carried it against the dragon."
    text = "The sword was lost.\n\nYusaris"
    assert sentence(text, by_words(look(text, "Yusaris"))) == "Yusaris"
    text = "A builder is one who builds. He works outside."
    assert sentence(text, by_words(look(text, "builder builds one who is"))) == text[:28]


def test_without_a_matching_word_nothing_is_shown() -> None:
    assert by_words(look("The fox runs.", "zebra")) == Evidence()


def test_stop_words_are_marked_within_a_row_only() -> None:
    text = "The University of Michigan is of the oldest; the university is large."
    assert marked(text, "the University of Michigan") == ["University of Michigan", "university"]


def test_a_row_ends_with_the_sentence() -> None:
    assert marked("See the version. Identifiers are unique.", "version identifiers") == [
        "version",
        "Identifiers",
    ]


def test_stop_words_are_marked_where_there_is_nothing_else() -> None:
    assert marked("To be in the of.", "of the") == ["the", "of"]


def test_a_quoted_phrase_is_one_range_with_its_stop_words() -> None:
    text = "Made in the Field. The cat is in the hat."
    assert marked(text, "the hat", phrases=["in the hat"]) == ["in the hat"]


def test_pairs_of_characters_become_one_run() -> None:
    assert marked("他们签署了劳动合同。", "劳动合同", "zh") == ["劳动合同"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("max_open_files", ["max_open_files"]),
        ("files", ["files", "files"]),
        ("open files", ["open_files", "open files"]),
    ],
)
def test_an_identifier_is_marked_whole_or_in_part(query: str, expected: list[str]) -> None:
    assert marked("Set max_open_files when open files are many.", query) == expected


def test_accents_and_endings_do_not_matter() -> None:
    assert marked("Die ÜBERGRÖßEN kosten mehr.", "ubergrossen", None) == ["ÜBERGRÖßEN"]


def test_a_long_line_is_cut_to_a_stretch() -> None:
    text = " ".join(["filler words"] * 60 + ["the zebra sleeps"] + ["more filler"] * 60)
    evidence = by_words(look(text, "zebra"))
    assert evidence.sentence is not None
    shown = sentence(text, evidence) or ""
    assert "zebra" in shown
    assert len(shown) <= 400
    assert text[evidence.sentence[0] - 1] == " "


def test_the_row_of_a_table_answers() -> None:
    text = "Item\tPrice\nApples\t2.50\nPears\t3.10\nPlums\t1.20"
    assert sentence(text, by_words(look(text, "pears"))) == "Pears\t3.10"


class Encoder:
    """Gives each sentence the cosine of its first matching word; records the sentences."""

    def __init__(self, **cosines: float) -> None:
        self.cosines = cosines
        self.given: list[str] = []

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.given += texts
        found = [next((c for w, c in self.cosines.items() if w in text), 0.0) for text in texts]
        return np.array([[c, np.sqrt(1 - c * c)] for c in found], np.float32)


QUERY = np.array([1, 0], np.float32)
FOXES = "A vixen dens in spring. The weather is fine. Nobody came."


def test_meaning_finds_what_no_word_finds() -> None:
    (evidence,) = by_both([look(FOXES, "fox")], QUERY, Encoder(vixen=0.7, weather=0.3))
    assert (sentence(FOXES, evidence), evidence.how) == ("A vixen dens in spring.", FoundBy.MEANING)


def test_meaning_chooses_among_sentences_with_like_words() -> None:
    text = "The fox was seen near the wall. The fox likes to eat plums. Nobody came."
    one = look(text, "what foxes feed on usually")
    (evidence,) = by_both([one], QUERY, Encoder(plums=0.9, wall=0.2))
    assert (sentence(text, evidence), evidence.how) == ("The fox likes to eat plums.", FoundBy.BOTH)
    assert evidence.words == one.words


def test_where_words_decide_nothing_is_encoded() -> None:
    encoder = Encoder(weather=0.9)
    one = look("The red fox runs. The weather is fine. Nobody came.", "red fox")
    assert by_both([one], QUERY, encoder) == [by_words(one)]
    assert encoder.given == []


@pytest.mark.parametrize("trust", [0.0, 0.3, 0.5])
def test_a_model_that_hardly_knows_the_language_encodes_nothing(trust: float) -> None:
    encoder = Encoder(weather=0.9)
    one = look(FOXES, "fox")
    assert by_both([one], QUERY, encoder, trust=trust) == [by_words(one)]
    assert encoder.given == []


def test_a_low_cosine_is_no_evidence() -> None:
    assert by_both([look(FOXES, "zebra")], QUERY, Encoder(vixen=0.1)) == [Evidence()]


def test_all_passages_are_encoded_at_once_and_keep_their_order() -> None:
    calls: list[int] = []
    encoder = Encoder(vixen=0.7, cub=0.8)

    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        calls.append(len(texts))
        return encoder(texts)

    other = "It rains. The cub is small."
    first, second = by_both([look(FOXES, "fox"), look(other, "fox")], QUERY, encode)
    assert (sentence(FOXES, first), sentence(other, second)) == (
        "A vixen dens in spring.",
        "The cub is small.",
    )
    assert calls == [5]


def test_an_empty_passage_has_no_evidence() -> None:
    assert by_both([look("", "fox"), look(" \n", "fox")], QUERY, Encoder()) == [Evidence()] * 2


WORDS = ("fox", "Foxes", "the", "den", "max_open", "CamelCase", "Größe", "合同", "签", "รัก", "한국")
SIGNS = (
    "\u0301",
    ".",
    "!",
    "? ",
    "。",
    "\n",
    "\n\n",
    "\t",
    " ",
    "- ",
    ": ",
    "{",
    "\ud800",
    "\u200b",
)
PIECES = st.sampled_from(WORDS + SIGNS)
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200)
LANGUAGES = st.sampled_from(["en", "de", "zh", None])


@given(TEXTS, TEXTS, LANGUAGES, st.integers(0, 9))
def test_ranges_are_in_the_passage_ascend_and_hold_words_of_the_query(
    text: str, query: str, language: str | None, start: int
) -> None:
    evidence = by_words(look(text, query, language, start=start))
    forms = {form for word in words(query) for form in (*terms(word, language), word.folded)}
    previous = start - 1
    for first, last in evidence.words:
        assert previous < first < last <= start + len(text)
        previous = last
        inside = fold(text[first - start : last - start])
        found = words(text[first - start : last - start])
        assert any({word.folded, *terms(word, language)} & forms for word in found) or any(
            form.startswith(inside) for form in forms
        )
    if evidence.sentence is not None:
        first, last = evidence.sentence
        assert start <= first < last <= start + len(text)
        assert not text[first - start].isspace()
        assert not text[last - start - 1].isspace()


@given(TEXTS)
def test_every_word_of_a_text_is_marked_in_it(text: str) -> None:
    spots = {spot for first, last in look(text, text).words for spot in range(first, last)}
    content = [word for word in words(text) if word.folded not in STOP_WORDS]
    assert all(spots.issuperset(range(word.start, word.end)) for word in content)
