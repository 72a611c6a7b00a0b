"""An upgrade keeps a copy, loses nothing, and leaves a newer library alone."""

import hashlib
import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from alcove.errors import LibraryError
from alcove.personal import (
    PERSONAL_VERSION,
    Pace,
    Settings,
    WindowSettings,
    change,
    evaluations,
    history,
    judgments,
    load,
    load_window,
    revision,
    saved_searches,
)
from alcove.personal.migrations import migrations
from alcove.personal.versions import open_to_read

FIRST = Path(__file__).with_name("personal.v1.sql")
WANTED = Settings((b"/home/a", b"/home/caf\xe9"), "abc")


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Return personal data as the first version wrote them."""
    return make_first(tmp_path)


def make_first(folder: Path) -> Path:
    return make(folder, FIRST)


def make(folder: Path, dump: Path) -> Path:
    path = folder / "personal.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(dump.read_text())
    return path


def hashes(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}


def version(path: Path) -> int:
    with closing(open_to_read(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_an_old_library_gets_defaults_for_new_settings(first: Path) -> None:
    assert revision(first) == 0
    assert load(first) == WANTED
    assert version(first) == PERSONAL_VERSION


def test_the_second_version_keeps_its_settings_and_gets_room_for_judgments(tmp_path: Path) -> None:
    second = make(tmp_path, FIRST.with_name("personal.v2.sql"))
    assert revision(second) == 1
    assert load(second) == replace(
        WANTED,
        patterns="*.log",
        folder_patterns={b"/home/a": "/build/"},
        memory=2_000_000_000,
        on_battery=Pace.PAUSE,
    )
    assert version(second) == PERSONAL_VERSION
    assert version(second.with_name("personal.v2.db")) == 2
    assert (judgments.stored(second), evaluations.last(second)) == ([], None)


def test_the_third_version_keeps_its_judgments_and_gets_room_for_history(tmp_path: Path) -> None:
    third = make(tmp_path, FIRST.with_name("personal.v3.sql"))
    assert load(third).judgments
    assert load(third).history
    assert [one.query for one in judgments.stored(third)] == ["a secret question"]
    assert evaluations.last(third) is not None
    assert (history.stored(third), saved_searches.stored(third)) == ([], [])
    assert load_window(third) == WindowSettings()
    assert version(third) == PERSONAL_VERSION
    assert version(third.with_name("personal.v3.db")) == 3


def test_a_copy_named_after_the_old_version_is_kept_before(first: Path) -> None:
    with closing(open_to_read(first)) as connection:
        before = list(connection.iterdump())
    load(first)
    copy = first.with_name("personal.v1.db")
    assert sorted(hashes(first.parent)) == [first.name, copy.name]
    assert version(copy) == 1
    with closing(open_to_read(copy)) as connection:
        assert list(connection.iterdump()) == before


def test_the_copy_and_its_name_are_on_the_disk_before_anything_changes(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    sync, apply = os.fsync, migrations.apply

    def noting(descriptor: int) -> None:
        synced.append(os.fstat(descriptor).st_ino)
        sync(descriptor)

    def checking(*args: object) -> None:
        copy = first.with_name("personal.v1.db")
        assert synced == [copy.stat().st_ino, first.parent.stat().st_ino]
        assert version(first) == 1
        apply(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "fsync", noting)
    monkeypatch.setattr(migrations, "apply", checking)
    assert load(first) == WANTED
    assert len(synced) == 2


def test_an_older_copy_is_never_overwritten(first: Path) -> None:
    earlier = first.with_name("personal.v1.db")
    earlier.write_bytes(b"kept from another time")
    load(first)
    assert earlier.read_bytes() == b"kept from another time"
    assert version(first.with_name("personal.v1-2.db")) == 1


def test_an_upgrade_that_fails_changes_nothing_and_is_tried_again(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = hashes(first.parent)

    def fail(_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(migrations, "apply", fail)
        for _ in range(2):
            with pytest.raises(ZeroDivisionError):
                load(first)
    after = hashes(first.parent)
    assert {name: after[name] for name in before} == before
    assert load(first) == WANTED
    assert sorted(hashes(first.parent)) == ["personal.db", "personal.v1.db"]


def test_programs_that_start_together_upgrade_once(first: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert set(map(repr, pool.map(load, [first] * 8))) == {repr(load(first))}
    assert sorted(hashes(first.parent)) == ["personal.db", "personal.v1.db"]


def test_a_new_library_has_nothing_to_copy(tmp_path: Path) -> None:
    path = tmp_path / "personal.db"
    change(path, lambda _: WANTED)
    assert list(hashes(tmp_path)) == [path.name]


@pytest.mark.parametrize("use", [load, revision, lambda path: change(path, lambda _: Settings())])
def test_a_newer_library_is_refused_and_every_byte_stays(first: Path, use: object) -> None:
    change(first, lambda now: replace(now, model=None))
    with closing(sqlite3.connect(first)) as connection:
        connection.execute(f"PRAGMA user_version = {PERSONAL_VERSION + 1}")
        connection.execute("CREATE TABLE invented_later (x)")
        connection.commit()
    before = hashes(first.parent)
    with pytest.raises(LibraryError, match="newer version of Alcove"):
        use(first)  # type: ignore[operator]
    assert hashes(first.parent) == before


KILLED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN")
connection.execute("DELETE FROM folders")
connection.execute("CREATE TABLE large (x)")
connection.executemany("INSERT INTO large VALUES (randomblob(1000))", [()] * 1000)
os._exit(9)  # the changed pages are in the file, the old ones in its journal
"""


def test_a_change_that_was_killed_is_rolled_back(first: Path) -> None:
    wanted = load(first)
    subprocess.run([sys.executable, "-c", KILLED, first], check=False)
    assert first.with_name("personal.db-journal").exists()
    assert load(first) == wanted
    assert not first.with_name("personal.db-journal").exists()
