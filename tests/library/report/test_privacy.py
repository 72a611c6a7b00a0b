"""The privacy report accounts for every byte of the library and for our processes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from alcove import guard
from alcove.encoder import bundled_model
from alcove.index import vectors
from alcove.index.opening import open_writer
from alcove.indexer.control.requests import RequestQueue
from alcove.indexer.control.server import ControlServer
from alcove.indexer.control.state import SharedState
from alcove.library import Library
from alcove.library.ignoring.own_rules import ignore
from alcove.library.report.disk_usage import PartKind, parts_of
from alcove.library.report.privacy import PersonalCounts, ProcessKind


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library")
    library.add([b"/home/a", b"/home/b"])
    return library


def put(library: Library, name: str, size: int) -> None:
    path = library.folder.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x" * size)


def test_every_file_belongs_to_one_part(library: Library) -> None:
    sizes = {
        "index.db": 1,
        "index.db-wal": 10,
        "words/1/segment": 100,
        "models/abc/weights": 1_000,
        "personal.db": 10_000,
        "personal.db-journal": 20_000,
        "personal.v3.db": 100_000,
        "damaged/index.db": 1_000_000,
        "indexer.lock": 7,
        "whatever": 50,
    }
    for name, size in sizes.items():
        put(library, name, size)
    parts = {part.kind: part for part in parts_of(library.folder)}
    assert {kind: part.bytes for kind, part in parts.items()} == {
        PartKind.INDEX: 11,
        PartKind.WORDS: 100,
        PartKind.MODELS: 1_000,
        PartKind.PERSONAL: 30_000,
        PartKind.COPIES: 100_000,
        PartKind.DAMAGED: 1_000_000,
        PartKind.OTHER: 57,
    }
    named = [path for part in parts.values() for path in part.paths]
    assert sorted(named) == sorted(library.folder.root.iterdir())


def test_personal_data_is_counted(library: Library) -> None:
    ignore(library.folder, ["a", "b"], folder=None)
    ignore(library.folder, ["c"], folder=b"/home/a")
    library.note_asked("how to bake", "best")
    library.save_search("baking", "how to bake", "best")
    assert library.report().personal == PersonalCounts(2, 3, 0, 1, 1, has_evaluation=False)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are told otherwise there")
def test_permissions_for_other_users_are_reported(library: Library) -> None:
    assert library.report().is_private is True
    library.folder.root.chmod(0o750)
    told = library.report()
    assert (told.mode, told.is_private) == (0o750, False)


def test_the_report_on_no_library_is_empty_and_creates_none(tmp_path: Path) -> None:
    told = Library(tmp_path / "none").report()
    assert (told.parts, told.mode, told.is_private, told.model) == ((), None, None, None)
    assert told.counts.files == 0
    assert not (tmp_path / "none").exists()


def test_guard_and_sandbox_are_the_same_as_in_the_status(library: Library) -> None:
    told, status = library.report(), library.status()
    assert told.guard is guard.level() is status.guard
    assert told.sandbox == status.sandbox


def test_the_model_that_serves_is_named_with_the_hashes_of_its_files(library: Library) -> None:
    (bundled,) = library.models.known()
    with closing(open_writer(library.folder.index)) as db:
        vectors.add_model(db, bundled.id, bundled.manifest.name, 384, "as a whole")
        vectors.activate(db, bundled.id)
    model = library.report().model
    assert model == bundled
    assert "model.safetensors" in model.manifest.files
    assert (bundled_model() / "model.safetensors").exists()


@pytest.fixture
def child() -> Iterator[int]:
    """A process that this one has started."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process.pid


def test_our_processes_are_listed_with_their_children(library: Library, child: int) -> None:
    told = {one.pid: one for one in library.report().processes}
    assert told[os.getpid()].kind is ProcessKind.THIS
    assert told[child].kind is ProcessKind.HELPER
    assert all(one.memory > 0 for one in told.values())


def test_the_running_indexer_is_listed_by_its_pid(library: Library, child: int) -> None:
    shared_state = SharedState()
    assert shared_state.state.pid == os.getpid()
    shared_state.post(pid=child)  # as if that were the indexer
    with ControlServer(library.folder.root, shared_state, RequestQueue()):
        told = {one.pid: one.kind for one in library.report().processes}
    assert told[child] is ProcessKind.INDEXER


def test_an_indexer_that_has_just_ended_is_left_out(library: Library) -> None:
    shared_state = SharedState()
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        pass
    shared_state.post(pid=ended.pid)
    with ControlServer(library.folder.root, shared_state, RequestQueue()):
        told = {one.pid for one in library.report().processes}
    assert ended.pid not in told
    assert os.getpid() in told


def test_changed_settings_are_reported(library: Library) -> None:
    library.change(lambda now: replace(now, folders=()))
    assert library.report().personal.folders == 0
