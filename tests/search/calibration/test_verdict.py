"""The verdict says whether the best hit scores higher than chance."""

import pytest

from alcove.search.calibration.verdict import Verdict, judge
from alcove.search.ranking.fusion import Mode
from alcove.search.ranking.score_scales import ScoreScale, strength

SCALE = ScoreScale(0.8, {"best": 0.6, "meaning": 0.4, "words": 0.5})


@pytest.mark.parametrize(
    ("mode", "cosine", "share", "expected"),
    [
        (Mode.MEANING, 0.41, 0.0, Verdict.RELEVANT),
        (Mode.MEANING, 0.4, 1.0, Verdict.NOTHING),
        (Mode.WORDS, None, 0.51, Verdict.RELEVANT),
        (Mode.WORDS, None, 0.5, Verdict.NOTHING),
        (Mode.WORDS, 0.9, 0.49, Verdict.NOTHING),
        (Mode.BEST, 0.5, 0.4, Verdict.RELEVANT),
        (Mode.BEST, 0.5, 0.2, Verdict.NOTHING),
    ],
)
def test_each_mode_has_its_own_threshold(
    mode: Mode, cosine: float | None, share: float, expected: Verdict
) -> None:
    assert judge(mode, SCALE, cosine=cosine, share=share, exact=False) is expected


def test_without_any_evidence_nothing_is_relevant_even_if_chance_scores_zero() -> None:
    """So it is in a small library, and in a language that the model does not know."""
    scale = ScoreScale(0.0, {"best": 0.0, "meaning": 0.4, "words": 0.0})
    for mode in Mode:
        assert judge(mode, scale, cosine=0.3, share=0.0, exact=False) is Verdict.NOTHING
    assert judge(Mode.BEST, scale, cosine=0.3, share=0.5, exact=False) is Verdict.RELEVANT


def test_without_vectors_words_alone_are_judged() -> None:
    """The threshold of the mode best would demand of words what both arms reach together."""
    assert judge(Mode.BEST, SCALE, cosine=None, share=0.55, exact=False) is Verdict.RELEVANT
    assert judge(Mode.BEST, SCALE, cosine=None, share=0.45, exact=False) is Verdict.NOTHING


@pytest.mark.parametrize("mode", Mode)
def test_before_a_library_is_measured_nothing_is_claimed(mode: Mode) -> None:
    assert judge(mode, None, cosine=0.9, share=1.0, exact=False) is Verdict.UNKNOWN


@pytest.mark.parametrize("scale", [None, SCALE])
def test_exact_matches_need_no_scale(scale: ScoreScale | None) -> None:
    assert judge(Mode.BEST, scale, cosine=0.0, share=0.0, exact=True) is Verdict.RELEVANT


def test_meaning_counts_as_much_as_the_model_knows() -> None:
    assert strength(Mode.BEST, 0.8, 0.0, 1.0) == pytest.approx(0.8)
    assert strength(Mode.BEST, 0.8, 0.0, 0.25) == pytest.approx(0.2)
    assert strength(Mode.BEST, 0.8, 0.5, 0.0) == strength(Mode.BEST, 0.1, 0.5, 0.0) > 0
    assert strength(Mode.MEANING, 0.8, 0.5, 0.0) == pytest.approx(0.8)
    assert strength(Mode.WORDS, 0.8, 0.5, 0.0) == pytest.approx(0.5)
