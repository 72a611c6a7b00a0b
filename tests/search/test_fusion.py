"""Both arms become one score."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove.search.fusion import Candidates, Mode, by_document, fuse, words_weight

NAN = float("nan")
CANDIDATE = st.tuples(
    st.one_of(st.just(NAN), st.floats(-1, 1, width=32)), st.floats(0, 1000, width=32)
)


def candidates(*pairs: tuple[float, float]) -> Candidates:
    """From cosines and BM25."""
    return Candidates(
        np.arange(len(pairs), dtype=np.int64),
        np.array([pair[0] for pair in pairs], np.float32),
        np.array([pair[1] for pair in pairs], np.float32),
    )


@given(st.lists(CANDIDATE), st.sampled_from(Mode), st.floats(0, 1))
def test_scores_lie_between_zero_and_one(
    pairs: list[tuple[float, float]], mode: Mode, weight: float
) -> None:
    scores = fuse(candidates(*pairs), mode, weight)
    assert scores.shape == (len(pairs),)
    assert scores.dtype == np.float32
    assert ((scores >= 0) & (scores <= 1)).all()


def test_the_best_of_both_arms_has_the_score_one() -> None:
    assert fuse(candidates((1, 7), (0.5, 3)), Mode.BEST, 0.3)[0] == pytest.approx(1)


def test_best_weighs_the_cosine_and_the_share_of_the_best_bm25() -> None:
    scores = fuse(candidates((0.6, 2), (0.3, 8), (-0.5, 0)), Mode.BEST, 0.3)
    assert scores == pytest.approx([0.7 * 0.6 + 0.3 / 4, 0.7 * 0.3 + 0.3, 0])


@given(st.floats(0, 1), st.floats(0, 1))
def test_words_weigh_more_the_more_of_the_question_they_match(one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert 0 < words_weight(less) <= words_weight(more) < 1
    assert words_weight(0) < words_weight(1)


def test_one_arm_alone_ignores_the_other() -> None:
    both = candidates((0.6, 2), (0.3, 8), (-0.5, 0))
    assert fuse(both, Mode.WORDS, 0.3) == pytest.approx([0.25, 1, 0])
    assert fuse(both, Mode.MEANING, 0.3) == pytest.approx([0.6, 0.3, 0])


def test_an_unknown_cosine_is_the_median_of_those_that_words_found_too() -> None:
    pairs = [(0.2, 4.0), (0.9, 4.0), (0.4, 4.0), (0.95, 0.0), (0.97, 0.0), (NAN, 4.0)]
    scores = fuse(candidates(*pairs), Mode.BEST, 0.3)
    assert scores[5] == pytest.approx(scores[2])


def test_without_any_cosine_the_words_decide() -> None:
    scores = fuse(candidates((NAN, 1), (NAN, 4)), Mode.BEST, 0.3)
    assert scores == pytest.approx([0.3 / 4, 0.3])


def test_a_document_has_the_best_of_each_arm_and_its_best_passage() -> None:
    passages = candidates((0.1, 9), (0.8, 0), (NAN, 2), (NAN, 0), (0.3, 0))
    documents = np.array([7, 5, 5, 6, 7])
    grouped, best = by_document(
        passages, documents, np.array([0.4, 0.5, 0.6, 0.1, 0.2], np.float32)
    )
    assert grouped.ids.tolist() == [5, 6, 7]
    np.testing.assert_array_equal(grouped.cosines, np.array([0.8, NAN, 0.3], np.float32))
    assert grouped.bm25.tolist() == [2, 0, 9]
    assert best.tolist() == [2, 3, 0]


def test_of_equal_passages_the_first_is_shown() -> None:
    equal = np.zeros(3, np.float32)
    _, best = by_document(candidates((0, 0), (0, 0), (0, 0)), np.array([1, 1, 1]), equal)
    assert best.tolist() == [0]


def test_no_passages_are_no_documents() -> None:
    grouped, best = by_document(candidates(), np.array([], np.int64), np.array([], np.float32))
    assert (len(grouped.ids), len(grouped.cosines), len(best)) == (0, 0, 0)
