"""How often the sentence that is marked in the first hit holds the answer.

    python -m tests.benchmarks.search.evidence SET [--keep DIR] [--bar .82]

SET, such as xquad-en, needs answers.jsonl, which says where in its paragraph each answer stands.
Only questions whose paragraph is the first hit count. Prints the share by words alone, as it is
there with the hits, and after `refine`, each with its 95% bootstrap interval, and the time of both
for ten hits. Exits 1 if the share after `refine` is below the bar.
"""

from alcove.guard import arm

arm()

import argparse  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
import threading  # noqa: E402
import time  # noqa: E402
from collections import Counter  # noqa: E402
from collections.abc import Mapping  # noqa: E402
from dataclasses import dataclass  # noqa: E402
from pathlib import Path  # noqa: E402

import numpy as np  # noqa: E402

from alcove.evaluate import read_dataset  # noqa: E402
from alcove.evaluate.labelled.corpus import CorpusDocument, number_of, read_corpus, write_corpus  # noqa: E402
from alcove.evaluate.labelled.workplace import workplace  # noqa: E402
from alcove.library import Library  # noqa: E402
from alcove.search import Answer, Searcher  # noqa: E402
from alcove.search.question.query import Query  # noqa: E402

REPEATS = 10_000  # of the bootstrap
STAYS_AWAY = "\ufeff"  # not kept in a document's text


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and where its answer stands: [start, end) in the text of a document."""

    text: str
    document: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Judged:
    """For a question whose paragraph came first: whether the answer is in the sentence, seconds."""

    by_words: bool
    refined: bool
    shown: bool
    search: float
    refine: float


def main() -> int:
    options = _options()
    dataset = read_dataset(options.dataset)
    with workplace(dataset, options.keep) as workers:
        questions = _questions(options.dataset, dataset.queries)
        with _indexed(options.dataset, workers).searcher() as searcher:
            for question in questions[:5]:  # the first ones compile and fill caches
                searcher.refine(_ask(searcher, question))
            judged = [one for question in questions if (one := _judge(searcher, question))]
    print(f"{options.dataset.name}: {len(judged)} of {len(questions)} paragraphs come first")
    return 0 if _report(judged) >= options.bar else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--keep", type=Path, help="folder to index in, and to reuse next time")
    parser.add_argument("--bar", type=float, default=0.82)
    return parser.parse_args()


def _questions(folder: Path, queries: Mapping[str, str]) -> list[Question]:
    documents = list(read_corpus(folder, Counter()))
    number = {document.id: place for place, document in enumerate(documents)}
    with (folder / "answers.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found = []
    for row in rows:
        if row["_id"] in queries:
            place = number[row["corpus_id"]]
            start = _offset(documents[place], row["start"])
            end = start + len(row["answer"])
            found.append(Question(queries[row["_id"]], place, start, end))
    return found


def _offset(document: CorpusDocument, start: int) -> int:
    """Where a code point of the paragraph stands in the text of the file that was written."""
    heading = len(f"# {document.title}\n\n") if document.title else 0
    return heading + start - document.text[:start].count(STAYS_AWAY)


def _indexed(dataset: Path, workers: Path) -> Library:
    documents, cancel = workers / "documents", threading.Event()
    if not documents.exists():
        documents.mkdir()
        write_corpus(dataset, documents, progress=lambda _: None, cancel=cancel)
    library = Library(workers / "library")
    library.add([os.fsencode(documents)])
    library.update(tell=lambda _: None, cancel=cancel)
    return library


def _ask(searcher: Searcher, question: Question) -> Answer:
    return searcher.search(Query(question.text, question.text), limit=10)


def _judge(searcher: Searcher, question: Question) -> Judged | None:
    answer = _ask(searcher, question)
    if not answer.hits or number_of(answer.hits[0].path) != question.document:
        return None
    started = time.perf_counter()
    refined = searcher.refine(answer)
    seconds = time.perf_counter() - started
    passage = answer.hits[0].passage
    assert passage is not None
    shown = passage.start <= question.start and question.end <= passage.end
    return Judged(
        _holds(answer, question), _holds(refined, question), shown, answer.seconds, seconds
    )


def _holds(answer: Answer, question: Question) -> bool:
    evidence = answer.hits[0].evidence
    if evidence is None or evidence.sentence is None:
        return False
    start, end = evidence.sentence
    return start <= question.start and question.end <= end


def _report(judged: list[Judged]) -> float:
    shown = sum(one.shown for one in judged) / len(judged)
    print(f"passage shown  {shown:.3f} hold the answer")
    _line("by words", [one.by_words for one in judged], [one.search for one in judged])
    refined = [one.refined for one in judged]
    _line("refined", refined, [one.refine for one in judged])
    return sum(refined) / len(judged)


def _line(name: str, right: list[bool], seconds: list[float]) -> None:
    draws = np.random.default_rng(0).choice(np.array(right), (REPEATS, len(right))).mean(axis=1)
    low, high = np.quantile(draws, (0.025, 0.975))
    median, late = np.quantile(seconds, (0.5, 0.95)) * 1000
    share = sum(right) / len(right)
    print(f"{name:14} {share:.3f} [{low:.3f}, {high:.3f}]  {median:.1f} ms, p95 {late:.1f} ms")


if __name__ == "__main__":
    sys.exit(main())
