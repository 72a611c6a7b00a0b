"""Metrics of a ranking against graded judgments: nDCG, recall, mean reciprocal rank (MRR)."""

import math
from collections.abc import Mapping, Sequence


def ndcg(ranked: Sequence[str], grades: Mapping[str, int], k: int) -> float:
    """Return the normalised discounted cumulative gain at k, 0…1, with linear gain as in trec_eval.

    Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", 2002.

    Args:
        ranked: distinct ids, best first.
        grades: id → relevance, > 0 if relevant; negative grades gain nothing.
        k: how many ranks count.
    """
    gains = [max(0, grades.get(id_, 0)) for id_ in ranked[:k]]
    ideal = sorted((max(0, grade) for grade in grades.values()), reverse=True)[:k]
    return _discounted(gains) / _discounted(ideal) if any(ideal) else 0.0


def recall(ranked: Sequence[str], grades: Mapping[str, int], k: int) -> float:
    """Return the share of all relevant ids that are in the first k ranks, 0…1."""
    relevant = {id_ for id_, grade in grades.items() if grade > 0}
    return len(relevant & set(ranked[:k])) / len(relevant) if relevant else 0.0


def highest_recall(grades: Mapping[str, int], k: int) -> float:
    """Return the recall at k of an ideal ranking; below 1 if there are more than k relevant ids."""
    relevant = sum(grade > 0 for grade in grades.values())
    return min(k, relevant) / relevant if relevant else 0.0


def mrr(ranked: Sequence[str], grades: Mapping[str, int], k: int) -> float:
    """Return the reciprocal rank of the first relevant id; 0 if none is in the first k ranks."""
    for place, id_ in enumerate(ranked[:k], 1):
        if grades.get(id_, 0) > 0:
            return 1 / place
    return 0.0


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(place + 1) for place, gain in enumerate(gains, 1))
