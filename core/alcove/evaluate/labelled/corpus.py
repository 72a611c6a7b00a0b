"""Read the documents of a labelled set from corpus.jsonl and write them as files to index."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from alcove.errors import Cancelled
from alcove.evaluate.labelled.rows import identity, objects, text_of, well_formed

CORPUS = "corpus.jsonl"

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class CorpusDocument:
    """One document of the set; its text or its title is not blank."""

    id: str
    title: str
    text: str


def read_corpus(folder: Path, left_out: Counter[str]) -> Iterator[CorpusDocument]:
    """Yield the documents in file order, deduplicated by id.

    Args:
        folder: of the labelled set.
        left_out: counts those not yielded, under "empty documents" and "repeated documents".

    Raises:
        AlcoveError: the file is missing, or a line is malformed.
    """
    path, seen = folder / CORPUS, set[str]()
    for number, row in objects(path):
        id_, text = identity(path, number, row), text_of(path, number, row)
        title = " ".join(well_formed(str(row.get("title") or "")).split())
        if id_ in seen:
            left_out["repeated documents"] += 1
        elif not (title or text.strip()):
            left_out["empty documents"] += 1
        else:
            yield CorpusDocument(id_, title, text)
        seen.add(id_)


def write_corpus(
    folder: Path, target: Path, *, progress: Progress, cancel: threading.Event
) -> None:
    """Write each document as a Markdown file with its title.

    Files are named by number alone, since the words of a file name are searched as well.

    Raises:
        Cancelled: `cancel` was set.
    """
    for number, document in enumerate(read_corpus(folder, Counter())):
        if cancel.is_set():
            raise Cancelled
        heading = f"# {document.title}\n\n" if document.title else ""
        file = target / f"{number:07}.md"
        file.write_text(f"{heading}{document.text}\n", encoding="utf-8", newline="")
        progress(number + 1)


def number_of(path: bytes) -> int:
    """Return the number, from 0, of the document that `write_corpus` wrote to a path."""
    return int(Path(path.decode("utf-8", "surrogateescape")).stem)
