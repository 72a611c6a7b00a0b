"""Keyword and semantic scores are fused into one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove.search.ranking.fusion import ArmWeights, Candidates, Mode, best_of_each, fuse

NAN = float("nan")
CANDIDATE = st.tuples(
    st.one_of(st.just(NAN), st.floats(-1, 1, width=32)), st.floats(0, 1000, width=32)
)


def candidates(*pairs: tuple[float, float]) -> Candidates:
    """Make candidates from pairs of cosine and BM25."""
    return Candidates(
        np.arange(len(pairs), dtype=np.int64),
        np.array([pair[0] for pair in pairs], np.float32),
        np.array([pair[1] for pair in pairs], np.float32),
    )


@given(st.lists(CANDIDATE), st.sampled_from(Mode), st.floats(0, 1), st.floats(0, 1000))
def test_scores_lie_between_zero_and_one_and_are_the_sum_of_their_parts(
    pairs: list[tuple[float, float]], mode: Mode, weight: float, full: float
) -> None:
    parts = fuse(candidates(*pairs), mode, ArmWeights(weight, full))
    assert parts.scores.shape == (len(pairs),)
    assert parts.scores.dtype == np.float32
    assert ((parts.scores >= 0) & (parts.scores <= 1)).all()
    whole = (1 - parts.weight) * parts.meaning + parts.weight * parts.words
    assert parts.scores == pytest.approx(whole, abs=1e-6)


def test_what_is_full_by_both_arms_has_the_score_one() -> None:
    parts = fuse(candidates((1, 7), (0.5, 3)), Mode.BEST, ArmWeights(0.3, 7))
    assert parts.scores[0] == pytest.approx(1)


def test_best_weighs_the_cosine_and_the_share_of_the_full_bm25() -> None:
    parts = fuse(candidates((0.6, 2), (0.3, 8), (-0.5, 0)), Mode.BEST, ArmWeights(0.3, 16))
    assert parts.scores == pytest.approx([0.7 * 0.6 + 0.3 / 8, 0.7 * 0.3 + 0.3 / 2, 0])


def test_one_arm_alone_ignores_the_other() -> None:
    both = candidates((0.6, 2), (0.3, 8), (-0.5, 0))
    assert fuse(both, Mode.WORDS, ArmWeights(0.3, 8)).scores == pytest.approx([0.25, 1, 0])
    assert fuse(both, Mode.MEANING, ArmWeights(0.3, 8)).scores == pytest.approx([0.6, 0.3, 0])


def test_an_unknown_cosine_is_the_median_of_those_that_words_found_too() -> None:
    pairs = [(0.2, 4.0), (0.9, 4.0), (0.4, 4.0), (0.95, 0.0), (0.97, 0.0), (NAN, 4.0)]
    scores = fuse(candidates(*pairs), Mode.BEST, ArmWeights(0.3, 4)).scores
    assert scores[5] == pytest.approx(scores[2])


def test_without_any_cosine_the_words_decide() -> None:
    parts = fuse(candidates((NAN, 1), (NAN, 4)), Mode.BEST, ArmWeights(0.3, 4))
    assert parts.scores == pytest.approx([0.3 / 4, 0.3])


def test_a_document_is_as_good_as_its_best_passage() -> None:
    documents = np.array([7, 5, 5, 6, 7])
    best = best_of_each(documents, np.array([0.4, 0.5, 0.6, 0.1, 0.2], np.float32))
    assert best.tolist() == [2, 0, 3]


def test_of_equal_passages_the_first_is_shown() -> None:
    assert best_of_each(np.array([1, 1, 1]), np.zeros(3, np.float32)).tolist() == [0]


def test_no_passages_are_no_documents() -> None:
    assert best_of_each(np.array([], np.int64), np.array([], np.float32)).tolist() == []
