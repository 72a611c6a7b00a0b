"""Twenty questions that share no rare word with their answer: how many are found in the top 3.

    python -m tests.benchmarks.search.questions DATA [--sample N] [--keep DIR]

Indexes DATA/documents and DATA/notes, asks each question by meaning, by words and by both, and
prints the place of its answer. Exits 1 if fewer than 17 are found by both arms or more than 8 by
words alone; the hard ones do not count. `--sample N` leaves those out, and takes the answers and
each Nth of the other files up to 100 KB.
"""

from alcove.guard import arm

arm()

import argparse  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import shutil  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import threading  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

from alcove.library import Library  # noqa: E402
from alcove.search import Mode, Searcher, plain  # noqa: E402

QUESTIONS = Path(__file__).resolve().parents[2] / "endtoend" / "questions.json"
TOP = 3
AT_LEAST_BY_BOTH, AT_MOST_BY_WORDS = 17, 8
SMALL = 100_000  # bytes


def main() -> int:
    options = _options()
    rows: list[dict[str, Any]] = json.loads(QUESTIONS.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        data = options.data.resolve()
        if options.sample:
            rows = [row for row in rows if not row["hard"]]
            data = _sampled(data, rows, options.sample, Path(scratch, "data"))
        library = Library(options.keep or Path(scratch, "library"))
        library.add([os.fsencode(data / "documents"), os.fsencode(data / "notes")])
        library.update(tell=lambda _: None, cancel=threading.Event())
        with library.searcher() as searcher:
            found = _ask(searcher, data, rows)
    good = found[Mode.BEST] >= AT_LEAST_BY_BOTH and found[Mode.WORDS] <= AT_MOST_BY_WORDS
    return 0 if good else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="library to use, and to keep")
    return parser.parse_args()


def _sampled(data: Path, rows: list[dict[str, Any]], every: int, target: Path) -> Path:
    answers = {data / name for row in rows for name in row["files"]}
    others = sorted(
        path
        for path in data.rglob("*")
        if path.is_file() and path not in answers and path.stat().st_size <= SMALL
    )
    folders = ("documents", "notes")
    for path in [*answers, *others[::every]]:
        place = path.relative_to(data)
        if place.parts[0] in folders:
            (target / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target / place)
    return target


def _ask(searcher: Searcher, data: Path, rows: list[dict[str, Any]]) -> dict[Mode, int]:
    found = dict.fromkeys(Mode, 0)
    for row in rows:
        places = {mode: _place(searcher, data, row, mode) for mode in Mode}
        if not row["hard"]:
            for mode, place in places.items():
                found[mode] += place <= TOP
        shown = "  ".join(f"{mode} {place:3}" for mode, place in places.items())
        print(f"{shown}  {'(hard) ' if row['hard'] else ''}{row['question']}")
    print(f"in the first {TOP}: " + ", ".join(f"{mode} {n}" for mode, n in found.items()))
    return found


def _place(searcher: Searcher, data: Path, row: dict[str, Any], mode: Mode) -> int:
    """The place of the first right answer, from 1; 100 where it is not among the first 99."""
    right = {os.fsencode(data / name) for name in row["files"]}
    hits = searcher.search(plain(row["question"]), mode=mode, limit=99).hits
    places = (n for n, hit in enumerate(hits, 1) if right & {hit.path, *hit.copies})
    return next(places, 100)


if __name__ == "__main__":
    sys.exit(main())
