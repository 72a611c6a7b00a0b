"""The database is durable before the words index records the changes applied from it."""

from pathlib import Path

from sqlite_utils import Database

from alcove.index.words.change_log import has_whole_log, last_number, make_durable


def test_every_mark_is_written_and_the_setting_is_put_back(db: Database, tmp_path: Path) -> None:
    log = tmp_path / "index.db-wal"
    for mark in ("1 in a", "2 in a", "2 in b"):
        before = log.read_bytes()
        make_durable(db, mark)
        assert log.read_bytes() != before
        assert db.execute("PRAGMA synchronous").fetchone() == (1,)


def test_a_log_is_whole_until_its_start_is_deleted(db: Database) -> None:
    assert has_whole_log(db)
    db.conn.executemany("INSERT INTO changes (file_id) VALUES (?)", ((1,), (2,)))
    assert has_whole_log(db)
    assert last_number(db) == 2
    db.execute("DELETE FROM changes WHERE number = 1")
    assert not has_whole_log(db)
    db.execute("DELETE FROM changes")
    assert not has_whole_log(db)
    assert last_number(db) == 2
