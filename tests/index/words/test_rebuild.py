"""The words index is built again beside the old one, slice by slice, while others use it."""

import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from alcove.index.documents import collect_garbage
from alcove.index.words import rebuild as words_building
from alcove.index.words.change_log import RebuildCause
from alcove.index.words.errors import WordsError
from alcove.index.words.fields import PASSAGES, open_index
from alcove.index.words.writer import WordsWriter

from .following import assert_equal, follow, follow_to_the_end, found, generation

Store = Callable[..., int]


@pytest.fixture
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words_building, "_SLICE", 2)


def test_a_rebuild_goes_slice_by_slice_and_is_reported(
    db: Database, store: Store, folder: Path, small_slices: None
) -> None:
    for number in range(5):
        store(b"/%d" % number, f"one {number}\ntwo {number}")
    with closing(WordsWriter(folder)) as writer:
        follow_to_the_end(writer, db)
        before = generation(folder)
        writer.rebuild()
        assert (writer.rebuilding, writer.cause) == (True, RebuildCause.ASKED)
        pieces = 0
        while writer.rebuilding:
            assert generation(folder) == before
            assert writer.follow(db) > 0
            pieces += 1
        assert pieces > 5
        assert writer.follow(db) == 0
        assert writer.cause is RebuildCause.ASKED
    assert_equal(folder, db)
    assert generation(folder) != before


def test_changes_made_during_a_rebuild_are_in_the_new_index(
    db: Database, store: Store, folder: Path, small_slices: None
) -> None:
    for number in range(6):
        store(b"/%d" % number, f"one {number}\ntwo {number}")
    with closing(WordsWriter(folder)) as writer:
        follow_to_the_end(writer, db)
        writer.rebuild()
        for piece in range(4):
            assert writer.follow(db)
            store(b"/new%d" % piece, f"new {piece}")
            db.execute("DELETE FROM files WHERE path = ?", [b"/%d" % piece])
            collect_garbage(db)
        follow_to_the_end(writer, db)
    assert_equal(folder, db)
    assert len(found(folder, PASSAGES, "new")) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps what a reader has open")
def test_a_reader_of_the_old_index_goes_on_while_another_is_swapped_in(
    db: Database, store: Store, folder: Path
) -> None:
    store(b"/a", "the fox")
    follow(folder, db)
    old = generation(folder)
    index = open_index(old, PASSAGES)
    searcher, query = index.searcher(), index.parse_query("fox", ["surface"])
    with closing(WordsWriter(folder)) as writer:
        writer.rebuild()
        follow_to_the_end(writer, db)
    assert not old.exists()
    assert len(searcher.search(query, limit=10).hits) == 1


def test_after_a_kill_in_the_middle_of_building_the_old_index_is_whole(
    db: Database, store: Store, folder: Path, tmp_path: Path, small_slices: None
) -> None:
    for number in range(5):
        store(b"/%d" % number, f"one {number}\ntwo {number}")
    follow(folder, db)
    with closing(WordsWriter(folder)) as writer:
        writer.rebuild()
        for _ in range(4):
            writer.follow(db)
        assert len(list(folder.glob("*/"))) == 2
        passing = shutil.ignore_patterns(".tmp*")  # written and renamed while we copy
        left = Path(shutil.copytree(folder, tmp_path / "left", ignore=passing))  # as a kill would
    assert follow(left, db) is None
    assert_equal(left, db)


def test_a_bug_during_a_rebuild_is_raised_and_the_rebuild_starts_again(
    db: Database, store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(b"/a", "one")
    follow(folder, db)

    def fail(*_: object) -> None:
        raise RuntimeError("a bug")

    with closing(WordsWriter(folder)) as writer:
        writer.rebuild()
        assert writer.follow(db)
        with monkeypatch.context() as patch:
            patch.setattr(words_building, "document_entries", fail)
            with pytest.raises(RuntimeError, match="a bug"):
                follow_to_the_end(writer, db)
        follow_to_the_end(writer, db)
        assert writer.cause is RebuildCause.ASKED
    assert_equal(folder, db)


def test_damage_during_a_rebuild_is_raised(db: Database, store: Store, folder: Path) -> None:
    store(b"/a", "one")
    with closing(WordsWriter(folder)) as writer:
        follow_to_the_end(writer, db)
        old = generation(folder)
        writer.rebuild()
        writer.follow(db)
        (new,) = (path for path in folder.glob("*/") if path != old)
        shutil.rmtree(new)
        with pytest.raises((WordsError, FileNotFoundError)):
            follow_to_the_end(writer, db)
        follow_to_the_end(writer, db)
        assert writer.cause is RebuildCause.ASKED
    assert_equal(folder, db)
