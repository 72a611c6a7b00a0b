"""Read the lines of a labelled set's files and check each; errors name the file and line."""

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
    """Return an error that names a file and a line of it, from 1."""
    return AlcoveError(f"{path}, line {line}: {what}", advice=_LAYOUT)


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line number from 1, line without its line end) for each line that is not blank.

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
    """Yield (line number from 1, JSON object) for each line of a .jsonl file.

    Raises:
        AlcoveError: as for `lines`, or a line is no JSON object.
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
    """Return the `_id` of a row as text, since qrels have only text.

    Raises:
        AlcoveError: there is no `_id`.
    """
    value = row.get("_id")
    if isinstance(value, bool) or not isinstance(value, int | str) or not str(value).strip():
        raise malformed(path, number, "there is no _id")
    return str(value).strip()


def text_of(path: Path, number: int, row: dict[str, object]) -> str:
    """Return the `text` of a row, with "?" for characters that UTF-8 cannot hold; empty for null.

    Raises:
        AlcoveError: there is no `text`, or it is no string.
    """
    value = row.get("text", False)
    if value is not None and not isinstance(value, str):
        raise malformed(path, number, "there is no text")
    return well_formed(value or "")


def well_formed(text: str) -> str:
    """Replace each lone surrogate, which JSON can encode and UTF-8 cannot, by "?"."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _decoded(path: Path, number: int, raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise malformed(path, number, "this is not UTF-8") from error
