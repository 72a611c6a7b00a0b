"""A small labelled set of our own, and the parts that its evaluation needs."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from alcove.evaluate import ProgressDisplay
from alcove.indexer import IndexerState

_TOPICS = {
    "bread": ("Sourdough", "Flour and water ferment overnight before the loaf is baked."),
    "ferry": ("The ferry", "The boat to the island leaves the harbour at dawn."),
    "boiler": ("Heating", "The boiler in the cellar was repaired in March under warranty."),
    "fox": ("A fox", "A vixen raised her cubs in a den beneath the oak."),
    "piano": ("Concert", "The pianist played a late sonata by Schubert."),
    "tax": ("Taxes", "The revenue office grants a deduction for the home office."),
    "bees": ("Bees", "A hive needs enough honey to get through the winter."),
    "glacier": ("Ice", "The glacier lost three metres of thickness in one summer."),
}
_QUESTIONS = {
    "q1": ("how long does dough rise", {"bread": 2}),
    "q2": ("when does the ship set sail in the morning", {"ferry": 1}),
    "q3": ("who mended the furnace", {"boiler": 1}),
    "q4": ("where do wild animals bring up their young", {"fox": 2, "bees": 0}),
    "q5": ("sonata by Schubert", {"piano": 1}),
    "q6": ("what insects eat when it is cold", {"bees": 2, "fox": 0}),
    "q7": ("warming of the climate melts", {"glacier": 1}),
    "q8": ("deduction for the home office", {"tax": 1}),
}
_OTHERS = ("violin", "bicycle", "contract", "garden", "bridge", "library", "engine", "recipe")


def write_set(
    folder: Path,
    corpus: Sequence[Mapping[str, object]],
    queries: Sequence[Mapping[str, object]],
    judgments: Sequence[Sequence[object]],
) -> Path:
    """Write a set in the BEIR layout."""
    folder.mkdir(exist_ok=True)
    (folder / "corpus.jsonl").write_text("\n".join(map(json.dumps, corpus)), "utf-8")
    (folder / "queries.jsonl").write_text("\n".join(map(json.dumps, queries)), "utf-8")
    rows = [("query-id", "corpus-id", "score"), *judgments]
    (folder / "qrels.tsv").write_text(
        "\n".join("\t".join(map(str, row)) for row in rows) + "\n", "utf-8"
    )
    return folder


def write_small_set(folder: Path) -> Path:
    """Write thirty-two documents, one of them a copy of another, and eight questions."""
    corpus = [{"_id": id_, "title": title, "text": text} for id_, (title, text) in _TOPICS.items()]
    title, text = _TOPICS["fox"]
    corpus.append({"_id": "fox again", "title": title, "text": text})
    corpus += [
        {"_id": f"{other} {number}", "text": f"A note on the {other}, number {number}, of no use."}
        for other in _OTHERS
        for number in range(3)
    ]
    queries = [{"_id": id_, "text": text} for id_, (text, _) in _QUESTIONS.items()]
    judgments = [
        (id_, document, grade)
        for id_, (_, grades) in _QUESTIONS.items()
        for document, grade in grades.items()
    ]
    return write_set(folder, corpus, queries, [*judgments, ("q4", "fox again", 2)])


class Shown:
    """A display that records the progress."""

    def __init__(self) -> None:
        self.states: list[IndexerState] = []
        self.counted: dict[str, list[int]] = {}
        self.display = ProgressDisplay(self._indexing, self._counting)

    @contextmanager
    def _indexing(self) -> Iterator[Callable[[IndexerState], None]]:
        yield self.states.append

    @contextmanager
    def _counting(self, what: str, _total: int) -> Iterator[Callable[[int], None]]:
        yield self.counted.setdefault(what, []).append
