import math

import pytest

from alcove.evaluate.metrics import highest_recall, mrr, ndcg, recall

GRADES = {"a": 2, "b": 1, "c": 0}


def test_the_ideal_order_has_ndcg_one() -> None:
    assert ndcg(["a", "b", "c"], GRADES, 10) == pytest.approx(1)


def test_ndcg_follows_the_formula() -> None:
    # gains 1 at place 1 and 2 at place 3; ideal: 2 at place 1, 1 at place 2
    got = 1 / math.log2(2) + 2 / math.log2(4)
    ideal = 2 / math.log2(2) + 1 / math.log2(3)

    assert ndcg(["b", "x", "a"], GRADES, 10) == pytest.approx(got / ideal)


def test_places_beyond_k_do_not_count() -> None:
    assert ndcg(["x", "a"], GRADES, 1) == 0
    assert recall(["x", "a"], GRADES, 1) == 0
    assert mrr(["x", "a"], GRADES, 1) == 0


def test_recall_counts_relevant_ids_alone() -> None:
    assert recall(["a", "c"], GRADES, 10) == 0.5


def test_mrr_is_the_reciprocal_of_the_first_relevant_place() -> None:
    assert mrr(["c", "b", "a"], GRADES, 10) == 0.5


def test_nothing_relevant_gives_zero_not_an_error() -> None:
    assert ndcg(["a"], {"c": 0}, 10) == recall(["a"], {}, 10) == 0


def test_a_negative_grade_gains_as_little_as_none() -> None:
    assert ndcg(["bad", "a"], {"a": 1, "bad": -1}, 10) == pytest.approx(1 / math.log2(3))
    assert ndcg(["a"], {"a": 1, "bad": -1}, 10) == 1


def test_no_recall_exceeds_k_of_all_relevant_ids() -> None:
    grades = {str(number): 1 for number in range(25)} | {"zero": 0}
    assert highest_recall(grades, 10) == 0.4
    assert highest_recall(GRADES, 10) == 1
    assert highest_recall({}, 10) == 0
