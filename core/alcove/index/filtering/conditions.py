"""Build SQL conditions from parts: on files with their contents, and on documents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alcove.index.filtering.path_matching import FOLDER, NAME
from alcove.paths import path_range

# Each + keeps SQLite from using an index: reading half of 100,000 files through the index takes
# 200 ms, reading all of them in the order of the table 25 ms.


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on a file `f` and its content `c`, or on a document `d`.

    Attributes:
        sql: with a ? for each parameter.
        parameters: their values, in order.
    """

    sql: str
    parameters: tuple[object, ...] = ()


def all_of(conditions: Iterable[Condition]) -> Condition:
    """Return a condition that holds where all of these do; everywhere if there are none."""
    return _joined(" AND ", conditions, "TRUE")


def any_of(conditions: Iterable[Condition]) -> Condition:
    """Return a condition that holds where any of these does; nowhere if there are none."""
    return _joined(" OR ", conditions, "FALSE")


def negated(condition: Condition) -> Condition:
    """Negate a condition; it also holds where `condition` is NULL, as for a file without format."""
    return Condition(f"({condition.sql}) IS NOT TRUE", condition.parameters)


def is_file(file: int | None) -> Condition:
    """Hold for the file with this id; for no file if it is None."""
    return Condition("f.id = ?", (file,))


def has_document(document: int) -> Condition:
    """Hold for the files that contain the document with this id."""
    return Condition("f.content_id = (SELECT content_id FROM documents WHERE id = ?)", (document,))


def has_format(formats: Sequence[str]) -> Condition:
    """Hold for files that were read as one of these formats."""
    return _one_of("c.format", formats)


def is_below(folder: bytes) -> Condition:
    """Hold for files below the folder with this absolute path."""
    return Condition("+f.path >= ? AND +f.path < ?", path_range(folder))


def is_in_folder_named(name: str) -> Condition:
    """Hold where `path_matching.is_in_folder` does; running it needs `add_functions`."""
    tops = r"(SELECT CAST(group_concat(path, x'00') AS BLOB) FROM folders)"
    return Condition(f"{FOLDER}(f.path, ?, {tops})", (name,))


def is_named(name: str) -> Condition:
    """Hold where `path_matching.has_name` does; running it needs `add_functions`."""
    return Condition(f"{NAME}(f.path, ?)", (name,))


def changed_since(moment: int) -> Condition:
    """Hold for files last changed at `moment` or later, nanoseconds since the epoch."""
    return Condition("+f.mtime_ns >= ?", (moment,))


def changed_before(moment: int) -> Condition:
    """Hold for files last changed before `moment`, nanoseconds since the epoch."""
    return Condition("+f.mtime_ns < ?", (moment,))


def has_some_document(condition: Condition) -> Condition:
    """Hold for files with a document that meets a condition on documents."""
    return Condition(
        f"f.content_id IN (SELECT d.content_id FROM documents d WHERE {condition.sql})",  # noqa: S608
        condition.parameters,
    )


def has_no_text() -> Condition:
    """Hold for files without a document."""
    return Condition("f.content_id IS NULL OR c.reason IS NOT NULL")


def is_in_language(languages: Sequence[str]) -> Condition:
    """Hold for documents in one of these languages, ISO 639-1."""
    return _language("IN", languages)


def is_in_no_language(languages: Sequence[str]) -> Condition:
    """Hold for documents in none of these languages, ISO 639-1."""
    return _language("NOT IN", languages)


def _language(word: str, languages: Sequence[str]) -> Condition:
    # From the index alone: in a row, the language is stored behind the whole text.
    in_any = _one_of("language", languages)
    return Condition(
        f"+d.id {word} (SELECT id FROM documents WHERE {in_any.sql})",  # noqa: S608
        in_any.parameters,
    )


def _one_of(column: str, values: Sequence[str]) -> Condition:
    return Condition(f"{column} IN ({', '.join('?' * len(values))})", tuple(values))


def _joined(word: str, conditions: Iterable[Condition], without_any: str) -> Condition:
    parts = tuple(conditions)
    return Condition(
        word.join(f"({part.sql})" for part in parts) or without_any,
        tuple(value for part in parts for value in part.parameters),
    )
