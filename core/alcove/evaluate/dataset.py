"""Labelled sets in the BEIR layout: corpus.jsonl, queries.jsonl and qrels.tsv in one folder."""

import json
import urllib.parse
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from alcove.errors import AlcoveError


@dataclass(frozen=True, slots=True)
class Dataset:
    """A labelled set.

    Attributes:
        folder: where it lies.
        queries: id → question; only those with judgments.
        judgments: query id → document id → grade; above 0 is relevant.
    """

    folder: Path
    queries: Mapping[str, str]
    judgments: Mapping[str, Mapping[str, int]]


def read_dataset(folder: Path) -> Dataset:
    """Read questions and judgments; the documents are read when they are written as files.

    Raises:
        AlcoveError: a file of the layout is missing or malformed.
    """
    try:
        judgments = _read_judgments(folder / "qrels.tsv")
        queries = {str(row["_id"]): str(row["text"]) for row in _rows(folder / "queries.jsonl")}
    except (OSError, ValueError, KeyError) as error:
        raise AlcoveError(
            f"{folder} is not a labelled set: {error}",
            advice="It needs corpus.jsonl, queries.jsonl and qrels.tsv in the BEIR layout.",
        ) from error
    asked = {id_: text for id_, text in queries.items() if id_ in judgments}
    return Dataset(folder, asked, judgments)


def write_documents(dataset: Dataset, target: Path) -> int:
    """Write each document of the corpus as a Markdown file with its title; returns how many."""
    number = 0
    for row in _rows(dataset.folder / "corpus.jsonl"):
        title, text = str(row.get("title") or "").strip(), str(row["text"])
        content = f"# {title}\n\n{text}\n" if title else f"{text}\n"
        (target / _file_name(str(row["_id"]))).write_text(content, encoding="utf-8")
        number += 1
    return number


def document_id(path: bytes) -> str:
    """The id of the document that `write_documents` wrote to a path."""
    name = path.decode("ascii").rsplit("/", 1)[-1]
    return urllib.parse.unquote(name.removesuffix(".md"))


def _file_name(id_: str) -> str:
    return urllib.parse.quote(id_, safe="").replace(".", "%2E") + ".md"


def _rows(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _read_judgments(path: Path) -> dict[str, dict[str, int]]:
    judgments: dict[str, dict[str, int]] = defaultdict(dict)
    with path.open(encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            query, document, grade = line.split("\t")
            judgments[query][document] = int(grade)
    return dict(judgments)
