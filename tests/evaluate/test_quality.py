"""Means, the gain of fusion over the better arm, halves, and the rule in words."""

import numpy as np
import pytest

from alcove.evaluate.quality import rule, summarise
from alcove.evaluate.run_queries import ModeRun
from alcove.search import Mode

ONE_ANSWER = {str(number): {"a": 1} for number in range(20)}


def judged(value: float, spread: float = 0.0) -> ModeRun:
    values = np.full((20, 4), value) + np.linspace(-spread, spread, 20)[:, None]
    return ModeRun(values, np.linspace(0.001, 0.020, 20))


def test_best_is_compared_with_the_better_arm() -> None:
    quality = summarise(
        {Mode.WORDS: judged(0.5), Mode.MEANING: judged(0.6, 0.1), Mode.BEST: judged(0.7, 0.1)},
        ONE_ANSWER,
    )
    assert quality.gain is not None
    assert quality.gain.arm is Mode.MEANING
    assert quality.gain.ndcg.mean == pytest.approx(0.1)
    assert quality.gain.ndcg.low == pytest.approx(0.1)
    assert quality.main is Mode.BEST
    assert quality.queries == 20


def test_one_mode_alone_is_compared_with_nothing() -> None:
    assert summarise({Mode.WORDS: judged(0.5)}, ONE_ANSWER).gain is None
    arms = {Mode.WORDS: judged(0.5), Mode.MEANING: judged(0.6)}
    assert summarise(arms, ONE_ANSWER).gain is None


def test_times_are_mean_median_and_the_slow_end() -> None:
    (of,) = summarise({Mode.WORDS: judged(0.5)}, ONE_ANSWER).modes.values()
    assert of.seconds == pytest.approx((0.0105, 0.0105, 0.01905))


def test_halves_give_the_figure_of_half_the_questions() -> None:
    halves = summarise({Mode.WORDS: judged(0.5, 0.4)}, ONE_ANSWER, halves=3).halves
    values = [half[Mode.WORDS] for half in halves]
    assert len(set(values)) == 3
    assert all(0.2 < value < 0.8 for value in values)


@pytest.mark.parametrize(
    ("recall", "said"),
    [
        (0.95, "works well"),
        (0.8, "usable"),
        (0.6, "larger or domain-tuned"),
        (0.89, "usable"),
        (0.71, "usable"),
    ],
)
def test_the_rule_speaks_of_recall(recall: float, said: str) -> None:
    told = rule(summarise({Mode.BEST: judged(recall)}, ONE_ANSWER))
    assert said in told
    assert f"{recall:.3f}"[1:] in told


def test_the_rule_is_no_use_where_no_search_could_meet_it() -> None:
    many = {id_: {str(number): 1 for number in range(40)} for id_ in ONE_ANSWER}
    quality = summarise({Mode.BEST: judged(0.2)}, many)
    assert quality.highest_recall == 0.25
    assert "could exceed .250" in rule(quality)


def test_the_rule_says_nothing_on_words_alone() -> None:
    told = rule(summarise({Mode.WORDS: judged(0.6)}, ONE_ANSWER))
    assert ".600" in told
    assert "larger" not in told
