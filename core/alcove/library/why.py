"""Explain why a file is found, or is not: its steps through rules, reading, passages, vectors."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from alcove.files import Exclusion, PathCheck
from alcove.index import vectors
from alcove.index.at_path import file_at
from alcove.index.counts import count_encoded
from alcove.index.opening import open_reader
from alcove.library.ignoring.own_rules import rules_of
from alcove.library.why_steps import FileStep, FileStepKind
from alcove.paths import is_within, name_of
from alcove.personal import LibraryFolder, Settings

__all__ = ["FileStep", "FileStepKind", "explain"]


def explain(library: LibraryFolder, settings: Settings, path: bytes) -> list[FileStep]:
    """Return the steps of one absolute path, up to the first that it did not pass."""
    steps = []
    for step in _steps(library, settings, path):
        steps.append(step)
        if not step.passed:
            break
    return steps


def _steps(library: LibraryFolder, settings: Settings, path: bytes) -> Iterator[FileStep]:
    is_inside = any(is_within(path, folder) for folder in settings.folders)
    yield _either(FileStepKind.IN_FOLDER, FileStepKind.IN_NO_FOLDER, passed=is_inside)
    folder = max((f for f in settings.folders if is_within(path, f)), key=len)
    yield _either(FileStepKind.ON_DISK, FileStepKind.NOT_ON_DISK, passed=os.path.lexists(path))
    if path == folder:
        yield FileStep.of(FileStepKind.IS_FOLDER)
        return
    yield from _by_rules(path, folder, settings, library)
    if not library.index.exists():
        yield FileStep.of(FileStepKind.NOTHING_INDEXED)
    with closing(open_reader(library.index)) as connection:
        yield from _in_index(connection, path)


def _either(good: FileStepKind, bad: FileStepKind, *, passed: bool) -> FileStep:
    return FileStep.of(good if passed else bad)


def _by_rules(
    path: bytes, folder: bytes, settings: Settings, library: LibraryFolder
) -> Iterator[FileStep]:
    check = PathCheck(folder, rules_of(library, settings, folder))
    for source, problem in check.problems_above(path):
        if problem.line:
            yield FileStep.of(
                FileStepKind.LINE_PASSED_OVER, source=source, line=problem.line, what=problem.what
            )
        else:
            yield FileStep.of(FileStepKind.LIST_PASSED_OVER, source=source, what=problem.what)
    left_out = check.exclusion_of(path)
    yield FileStep.of(FileStepKind.NO_RULE) if left_out is None else _said(left_out)


def _said(left_out: Exclusion) -> FileStep:
    name = _readable(name_of(left_out.entry))
    if left_out.pattern is None:
        return FileStep.of(
            FileStepKind.LEFT_OUT, name=name, rule=left_out.rule, source=left_out.source
        )
    pattern = _readable(left_out.pattern)
    return FileStep.of(
        FileStepKind.LEFT_OUT_BY_PATTERN, name=name, pattern=pattern, source=left_out.source
    )


def _readable(text: bytes) -> str:
    return text.decode("utf-8", "replace")


def _in_index(connection: sqlite3.Connection, path: bytes) -> Iterator[FileStep]:
    file = file_at(connection, path)
    if file is None:
        yield FileStep.of(FileStepKind.NOT_SEEN)
        return
    if file.waiting:
        yield FileStep.of(FileStepKind.WAITS if file.content is None else FileStepKind.CHANGED)
    if file.reason is not None:
        yield FileStep.of(FileStepKind.NO_TEXT, reason=file.reason, detail=file.detail)
    if file.content is None or file.format is None:  # it changed each time while it was read
        yield FileStep.of(FileStepKind.WAITS)
        return
    yield FileStep.of(FileStepKind.READ, format=file.format)
    yield from _passages(connection, file.content)


def _passages(connection: sqlite3.Connection, content: int) -> Iterator[FileStep]:
    passages, encoded = count_encoded(connection, content, vectors.active_model(connection))
    yield (
        FileStep.of(FileStepKind.SPLIT, passages=passages)
        if passages
        else FileStep.of(FileStepKind.NOT_SPLIT)
    )
    if encoded == passages:
        yield FileStep.of(FileStepKind.ENCODED)
    else:
        yield FileStep.of(FileStepKind.NOT_ALL_ENCODED, encoded=encoded, passages=passages)
