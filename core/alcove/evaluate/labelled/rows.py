"""The lines of a labelled set's files, checked one by one, so that what is wrong is found."""

import json
from collections.abc import Iterator
from pathlib import Path

from alcove.errors import AlcoveError

_BOM = b"\xef\xbb\xbf"
_LAYOUT = (
    "A labelled set in the BEIR layout has corpus.jsonl (_id, title, text), queries.jsonl"
    " (_id, text), and qrels.tsv or qrels/test.tsv (query-id, corpus-id, score)."
)


def malformed(path: Path, line: int, what: str) -> AlcoveError:
    """The error that names a file and a line of it, from 1."""
    return AlcoveError(f"{path}, line {line}: {what}", advice=_LAYOUT)


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank, with their numbers from 1 and without their ends.

    Raises:
        AlcoveError: the file cannot be read, or is not UTF-8.
    """
    try:
        with path.open("rb") as file:
            for number, raw in enumerate(file, 1):
                line = _decoded(path, number, raw.removeprefix(_BOM) if number == 1 else raw)
                if line.strip():
                    yield number, line.rstrip("\r\n")
    except OSError as error:
        raise AlcoveError(f"{path} cannot be read: {error.strerror}", advice=_LAYOUT) from error


def objects(path: Path) -> Iterator[tuple[int, dict[str, object]]]:
    """Yield the JSON objects of a .jsonl file with the numbers of their lines.

    Raises:
        AlcoveError: as `lines`, or a line is no JSON object.
    """
    for number, line in lines(path):
        try:
            value = json.loads(line)
        except json.JSONDecodeError as error:
            what = f"this is not JSON ({error.msg}, column {error.colno})"
            raise malformed(path, number, what) from error
        except (ValueError, RecursionError) as error:
            raise malformed(path, number, "this is no JSON that can be read") from error
        if not isinstance(value, dict):
            raise malformed(path, number, "this is not a JSON object")
        yield number, value


def identity(path: Path, number: int, row: dict[str, object]) -> str:
    """The `_id` of a row, as text: qrels have no numbers.

    Raises:
        AlcoveError: there is none.
    """
    value = row.get("_id")
    if isinstance(value, bool) or not isinstance(value, int | str) or not str(value).strip():
        raise malformed(path, number, "there is no _id")
    return str(value).strip()


def text_of(path: Path, number: int, row: dict[str, object]) -> str:
    """The `text` of a row, with "?" for what no file could hold; empty for null.

    Raises:
        AlcoveError: there is none, or it is no text.
    """
    value = row.get("text", False)
    if value is not None and not isinstance(value, str):
        raise malformed(path, number, "there is no text")
    return well_formed(value or "")


def well_formed(text: str) -> str:
    """The text with "?" for each lone surrogate, which JSON can spell and UTF-8 cannot."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _decoded(path: Path, number: int, raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise malformed(path, number, "this is not UTF-8") from error
