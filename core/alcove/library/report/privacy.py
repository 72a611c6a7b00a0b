"""Build the privacy report: what Alcove stores, where, who can read it, its processes now."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum

import psutil

from alcove import guard
from alcove.encoder import AvailableModel, list_models
from alcove.index import vectors
from alcove.index.counts import IndexCounts, count
from alcove.index.opening import open_reader
from alcove.library.report.disk_usage import LibraryPart, parts_of
from alcove.library.report.status import running_indexer
from alcove.personal import LibraryFolder, evaluations, history, judgments, load, saved_searches
from alcove.sandbox.confinement import sandbox_level


class ProcessKind(StrEnum):
    """The kinds of our processes."""

    THIS = "this"
    INDEXER = "indexer"
    HELPER = "helper"
    """A child of one of the others: reads documents, renders pages, opens files."""


@dataclass(frozen=True, slots=True)
class OwnProcess:
    """A running process of Alcove.

    Attributes:
        kind: what it does.
        pid: its process id.
        memory: resident memory in bytes.
    """

    kind: ProcessKind
    pid: int
    memory: int


@dataclass(frozen=True, slots=True)
class PersonalCounts:
    """The counts of personal data: what cannot be derived.

    Attributes:
        folders: folders that are searched.
        rules: the user's own ignore rules, for all folders and for single ones.
        judgments: hits that were marked or opened.
        history: queries in the history.
        saved_searches: saved searches.
        has_evaluation: whether the figures of an evaluation are stored.
    """

    folders: int
    rules: int
    judgments: int
    history: int
    saved_searches: int
    has_evaluation: bool


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that the privacy page shows.

    Attributes:
        parts: the parts of the library's folder; together the whole of it.
        mode: permission bits of that folder, as in `stat`; None where they mean nothing (Windows)
            or before there is a library.
        counts: what the index holds.
        personal: the counts of personal data.
        model: the model that serves searches, with the SHA-256 of its files; None before there is
            one, or if its files are gone.
        guard: how this process is kept from a network.
        sandbox: how the processes that read documents are confined, in plain words.
        processes: our running processes.
    """

    parts: tuple[LibraryPart, ...]
    mode: int | None
    counts: IndexCounts
    personal: PersonalCounts
    model: AvailableModel | None
    guard: guard.GuardLevel
    sandbox: str
    processes: tuple[OwnProcess, ...]

    @property
    def is_private(self) -> bool | None:
        """Whether no other user of this computer can open the library; None if not known."""
        return None if self.mode is None else not self.mode & 0o077


def report(library: LibraryFolder) -> Report:
    """Collect the report from disk, index, guard and system: too slow for the GUI thread.

    Raises:
        LibraryError: the index or the personal data cannot be opened.
    """
    counts, serving = IndexCounts(0, 0, 0, 0, 0), None
    if library.index.exists():
        with closing(open_reader(library.index)) as connection:
            serving = vectors.active_model(connection)
            counts = count(connection, serving)
    known = list_models(library.models) if serving else []
    return Report(
        parts=tuple(parts_of(library)),
        mode=_mode(library),
        counts=counts,
        personal=_personal(library),
        model=next((model for model in known if serving and model.id == serving.manifest), None),
        guard=guard.level(),
        sandbox=sandbox_level().description,
        processes=tuple(_processes(library)),
    )


def _mode(library: LibraryFolder) -> int | None:
    if sys.platform == "win32":
        mode = None
    else:
        mode = stat.S_IMODE(library.root.stat().st_mode) if library.root.exists() else None
    return mode


def _personal(library: LibraryFolder) -> PersonalCounts:
    path = library.personal
    wanted = load(path)
    return PersonalCounts(
        folders=len(wanted.folders),
        rules=sum(len(wanted.rules_for(folder)) for folder in (None, *wanted.folders)),
        judgments=len(judgments.stored(path)),
        history=len(history.stored(path)),
        saved_searches=len(saved_searches.stored(path)),
        has_evaluation=evaluations.last(path) is not None,
    )


def _processes(library: LibraryFolder) -> Iterator[OwnProcess]:
    """Yield this process, the indexer and their children; skip those that end meanwhile."""
    state = running_indexer(library)
    tops = {os.getpid(): ProcessKind.THIS}
    if state is not None and state.pid:
        tops.setdefault(state.pid, ProcessKind.INDEXER)
    kinds = dict(tops)
    for pid in tops:
        try:
            children = psutil.Process(pid).children(recursive=True)
        except psutil.Error:
            continue
        for child in children:
            kinds.setdefault(child.pid, ProcessKind.HELPER)
    for pid, kind in kinds.items():
        try:
            held = psutil.Process(pid).memory_info().rss
        except psutil.Error:
            continue
        if held:  # 0: a zombie, ended and not yet waited for
            yield OwnProcess(kind, pid, held)
