"""The words index follows the database, and is rebuilt if it cannot."""

import errno
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from sqlite_utils import Database

from alcove.index.documents import collect_garbage
from alcove.index.words.change_log import RebuildCause
from alcove.index.words.fields import NAMES, PASSAGES
from alcove.index.words.state import read_state
from alcove.index.words.writer import WordsWriter

from .following import assert_equal, edit_state, follow, follow_to_the_end, found, generation, ids

Store = Callable[..., int]


def test_added_documents_and_names_are_found(db: Database, store: Store, folder: Path) -> None:
    first = store(b"/x/tax return.txt", "the quick fox\njumps", title="Of animals")
    store(b"/x/other.txt", "a lazy dog")
    assert follow(folder, db) is None
    assert_equal(folder, db)
    assert found(folder, PASSAGES, "fox") == ids(db, "passages")[:1]
    assert found(folder, PASSAGES, "animals") == ids(db, "passages")[:2]
    assert len(found(folder, PASSAGES, "top")) == 3  # the heading that all stand under
    assert found(folder, NAMES, "tax") == [first]


def test_deleted_documents_and_names_are_no_longer_found(
    db: Database, store: Store, folder: Path
) -> None:
    gone = store(b"/gone.txt", "fox one\nfox two")
    store(b"/kept.txt", "fox three")
    with closing(WordsWriter(folder)) as writer:
        follow_to_the_end(writer, db)
        db.execute("DELETE FROM files WHERE id = ?", [gone])
        collect_garbage(db)
        assert writer.follow(db) == 2
        assert_equal(folder, db)
        assert len(found(folder, PASSAGES, "fox")) == 1
        assert found(folder, NAMES, "gone") == []
        assert writer.follow(db) == 0


def test_the_next_writer_goes_on_where_the_last_one_stopped(
    db: Database, store: Store, folder: Path
) -> None:
    store(b"/a", "one")
    assert follow(folder, db) is None
    store(b"/b", "two")
    with closing(WordsWriter(folder)) as writer:
        assert writer.follow(db) == 2
        assert writer.follow(db) == 0
        assert writer.cause is None
    assert_equal(folder, db)
    assert follow(folder, db) is None


def test_a_long_log_is_applied_piece_by_piece(
    db: Database, store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alcove.index.words.writer._CHANGES", 3)
    for number in range(4):
        store(b"/%d" % number, f"one {number}")
    with closing(WordsWriter(folder)) as writer:
        assert [writer.follow(db) for _ in range(4)] == [3, 3, 2, 0]
    assert_equal(folder, db)


def test_replaying_changes_that_were_applied_is_harmless(
    db: Database, store: Store, folder: Path
) -> None:
    gone = store(b"/a", "one\nuno")
    follow(folder, db)
    number = json.loads((folder / "applied.json").read_bytes())["number"]
    db.execute("DELETE FROM files WHERE id = ?", [gone])
    store(b"/b", "two\ndue")
    collect_garbage(db)
    log = db.execute("SELECT number, document_id, file_id, cut_id FROM changes").fetchall()
    follow(folder, db)
    # a crash after the commit of the words, before the number was written and the log deleted
    db.conn.executemany("INSERT INTO changes VALUES (?, ?, ?, ?)", log)
    edit_state(folder, number=number)
    with closing(WordsWriter(folder)) as writer:
        assert writer.follow(db) == len(log) > 0
        assert writer.follow(db) == 0
        assert writer.cause is None
    assert_equal(folder, db)


def test_a_log_that_was_applied_but_not_deleted_is_not_applied_again(
    db: Database, store: Store, folder: Path
) -> None:
    store(b"/a", "one")
    log = db.execute("SELECT number, document_id, file_id, cut_id FROM changes").fetchall()
    follow(folder, db)
    db.conn.executemany("INSERT INTO changes VALUES (?, ?, ?, ?)", log)
    with closing(WordsWriter(folder)) as writer:
        assert writer.follow(db) == 0
    assert found(folder, PASSAGES) == ids(db, "passages")


@pytest.mark.parametrize(
    ("values", "cause"),
    [
        ({"identity": "another database"}, RebuildCause.FOREIGN),
        ({"version": 0}, RebuildCause.OUTDATED),
        ({"number": 0}, RebuildCause.DISAGREES),
        ({"number": 10_000}, RebuildCause.DISAGREES),
    ],
    ids=["identity", "version", "behind the log", "beyond the log"],
)
def test_a_state_that_does_not_fit_causes_a_rebuild(
    db: Database, store: Store, folder: Path, values: dict[str, object], cause: RebuildCause
) -> None:
    store(b"/a", "one\ntwo")
    follow(folder, db)
    before = json.loads((folder / "applied.json").read_bytes())
    edit_state(folder, **values)
    store(b"/b", "three")
    assert follow(folder, db) is cause
    assert_equal(folder, db)
    after = json.loads((folder / "applied.json").read_bytes())
    assert after["number"] > before["number"]
    assert after["generation"] != before["generation"]
    assert (after["version"], after["identity"]) == (before["version"], before["identity"])


@pytest.mark.parametrize(
    ("values", "is_valid"),
    [({"identity": "another database"}, False), ({"version": 0}, False), ({"number": 0}, True)],
)
def test_no_reader_uses_an_index_of_another_database_or_version_meanwhile(
    db: Database, store: Store, folder: Path, values: dict[str, object], *, is_valid: bool
) -> None:
    store(b"/a", "one")
    follow(folder, db)
    edit_state(folder, **values)
    store(b"/b", "two")
    with closing(WordsWriter(folder)) as writer:
        assert writer.follow(db)
        assert writer.rebuilding
        assert (read_state(folder) is not None) is is_valid


@pytest.mark.parametrize(
    "state", [None, b"", b"[]", b"{", b"\xff\xfe", b'{"version": 2}', b'{"another": 2}']
)
def test_without_a_readable_state_the_index_is_built_again(
    db: Database, store: Store, folder: Path, state: bytes | None
) -> None:
    store(b"/a", "one\ntwo")
    follow(folder, db)
    (folder / "applied.json").unlink()
    if state is not None:
        (folder / "applied.json").write_bytes(state)
    assert follow(folder, db) is RebuildCause.MISSING
    assert_equal(folder, db)


def test_an_index_of_the_first_version_is_replaced(
    db: Database, store: Store, folder: Path
) -> None:
    """It had no generations: both indexes lay in the words folder itself."""
    store(b"/a", "one\ntwo")
    follow(folder, db)
    for kind in (PASSAGES, NAMES):
        (generation(folder) / kind).rename(folder / kind)
    state = json.loads((folder / "applied.json").read_bytes())
    del state["generation"]
    (folder / "applied.json").write_text(json.dumps({**state, "version": 1}))
    assert follow(folder, db) is RebuildCause.OUTDATED
    assert_equal(folder, db)


def test_a_words_folder_that_was_deleted_is_built_again(
    db: Database, store: Store, folder: Path
) -> None:
    store(b"/a", "one\ntwo")
    follow(folder, db)
    shutil.rmtree(folder)
    assert follow(folder, db) is RebuildCause.MISSING
    assert_equal(folder, db)


@pytest.mark.parametrize("lost", [".", PASSAGES, NAMES, f"{NAMES}/meta.json"])
def test_a_part_that_was_deleted_is_built_again(
    db: Database, store: Store, folder: Path, lost: str
) -> None:
    store(b"/a", "one\ntwo")
    follow(folder, db)
    path = generation(folder) / lost
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    assert follow(folder, db) is RebuildCause.DAMAGED
    assert_equal(folder, db)


@pytest.mark.parametrize("kind", [PASSAGES, NAMES])
@pytest.mark.parametrize("pattern", ["meta.json", "*.idx", "*.term", "*.store", "*.fast"])
@pytest.mark.parametrize("damage", ["deleted", "cut short", "overwritten"])
def test_a_damaged_index_is_built_again(
    db: Database, store: Store, folder: Path, kind: str, pattern: str, damage: str
) -> None:
    store(b"/a", "one\ntwo")
    follow(folder, db)
    for path in (generation(folder) / kind).glob(pattern):
        size = path.stat().st_size
        path.unlink()
        if damage != "deleted":
            path.write_bytes(b"{" * (size if damage == "overwritten" else size // 2))
    assert follow(folder, db) is RebuildCause.DAMAGED
    assert_equal(folder, db)


@pytest.mark.parametrize("table", ["passages", "files"])
def test_a_count_that_disagrees_causes_a_rebuild(
    db: Database, store: Store, folder: Path, table: str
) -> None:
    store(b"/a", "one\ntwo")
    store(b"/b", "three")
    follow(folder, db)
    db.execute(f"DELETE FROM {table} WHERE id = (SELECT min(id) FROM {table})")
    db.execute("DELETE FROM changes")
    db.execute(
        "UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'changes' AND ?", [table == "files"]
    )  # as if the trigger had not been there
    assert follow(folder, db) is RebuildCause.DISAGREES
    assert_equal(folder, db)


def test_an_empty_database_gives_an_empty_index(db: Database, folder: Path) -> None:
    assert follow(folder, db) is None
    assert_equal(folder, db)
    assert found(folder, PASSAGES) == []


def test_a_closed_writer_leaves_no_lock_and_opens_again(
    db: Database, store: Store, folder: Path
) -> None:
    first, second = WordsWriter(folder), WordsWriter(folder)
    store(b"/a", "one")
    follow_to_the_end(first, db)
    first.close()
    store(b"/b", "two")
    assert follow_to_the_end(second, db) == 2
    second.close()
    store(b"/c", "three")
    assert follow_to_the_end(first, db) == 2
    first.close()
    assert_equal(folder, db)


def test_two_writers_at_once_are_refused_by_the_system(
    db: Database, store: Store, folder: Path
) -> None:
    store(b"/a", "one")
    with closing(WordsWriter(folder)) as first, closing(WordsWriter(folder)) as second:
        follow_to_the_end(first, db)
        with pytest.raises(OSError, match="busy") as caught:
            second.follow(db)
        assert caught.value.errno == errno.EBUSY
        first.close()
        assert second.follow(db) == 0


def test_a_killed_writer_leaves_no_lock(db: Database, store: Store, folder: Path) -> None:
    store(b"/a", "one")
    follow(folder, db)
    program = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from alcove.index.words.generation import WordsGeneration\n"
        "words = WordsGeneration(Path(sys.argv[1]))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    killed = subprocess.run([sys.executable, "-c", program, generation(folder)], check=False)
    assert killed.returncode == -signal.SIGKILL
    store(b"/b", "two")
    assert follow(folder, db) is None
    assert_equal(folder, db)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MB; skips where we may not mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    options = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(options, check=False).returncode:
        pytest.skip("only root can mount a small file system, and not everywhere")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="tmpfs is Linux")
@pytest.mark.parametrize("rebuild", [False, True])
def test_a_full_disk_is_raised_and_work_goes_on_when_there_is_room(
    db: Database, store: Store, small_disk: Path, *, rebuild: bool
) -> None:
    folder = small_disk / "words"
    store(b"/first", "one")
    follow(folder, db)
    random = Random(7)
    for number in range(10):
        words = (f"w{random.randrange(10**9)}" for _ in range(10_000))
        store(b"/%d" % number, " ".join(words))
    with closing(WordsWriter(folder)) as writer:
        if rebuild:
            writer.rebuild()
        with pytest.raises(OSError, match="space") as caught:
            follow_to_the_end(writer, db)
        assert caught.value.errno == errno.ENOSPC
        with pytest.raises(OSError, match="space"):  # again, and while the first is still held
            follow_to_the_end(writer, db)
        assert found(folder, NAMES, "first") == ids(db, "files")[:1]
        remount = ["mount", "-o", "remount,size=64m", str(small_disk)]
        subprocess.run(remount, check=True)
        follow_to_the_end(writer, db)
        assert writer.cause is (RebuildCause.ASKED if rebuild else None)
    assert_equal(folder, db)
