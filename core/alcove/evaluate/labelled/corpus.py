"""The documents of a labelled set: read from corpus.jsonl, written as files that are indexed."""

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
    """One document of the set; its text or its title is more than white space."""

    id: str
    title: str
    text: str


def read_corpus(folder: Path, left_out: Counter[str]) -> Iterator[CorpusDocument]:
    """Yield the documents in their order, each id once.

    Args:
        folder: the labelled set.
        left_out: counts what is not yielded, as "empty documents" and "repeated documents".

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

    A file is called by its number alone, since the words of a file's name are searched as well.

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
    """Which document, from 0, `write_corpus` wrote to a path."""
    return int(Path(path.decode("utf-8", "surrogateescape")).stem)
