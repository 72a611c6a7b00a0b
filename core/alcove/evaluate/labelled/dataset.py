"""Read a labelled set in the BEIR layout: documents, questions and graded judgments."""

import hashlib
import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from alcove.errors import AlcoveError
from alcove.evaluate.labelled.corpus import CORPUS, read_corpus
from alcove.evaluate.labelled.rows import identity, lines, malformed, objects, text_of

_HEADER = ("query-id", "corpus-id", "score")


@dataclass(frozen=True, slots=True)
class Dataset:
    """A labelled set.

    Attributes:
        folder: of the set.
        documents: ids of the documents with text, in the order of corpus.jsonl.
        queries: id → question; only those with a relevant document.
        judgments: query id → document id → grade; > 0 is relevant.
        left_out: reason in words → number of entries left out for it, > 0.
    """

    folder: Path
    documents: tuple[str, ...]
    queries: Mapping[str, str]
    judgments: Mapping[str, Mapping[str, int]]
    left_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name of the set, that of its folder."""
        return self.folder.resolve().name

    def fingerprint(self) -> str:
        """Return the SHA-256 of corpus.jsonl in hex; other questions need no new index."""
        with (self.folder / CORPUS).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


def read_dataset(folder: Path) -> Dataset:
    """Read a set and check every line; of repeated entries, the first counts.

    Judgments of missing or empty documents are left out, since no search could find them. So are
    questions without any relevant document.

    Raises:
        AlcoveError: a file of the layout is missing; a line is malformed (the message names it); or
            no question is left.
    """
    left_out = Counter[str]()
    documents = tuple(document.id for document in read_corpus(folder, left_out))
    queries = _read_queries(folder / "queries.jsonl", left_out)
    judgments = _read_judgments(_qrels(folder), queries, frozenset(documents), left_out)
    answerable = {
        id_: text for id_, text in queries.items() if _has_relevant(judgments.get(id_, {}))
    }
    left_out["questions without a relevant document"] += len(queries) - len(answerable)
    if not answerable:
        raise AlcoveError(
            f"{folder} has no question that one of its documents answers",
            advice="The ids in qrels.tsv must be those of queries.jsonl and corpus.jsonl.",
        )
    counts = {what: number for what, number in left_out.items() if number}
    return Dataset(
        folder, documents, answerable, {id_: judgments[id_] for id_ in answerable}, counts
    )


def _qrels(folder: Path) -> Path:
    beside, below = folder / "qrels.tsv", folder / "qrels" / "test.tsv"
    return below if below.is_file() and not beside.is_file() else beside


def _read_queries(path: Path, left_out: Counter[str]) -> dict[str, str]:
    queries: dict[str, str] = {}
    for number, row in objects(path):
        id_, text = identity(path, number, row), text_of(path, number, row)
        if id_ in queries:
            left_out["repeated questions"] += 1
        elif not text.strip():
            left_out["empty questions"] += 1
        else:
            queries[id_] = text
    return queries


def _read_judgments(
    path: Path, queries: Collection[str], documents: Collection[str], left_out: Counter[str]
) -> dict[str, dict[str, int]]:
    judgments: dict[str, dict[str, int]] = {}
    for query, document, grade in _judgment_rows(path, queries):
        grades = judgments.setdefault(query, {})
        if query not in queries:
            left_out["judgments of unknown questions"] += 1
        elif document not in documents:
            left_out["judgments of unknown or empty documents"] += 1
        elif document in grades:
            left_out["repeated judgments"] += 1
        else:
            grades[document] = grade
    return judgments


def _judgment_rows(path: Path, queries: Collection[str]) -> Iterator[tuple[str, str, int]]:
    columns = (0, 1, 2)
    for index, (number, line) in enumerate(lines(path)):
        fields = [value.strip() for value in line.split("\t")]
        if index == 0 and _is_header(fields, queries):
            columns = _columns(fields)
            continue
        if len(fields) <= max(columns):
            raise malformed(path, number, "there are fewer than three columns, split by tabs")
        query, document, grade = (fields[column] for column in columns)
        yield query, document, _grade(path, number, grade)


def _is_header(fields: list[str], queries: Collection[str]) -> bool:
    return fields[0] not in queries and (len(fields) < len(_HEADER) or _number(fields[2]) is None)


def _columns(header: list[str]) -> tuple[int, int, int]:
    names = [name.casefold().replace("_", "-") for name in header]
    if not set(_HEADER) <= set(names):
        return 0, 1, 2
    return names.index(_HEADER[0]), names.index(_HEADER[1]), names.index(_HEADER[2])


def _grade(path: Path, number: int, text: str) -> int:
    value = _number(text)
    if value is None:
        raise malformed(path, number, "the score is not a whole number")
    return value


def _number(text: str) -> int | None:
    """Parse a whole number, "1.0" included; return None if it is none."""
    try:
        value = float(text)
    except ValueError:
        return None
    return int(value) if math.isfinite(value) and value.is_integer() else None


def _has_relevant(grades: Mapping[str, int]) -> bool:
    return any(grade > 0 for grade in grades.values())
