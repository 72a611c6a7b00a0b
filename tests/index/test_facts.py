"""Facts about the whole library are kept by their key."""

from sqlite_utils import Database

from alcove.index.facts import read_fact, write_fact


def test_facts_are_kept_by_their_key(db: Database) -> None:
    assert read_fact(db.conn, "colour") is None
    write_fact(db, "colour", "blue")
    write_fact(db, "shape", "round")
    write_fact(db, "colour", "grün")
    assert (read_fact(db.conn, "colour"), read_fact(db.conn, "shape")) == ("grün", "round")
