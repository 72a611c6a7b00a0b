"""Why a file is found, or is not: its way through rules, reading, passages and vectors."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from alcove.files import Check, Exclusion, Rules
from alcove.index import vectors
from alcove.index.files import is_below
from alcove.index.schema import open_reader
from alcove.settings import LibraryFolder, Settings


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of a file's way.

    Attributes:
        passed: whether the file got past it.
        text: what happened there, in plain words.
    """

    passed: bool
    text: str


def explain(library: LibraryFolder, settings: Settings, path: bytes) -> list[Step]:
    """Every step of one absolute path, up to the first that it did not pass."""
    steps = []
    for step in _steps(library, settings, path):
        steps.append(step)
        if not step.passed:
            break
    return steps


def _steps(library: LibraryFolder, settings: Settings, path: bytes) -> Iterator[Step]:
    yield _in_folder(settings, path)
    folder = max((f for f in settings.folders if is_below(path, f)), key=len)
    yield _on_disk(path)
    if path == folder:
        yield Step(passed=True, text="It is a folder of this library: ask about a file in it.")
        return
    yield from _by_rules(path, folder, settings, library)
    if not library.index.exists():
        yield Step(passed=False, text="Nothing has been indexed yet: run alcove index.")
    with closing(open_reader(library.index)) as connection:
        yield from _in_index(connection, path)


def _in_folder(settings: Settings, path: bytes) -> Step:
    if any(is_below(path, folder) for folder in settings.folders):
        return Step(passed=True, text="It lies in a folder of this library.")
    return Step(passed=False, text="It lies in no folder of this library: add one, alcove index.")


def _on_disk(path: bytes) -> Step:
    if os.path.lexists(path):
        return Step(passed=True, text="It is on the disk.")
    return Step(passed=False, text="It is not on the disk now.")


def _by_rules(
    path: bytes, folder: bytes, settings: Settings, library: LibraryFolder
) -> Iterator[Step]:
    check = Check(folder, Rules.of(settings, folder, library=os.fsencode(library.root)))
    for source, problem in check.problems_above(path):
        line = f", line {problem.line}" if problem.line else ""
        yield Step(passed=True, text=f"Passed over: {source}{line}: {problem.what}.")
    left_out = check.exclusion_of(path)
    if left_out is None:
        yield Step(passed=True, text="No rule leaves it out.")
    else:
        yield Step(passed=False, text=f"A rule leaves it out: {_said(left_out)}.")


def _said(left_out: Exclusion) -> str:
    name = _readable(os.path.basename(left_out.entry))  # noqa: PTH119 - bytes
    if left_out.pattern is None:
        return f"“{name}”, {left_out.rule} ({left_out.source})"
    return f"“{name}” is matched by “{_readable(left_out.pattern)}” ({left_out.source})"


def _readable(text: bytes) -> str:
    return text.decode("utf-8", "replace")


def _in_index(connection: sqlite3.Connection, path: bytes) -> Iterator[Step]:
    row = connection.execute(
        "SELECT f.content_id, coalesce(f.reason, c.reason),"
        " iif(f.reason IS NULL, c.detail, f.detail), c.format, f.waiting"
        " FROM files f LEFT JOIN contents c ON c.id = f.content_id WHERE f.path = ?",
        (path,),
    ).fetchone()
    if row is None:
        yield Step(passed=False, text="No scan has seen it yet: run alcove index.")
        return
    content, reason, detail, format_, waiting = row
    if waiting and content is not None:
        text = "It changed and waits to be read again; until then, its old text is found."
        yield Step(passed=False, text=text)
    if waiting:
        yield Step(passed=False, text="It waits to be read: run alcove index.")
    if reason is not None:
        yield Step(passed=False, text=f"It has no text here: {reason}. {detail}".rstrip())
    yield Step(passed=True, text=f"It was read as {format_}.")
    yield from _passages(connection, content)


def _passages(connection: sqlite3.Connection, content: int) -> Iterator[Step]:
    model = vectors.active_model(connection)
    passages, encoded = connection.execute(
        "SELECT count(*), count(v.input_id) FROM documents d"
        " JOIN passages p ON p.document_id = d.id AND p.cut_id = coalesce(?, p.cut_id)"
        " LEFT JOIN vectors v ON v.input_id = p.input_id AND v.model_id = ?"
        " WHERE d.content_id = ?",
        (*((model.cut, model.number) if model else (None, None)), content),
    ).fetchone()
    yield Step(
        passed=passages > 0,
        text=f"It was cut into passages ({passages:,}): words find it.",
    )
    if encoded == passages:
        yield Step(passed=True, text="Every passage has a vector: meaning finds it.")
    else:
        yield Step(
            passed=False,
            text=f"{encoded:,} of {passages:,} passages have a vector: run alcove index to go on.",
        )
