"""How often "nothing relevant" is said of questions that a library answers, and of others.

    python -m tests.benchmarks.search.unanswerable DATA [--keep DIR] [--questions N]

Each labelled set of DATA/retrieval is a library, and so are the notes of DATA/notes. A set's own
questions are answerable in its library, those of the others are not; sets that share a subject are
left out with each other. Prints the share of questions with that verdict, a row for each library
and a column for each set, and both means. Exits 1 unless the mean of the unanswerable is at least
.80 and that of the answerable at most .05.

A library that is kept keeps its measures as well: delete it after a change of how they are taken,
unless `calibration.VERSION` was raised.
"""

from alcove.guard import arm

arm()

import argparse  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import threading  # noqa: E402
from collections.abc import Iterator, Mapping, Sequence  # noqa: E402
from contextlib import contextmanager, nullcontext  # noqa: E402
from pathlib import Path  # noqa: E402

import numpy as np  # noqa: E402
from tests.benchmarks.verdicts import Verdicts  # noqa: E402

from alcove.evaluate import Dataset, ProgressDisplay, read_dataset  # noqa: E402
from alcove.evaluate.index_dataset import index  # noqa: E402
from alcove.evaluate.labelled.workplace import documents_in  # noqa: E402
from alcove.library import Library  # noqa: E402
from alcove.search import Searcher, Verdict  # noqa: E402
from alcove.search.question.query import Query  # noqa: E402

NOTES = "notes"
FLAGGED, COST = 0.80, 0.05  # the bars
_SUBJECTS = {"scifact": "medicine", "nfcorpus": "medicine", "xquad": "xquad's articles"}
_QUIET = ProgressDisplay(
    indexing=lambda: nullcontext(lambda _: None), counting=lambda *_: nullcontext(lambda _: None)
)

Row = dict[str, float]
"""Of one library: set → the share of its questions that nothing is relevant to, it is said."""


def main() -> int:
    options = _options()
    sets = {path.name: read_dataset(path) for path in _sets(options.data / "retrieval")}
    questions = {name: _sample(dataset, options.questions) for name, dataset in sets.items()}
    print(f"{'library':12}" + "".join(f"{name:>12}" for name in sets), flush=True)
    rows = {}
    for name in (*sets, NOTES):
        with _workers(options.keep, name) as workers:
            library = _indexed(workers, sets.get(name), options.data / NOTES)
            with library.searcher() as searcher:
                rows[name] = _row(searcher, name, questions)
        print(f"{name:12}" + "".join(_cell(rows[name].get(asked)) for asked in sets), flush=True)
    return _report(rows)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--keep", type=Path, help="folder for NAME/library, reused if it is there")
    parser.add_argument("--questions", type=int, default=250, help="at most so many of each set")
    return parser.parse_args()


def _sets(folder: Path) -> list[Path]:
    return sorted(path.parent for path in folder.glob("*/corpus.jsonl"))


def _sample(dataset: Dataset, most: int) -> list[str]:
    texts = list(dataset.queries.values())
    return [texts[at] for at in np.random.default_rng(0).permutation(len(texts))[:most]]


@contextmanager
def _workers(keep: Path | None, name: str) -> Iterator[Path]:
    if keep is None:
        with tempfile.TemporaryDirectory(prefix="alcove-unanswerable-") as temporary:
            yield Path(temporary).resolve()
        return
    folder = keep.resolve() / name
    folder.mkdir(parents=True, exist_ok=True)
    yield folder


def _indexed(workers: Path, dataset: Dataset | None, notes: Path) -> Library:
    """The library of a set, or of the notes; one that is there is brought up to date."""
    library, cancel = Library(workers / "library"), threading.Event()
    if library.settings().folders:
        library.update(tell=lambda _: None, cancel=cancel)
    elif dataset is None:
        library.update([os.fsencode(notes.resolve())], tell=lambda _: None, cancel=cancel)
    else:
        documents = documents_in(workers, dataset, _QUIET, cancel)
        index(library, documents, _QUIET, cancel, with_vectors=True)
    return library


def _row(searcher: Searcher, name: str, questions: Mapping[str, Sequence[str]]) -> Row:
    return {
        asked: sum(_nothing(searcher, text) for text in texts) / len(texts)
        for asked, texts in questions.items()
        if asked == name or _subject(asked) != _subject(name)
    }


def _nothing(searcher: Searcher, text: str) -> bool:
    return searcher.search(Query(text, text), limit=1).verdict is Verdict.NOTHING


def _subject(name: str) -> str:
    family = name.partition("-")[0]
    return _SUBJECTS.get(family, family)


def _cell(share: float | None) -> str:
    return f"{'':>12}" if share is None else f"{share:12.3f}"


def _report(rows: Mapping[str, Row]) -> int:
    own = [row[name] for name, row in rows.items() if name in row]
    foreign = [row[asked] for name, row in rows.items() for asked in row if asked != name]
    flagged, cost = float(np.mean(foreign)), float(np.mean(own))
    verdicts = Verdicts()
    pairs = f"{flagged:.3f} of {len(foreign)} pairs (at least {FLAGGED})"
    verdicts.demand("mean of the unanswerable", met=flagged >= FLAGGED, seen=pairs)
    sets = f"{cost:.3f} of {len(own)} sets (at most {COST})"
    verdicts.demand("mean of the answerable", met=cost <= COST, seen=sets)
    return verdicts.code


if __name__ == "__main__":
    sys.exit(main())
