"""The files that a line would hide are those that it hides as a rule; each line is counted."""

import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alcove.errors import AlcoveError, Cancelled, LibraryError
from alcove.files import scan
from alcove.index import files
from alcove.index.opening import open_writer
from alcove.library import Library
from alcove.library.ignoring.hidden_files import HiddenFiles, hidden_now, would_hide
from alcove.library.ignoring.own_rules import ignore, rules_of

NAMES = (
    "a.log",
    "b.txt",
    "c/a.log",
    "c/d/e.txt",
    "c/d/f.md",
    "g h.md",
    "inner/a.log",
    "inner/x.md",
)


def never() -> threading.Event:
    return threading.Event()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    for name in NAMES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text")
    return folder


@pytest.fixture
def library(tmp_path: Path, folder: Path) -> Library:
    """A library of a folder with another in it, both scanned."""
    library = Library(tmp_path / "library")
    library.add([bytes(folder), bytes(folder / "inner")])
    rescan(library)
    return library


def rescan(library: Library) -> None:
    wanted = library.settings()
    with closing(open_writer(library.folder.index)) as db:
        for top in wanted.folders:
            inner = {other for other in wanted.folders if other.startswith(top + b"/")}
            found = scan(top, rules_of(library.folder, wanted, top), skip=inner)
            files.apply_scan(db, top, found.files, keep=inner)


def indexed(library: Library) -> set[bytes]:
    with closing(open_writer(library.folder.index)) as db:
        return {row[0] for row in db.execute("SELECT path FROM files")}


def hidden(library: Library, line: str, folder: bytes | None = None) -> HiddenFiles:
    return would_hide(library.folder, line, folder=folder, cancel=never())


def test_files_that_a_line_would_hide_are_counted_with_examples(
    library: Library, folder: Path
) -> None:
    told = hidden(library, "*.log")
    assert told == HiddenFiles(
        3, tuple(bytes(folder / n) for n in ("a.log", "c/a.log", "inner/a.log"))
    )
    assert hidden(library, "c/").files == 3
    assert hidden(library, "*").files == len(NAMES)
    assert len(hidden(library, "*").examples) == 5
    assert library.settings().patterns == ""


def test_a_line_for_one_folder_hides_nothing_in_another(library: Library, folder: Path) -> None:
    assert hidden(library, "*.log", bytes(folder)).files == 2
    assert hidden(library, "/a.log", bytes(folder / "inner")).files == 1


def test_files_hidden_by_other_rules_do_not_count(library: Library, folder: Path) -> None:
    ignore(library.folder, ["c/d/"], folder=None)
    assert hidden(library, "c/").files == 1  # not scanned yet
    rescan(library)
    assert hidden(library, "c/").files == 1
    assert hidden(library, "!b.txt").files == 0


LINES = st.sampled_from(
    ["*.log", "!*.log", "c", "/c/d/", "*.md", "!c/d/f.md", "inner/", "**/d", "?.*"]
)


@given(st.lists(LINES, max_size=3), LINES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_the_next_scan_removes_the_same_files(
    library: Library, before: list[str], line: str
) -> None:
    library.change(lambda now: replace(now, patterns="\n".join(before)))
    rescan(library)
    held = indexed(library)
    told = hidden(library, line)
    ignore(library.folder, [line], folder=None)
    rescan(library)
    gone = held - indexed(library)
    assert told.files == len(gone)
    assert {*told.examples} <= gone


def test_an_invalid_line_is_refused(library: Library) -> None:
    for line in ("", "# no", "[a", "a\nb"):
        with pytest.raises(AlcoveError):
            hidden(library, line)


def test_a_folder_must_be_in_the_library(library: Library, tmp_path: Path) -> None:
    with pytest.raises(LibraryError):
        hidden(library, "a", bytes(tmp_path))


def test_before_anything_is_indexed_nothing_is_hidden(tmp_path: Path) -> None:
    assert hidden(Library(tmp_path / "none"), "*") == HiddenFiles(0, ())
    assert not (tmp_path / "none").exists()


def test_both_can_be_cancelled(library: Library) -> None:
    stopped = threading.Event()
    stopped.set()
    with pytest.raises(Cancelled):
        would_hide(library.folder, "*", folder=None, cancel=stopped)
    with pytest.raises(Cancelled):
        hidden_now(library.folder, folder=None, cancel=stopped)


def test_each_line_is_counted_by_what_it_leaves_out(library: Library, folder: Path) -> None:
    ignore(library.folder, ["*.log", "none*", "c/d/"], folder=None)
    ignore(library.folder, ["*.md"], folder=bytes(folder / "inner"))
    library.change(lambda now: replace(now, patterns=f"# mine\n\n{now.patterns}"))
    now = hidden_now(library.folder, folder=None, cancel=never())
    assert list(now.items()) == [("*.log", 3), ("none*", 0), ("c/d/", 1)]
    inner = hidden_now(library.folder, folder=bytes(folder / "inner"), cancel=never())
    assert inner == {"*.md": 1}


def test_a_missing_folder_counts_nothing(library: Library, folder: Path) -> None:
    library.add([bytes(folder.with_name("gone"))])
    ignore(library.folder, ["*.log"], folder=None)
    assert hidden_now(library.folder, folder=None, cancel=never()) == {"*.log": 3}
