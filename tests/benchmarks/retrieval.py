"""Quality through the whole pipeline: a labelled set as files, indexed, searched, judged.

    python tests/benchmarks/retrieval.py ../shared/data/retrieval/scifact [--keep DIR]

Prints nDCG@10, recall@10, recall@100 and MRR@10 of each mode; exits 1 below a given bar.
"""

from alcove.guard import arm

arm()

import argparse  # noqa: E402
import contextlib  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import threading  # noqa: E402
from collections.abc import Iterator  # noqa: E402
from pathlib import Path  # noqa: E402

from alcove.evaluate import (  # noqa: E402
    Dataset,
    document_id,
    mrr,
    ndcg,
    read_dataset,
    recall,
    write_documents,
)
from alcove.library import Library  # noqa: E402
from alcove.search import Mode, Searcher  # noqa: E402


def main() -> int:
    options = _options()
    dataset = read_dataset(options.dataset)
    with _folder(options.keep) as work:
        library = _indexed(dataset, work)
        with library.searcher() as searcher:
            best = _report(dataset, searcher)
    return 0 if best >= options.bar else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--keep", type=Path, help="folder to index in, and to reuse next time")
    parser.add_argument("--bar", type=float, default=0.0, help="nDCG@10 that best must reach")
    return parser.parse_args()


@contextlib.contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def _indexed(dataset: Dataset, work: Path) -> Library:
    documents = work / "documents"
    if not documents.exists():
        documents.mkdir()
        write_documents(dataset, documents)
    library = Library(work / "library")
    library.add([os.fsencode(documents.resolve())])
    library.update(tell=lambda _: None, cancel=threading.Event())
    return library


def _report(dataset: Dataset, searcher: Searcher) -> float:
    print(f"{dataset.folder.name}: {len(dataset.queries)} questions")
    print(f"{'mode':8} {'nDCG@10':>8} {'rec@10':>8} {'rec@100':>8} {'MRR@10':>8} {'ms':>6}")
    best = 0.0
    for mode in Mode:
        rows = [_judge(dataset, searcher, id_, mode) for id_ in dataset.queries]
        means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
        print(f"{mode:8} " + " ".join(f"{m:8.3f}" for m in means[:4]) + f" {1000 * means[4]:6.1f}")
        best = means[0] if mode is Mode.BEST else best
    return best


def _judge(dataset: Dataset, searcher: Searcher, query: str, mode: Mode) -> tuple[float, ...]:
    answer = searcher.search(dataset.queries[query], mode=mode, limit=100)
    ranked = [document_id(hit.path) for hit in answer.hits]
    grades = dataset.judgments[query]
    return (
        ndcg(ranked, grades, 10),
        recall(ranked, grades, 10),
        recall(ranked, grades, 100),
        mrr(ranked, grades, 10),
        answer.seconds,
    )


if __name__ == "__main__":
    sys.exit(main())
