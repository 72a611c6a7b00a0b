"""How good a ranking is, against graded judgments."""

import math
from collections.abc import Mapping, Sequence


def ndcg(ranked: Sequence[str], grades: Mapping[str, int], k: int) -> float:
    """Normalised discounted cumulative gain at k, 0…1, with linear gain as trec_eval has it.

    Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", 2002.

    Args:
        ranked: ids, the best first, each once.
        grades: id → relevance, > 0 for what is relevant; less than 0 gains nothing either.
        k: how many places count.
    """
    gains = [max(0, grades.get(id_, 0)) for id_ in ranked[:k]]
    ideal = sorted((max(0, grade) for grade in grades.values()), reverse=True)[:k]
    return _discounted(gains) / _discounted(ideal) if any(ideal) else 0.0


def recall(ranked: Sequence[str], grades: Mapping[str, int], k: int) -> float:
    """The share of all relevant ids that stand in the first k places, 0…1."""
    relevant = {id_ for id_, grade in grades.items() if grade > 0}
    return len(relevant & set(ranked[:k])) / len(relevant) if relevant else 0.0


def highest_recall(grades: Mapping[str, int], k: int) -> float:
    """The recall at k of a ranking that cannot be better: below 1 with more than k relevant ids."""
    relevant = sum(grade > 0 for grade in grades.values())
    return min(k, relevant) / relevant if relevant else 0.0


def mrr(ranked: Sequence[str], grades: Mapping[str, int], k: int) -> float:
    """The reciprocal of the first relevant id's place, 0 where none is in the first k places."""
    for place, id_ in enumerate(ranked[:k], 1):
        if grades.get(id_, 0) > 0:
            return 1 / place
    return 0.0


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(place + 1) for place, gain in enumerate(gains, 1))
