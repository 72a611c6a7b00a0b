"""Ask labelled questions one by one; measure each ranking and the time it took."""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from alcove.errors import Cancelled
from alcove.evaluate.metrics import mrr, ndcg, recall
from alcove.search import Answer, Hit, Mode

MEASURES = ("ndcg@10", "recall@10", "recall@100", "mrr@10")
DEPTH = 100
"""Hits per question that these measures need."""
SHOWN = 10
"""Hits per question that get evidence, as many as a search shows."""

_WARM_UP = 5  # questions asked before timing: the first ones compile and fill caches

Search = Callable[[str, Mode], Answer]
"""(question, mode) → an answer with up to `DEPTH` hits."""

KeysOf = Callable[[Hit], Sequence[str]]
"""Hit → the ids of the documents that it stands for, copies included."""


@dataclass(frozen=True, slots=True)
class ModeRun:
    """The results of n questions in one mode.

    Attributes:
        values: float64 (n, 4), in the order of `MEASURES`.
        seconds: float64 (n,), from the question to the hits.
    """

    values: NDArray[np.float64]
    seconds: NDArray[np.float64]


def ask(
    questions: Mapping[str, str],
    judgments: Mapping[str, Mapping[str, int]],
    search: Search,
    keys_of: KeysOf,
    modes: Sequence[Mode],
    *,
    progress: Callable[[int], None],
    cancel: threading.Event,
) -> dict[Mode, ModeRun]:
    """Ask every question in every mode, after a few uncounted ones for warm-up.

    Args:
        questions: id → question, at least one.
        judgments: question id → document id → grade.
        search: answers a question.
        keys_of: the document ids of a hit; ids repeated in one answer are deduplicated.
        modes: which arms to ask.
        progress: called after each question with the number asked, of questions times modes.
        cancel: checked before each question.

    Raises:
        Cancelled: `cancel` was set.
    """
    runs: dict[Mode, ModeRun] = {}
    for mode in modes:
        for text in islice(questions.values(), _WARM_UP):
            search(text, mode)
        rows = []
        for id_, text in questions.items():
            if cancel.is_set():
                raise Cancelled
            answer = search(text, mode)
            ranked = ranking(answer.hits, keys_of)
            rows.append((*_measures(ranked, judgments[id_]), answer.seconds))
            progress(len(runs) * len(questions) + len(rows))
        table = np.array(rows, np.float64)
        runs[mode] = ModeRun(table[:, :-1], table[:, -1])
    return runs


def ranking(hits: Iterable[Hit], keys_of: KeysOf) -> list[str]:
    """Return the ids behind the hits in rank order, deduplicated."""
    return list(dict.fromkeys(key for hit in hits for key in keys_of(hit)))


def _measures(ranked: Sequence[str], grades: Mapping[str, int]) -> tuple[float, ...]:
    return (
        ndcg(ranked, grades, 10),
        recall(ranked, grades, 10),
        recall(ranked, grades, 100),
        mrr(ranked, grades, 10),
    )
