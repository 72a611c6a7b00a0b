"""A run is compared with the previous one, paired by question if the questions are the same."""

from typing import Any

import pytest

from alcove.evaluate.own.comparison import RunComparison, change
from alcove.personal.evaluations import Evaluation

BEFORE = {"best": [0.0, 0.2, 0.4, 0.6], "words": [0.1, 0.1, 0.1, 0.1]}


def summarised(each: dict[str, list[float]], fingerprint: str = "same") -> dict[str, Any]:
    """Return a summary as stored, with these values of nDCG@10."""
    modes = {
        mode: {"ndcg@10": sum(values) / len(values), "seconds_per_query": 0.01}
        for mode, values in each.items()
    }
    return {"fingerprint": fingerprint, "modes": modes, "ndcg@10_each": each}


def compared(each: dict[str, list[float]], fingerprint: str = "same") -> RunComparison | None:
    before = Evaluation(1.0, "mini", 1, summarised(BEFORE))
    return change(summarised(each, fingerprint), before)


def test_the_first_run_is_compared_with_nothing() -> None:
    assert change(summarised(BEFORE), None) is None


def test_the_same_again_has_changed_nothing() -> None:
    found = compared(BEFORE)
    assert found is not None
    assert found.same_questions
    assert set(found.measures["best"].values()) == {0.0}
    assert (found.ndcg["best"].low, found.ndcg["best"].high) == (0, 0)


def test_a_gain_for_every_question_is_sure_though_the_questions_differ_widely() -> None:
    found = compared({"best": [0.1, 0.3, 0.5, 0.7], "words": BEFORE["words"]})
    assert found is not None
    assert found.measures["best"]["ndcg@10"] == pytest.approx(0.1)
    assert found.ndcg["best"].low == pytest.approx(0.1)
    assert found.ndcg["best"].high == pytest.approx(0.1)


def test_different_questions_are_compared_as_a_whole_and_reported() -> None:
    found = compared({"best": [1.0]}, "other")
    assert found is not None
    assert not found.same_questions
    assert found.measures == {"best": {"ndcg@10": pytest.approx(0.7), "seconds_per_query": 0}}
    assert found.ndcg == {}


def test_only_modes_that_both_runs_have_are_compared() -> None:
    found = compared({"best": BEFORE["best"], "meaning": BEFORE["best"]})
    assert found is not None
    assert (list(found.measures), list(found.ndcg)) == (["best"], ["best"])
    assert compared({"meaning": BEFORE["best"]}) is None
