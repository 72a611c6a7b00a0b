"""The keyword arm's weight follows the rarity of the words and whether meaning agrees."""

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove.search.ranking.arm_weights import weigh
from alcove.search.ranking.fusion import ArmWeights, Candidates, Mode, fuse
from alcove.search.words.query_terms import QueryTerm

NAN = float("nan")
ENTRIES = 10_000  # passages of a library, in which a word that one passage has weighs 9
PAIR = st.tuples(st.one_of(st.just(NAN), st.floats(-1, 1, width=32)), st.floats(0, 100, width=32))
TERM = st.builds(
    QueryTerm,
    st.just("word"),
    st.just(0),
    st.just(4),
    st.just(("word",)),
    share=st.floats(0, 1),
    weight=st.floats(0, 20),
    is_stop_word=st.booleans(),
    is_identifier=st.booleans(),
)


def candidates(pairs: Sequence[tuple[float, float]]) -> Candidates:
    """Make candidates from pairs of cosine and BM25."""
    return Candidates(
        np.arange(len(pairs), dtype=np.int64),
        np.array([pair[0] for pair in pairs], np.float32),
        np.array([pair[1] for pair in pairs], np.float32),
    )


def term(
    word: str = "word", weight: float = 5.0, *, identifier: bool = False, share: float = 0.01
) -> QueryTerm:
    return QueryTerm(
        word, 0, len(word), (word,), share=share, weight=weight, is_identifier=identifier
    )


def weight(
    *pairs: tuple[float, float],
    ceiling: float = 20.0,
    average: float = 0.1,
    terms: Sequence[QueryTerm] = (),
    knowledge: float = 1.0,
) -> ArmWeights:
    return weigh(
        candidates(pairs),
        ceiling=ceiling,
        entries=ENTRIES,
        average=average,
        terms=terms,
        knowledge=knowledge,
    )


AGREED = ((0.6, 20.0), (0.5, 12.0), (0.2, 0.0))


@given(
    st.lists(PAIR),
    st.floats(0, 1000),
    st.integers(0, 10**7),
    st.floats(-1, 1),
    st.lists(TERM, max_size=6),
    st.floats(0, 1),
)
def test_the_weight_lies_between_zero_and_one_and_the_best_reaches_at_most_one(
    pairs: list[tuple[float, float]],
    ceiling: float,
    entries: int,
    average: float,
    terms: list[QueryTerm],
    knowledge: float,
) -> None:
    found = candidates(pairs)
    weighed = weigh(
        found,
        ceiling=ceiling,
        entries=entries,
        average=average,
        terms=terms,
        knowledge=knowledge,
    )
    assert 0 <= weighed.words <= 1
    assert weighed.full >= found.bm25.max(initial=0)
    parts = fuse(found, Mode.BEST, weighed)
    assert not np.isnan(parts.scores).any()


def test_without_candidates_there_is_a_weight() -> None:
    assert 0 < weight().words < 0.5


def test_common_words_alone_count_little_however_well_they_match() -> None:
    common = weight((0.6, 2.0), (0.1, 1.9), ceiling=20.0)
    parts = fuse(candidates([(0.6, 2.0), (0.1, 1.9)]), Mode.BEST, common)
    assert parts.words.max() < 0.2
    assert common.full == pytest.approx(16.0)  # most of what the query could reach


def test_few_words_that_hardly_any_passage_has_count_in_full() -> None:
    best = 2.5 * math.log(1 + ENTRIES)
    long_question = weight((0.6, best), ceiling=200.0)
    assert long_question.full == pytest.approx(best)


def test_words_that_are_nowhere_lower_what_the_others_reach() -> None:
    all_known = weight(*AGREED, ceiling=20.0)
    half_known = weight((0.6, 10.0), (0.5, 6.0), (0.2, 0.0), ceiling=20.0)
    assert fuse(candidates(AGREED), Mode.BEST, all_known).words.max() == 1
    half = fuse(candidates([(0.6, 10.0), (0.5, 6.0)]), Mode.BEST, half_known)
    assert half.words.max() == pytest.approx(10 / 16)


def test_an_exact_identifier_raises_words() -> None:
    plain = weight(*AGREED, terms=[term("motor")])
    mixed = weight(*AGREED, terms=[term("motor"), term("MX-200", identifier=True)])
    exact = weight(*AGREED, terms=[term("MX-200", identifier=True)])
    assert plain.words < mixed.words < exact.words
    assert exact.words > 0.5


def test_an_identifier_that_the_library_has_not_raises_nothing() -> None:
    missing = term("MX-999", identifier=True, share=0.0)
    assert weight(*AGREED, terms=[missing]) == weight(*AGREED, terms=[term("motor")])


def test_the_less_the_model_knows_of_a_language_the_more_words_carry() -> None:
    weights = [weight(*AGREED, knowledge=known).words for known in (1.0, 0.6, 0.3, 0.0)]
    assert weights == sorted(weights)
    assert weights[0] < 0.5 < weights[-1]


def test_words_that_meaning_finds_beside_the_point_count_less() -> None:
    beside = ((0.1, 20.0), (0.12, 12.0), *[(0.7, 0.0)] * 10)
    agreed = ((0.7, 20.0), (0.65, 12.0), *[(0.7, 0.0)] * 10)
    assert weight(*beside).words < 0.5 * weight(*agreed).words


def test_a_model_that_knows_nothing_of_a_language_is_not_asked_about_words() -> None:
    beside = ((0.1, 20.0), *[(0.7, 0.0)] * 10)
    assert weight(*beside, knowledge=0.0) == weight(*AGREED, knowledge=0.0)


def test_passages_without_vector_do_not_speak_against_words() -> None:
    assert weight((NAN, 20.0), (NAN, 3.0)).words == weight(*AGREED).words


def test_where_nothing_is_near_meaning_does_not_speak_against_words() -> None:
    """So it is in a folder without anything related: its nearest passages are those found."""
    far = ((0.05, 20.0), (0.05, 12.0), (0.04, 0.0))
    assert weight(*far, average=0.1).words == weight(*AGREED).words


def test_in_a_library_of_few_passages_meaning_does_not_speak_against_words() -> None:
    """The ten nearest are all passages, and so as near as the average."""
    few = ((0.2, 20.0), (0.7, 0.0), (0.6, 0.0))
    for average in (0.4999999, 0.5, 0.5000001):
        assert weight(*few, average=average).words == weight(*AGREED).words
