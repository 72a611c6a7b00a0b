"""The privacy report: what Alcove keeps, where, who can read it, and what runs of it now."""

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
    """What a process of ours does."""

    THIS = "this"
    INDEXER = "indexer"
    HELPER = "helper"
    """Started by one of the others: reads documents, draws pages, opens files."""


@dataclass(frozen=True, slots=True)
class OwnProcess:
    """A process of Alcove that runs now.

    Attributes:
        kind: what it does.
        pid: its number.
        memory: bytes that it holds.
    """

    kind: ProcessKind
    pid: int
    memory: int


@dataclass(frozen=True, slots=True)
class PersonalCounts:
    """How much there is of what cannot be derived.

    Attributes:
        folders: that are searched.
        rules: lines of the user's, for all folders and for single ones.
        judgments: results that were marked or noted.
        history: questions that were kept.
        saved_searches: questions with a name.
        has_evaluation: whether figures of an evaluation of the judgments are kept.
    """

    folders: int
    rules: int
    judgments: int
    history: int
    saved_searches: int
    has_evaluation: bool


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that the privacy page tells.

    Attributes:
        parts: what lies in the library's folder; together the whole of it.
        mode: permissions of that folder, as `stat` has them; None where they say nothing
            (Windows) or there is no library yet.
        counts: what the index holds.
        personal: what cannot be derived.
        model: that serves searches, with the SHA-256 of its files; None before there is one, or
            where it is not there any more.
        guard: what stands between this process and a network.
        sandbox: what stands around the processes that read documents, in plain words.
        processes: of ours, that run now.
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
        """Whether no other user of this computer can open the library; None: not known."""
        return None if self.mode is None else not self.mode & 0o077


def report(library: LibraryFolder) -> Report:
    """Ask the disk, the index, the guard and the system; nothing for the thread that draws.

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
    """This one, the indexer, and what they started; one that ends meanwhile is left out."""
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
        if held:  # else it has ended, and nobody has taken note yet
            yield OwnProcess(kind, pid, held)
