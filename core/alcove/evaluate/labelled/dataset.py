"""A labelled set in the BEIR layout: which documents, which questions, and what answers them."""

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
        folder: where it lies.
        documents: ids of the documents that have text, in the order of corpus.jsonl.
        queries: id → question; only those that some document answers.
        judgments: query id → document id → grade; above 0 is relevant.
        left_out: how many of what, in plain words; only what there is.
    """

    folder: Path
    documents: tuple[str, ...]
    queries: Mapping[str, str]
    judgments: Mapping[str, Mapping[str, int]]
    left_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the set is called: as its folder."""
        return self.folder.resolve().name

    def fingerprint(self) -> str:
        """SHA-256, in hex, of the documents' file; questions and judgments need no new index."""
        with (self.folder / CORPUS).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


def read_dataset(folder: Path) -> Dataset:
    """Read a set and check every line; of what is repeated, the first counts.

    Judgments of documents that are not there or have no text are left out, since no search could
    find them, and so are questions without any relevant document.

    Raises:
        AlcoveError: a file of the layout is missing; a line is malformed, and the message names
            it; or nothing can be asked.
    """
    left_out = Counter[str]()
    documents = tuple(document.id for document in read_corpus(folder, left_out))
    queries = _read_queries(folder / "queries.jsonl", left_out)
    judgments = _read_judgments(_qrels(folder), queries, frozenset(documents), left_out)
    asked = {id_: text for id_, text in queries.items() if _has_relevant(judgments.get(id_, {}))}
    left_out["questions without a relevant document"] += len(queries) - len(asked)
    if not asked:
        raise AlcoveError(
            f"{folder} has no question that one of its documents answers",
            advice="The ids in qrels.tsv must be those of queries.jsonl and corpus.jsonl.",
        )
    told = {what: number for what, number in left_out.items() if number}
    return Dataset(folder, documents, asked, {id_: judgments[id_] for id_ in asked}, told)


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
        known = judgments.setdefault(query, {})
        if query not in queries:
            left_out["judgments of unknown questions"] += 1
        elif document not in documents:
            left_out["judgments of unknown or empty documents"] += 1
        elif document in known:
            left_out["repeated judgments"] += 1
        else:
            known[document] = grade
    return judgments


def _judgment_rows(path: Path, queries: Collection[str]) -> Iterator[tuple[str, str, int]]:
    columns = (0, 1, 2)
    for place, (number, line) in enumerate(lines(path)):
        fields = [value.strip() for value in line.split("\t")]
        if place == 0 and _is_header(fields, queries):
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
    """The whole number that a text says, "1.0" included."""
    try:
        value = float(text)
    except ValueError:
        return None
    return int(value) if math.isfinite(value) and value.is_integer() else None


def _has_relevant(grades: Mapping[str, int]) -> bool:
    return any(grade > 0 for grade in grades.values())
