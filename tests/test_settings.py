"""What the user wants survives, whole or not at all."""

import sqlite3
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from alcove.errors import LibraryError
from alcove.settings import PERSONAL_VERSION, LibraryFolder, Settings, change, load


@pytest.fixture
def personal(tmp_path: Path) -> Path:
    return LibraryFolder(tmp_path).personal


def test_before_the_first_change_there_are_defaults_and_no_file(personal: Path) -> None:
    assert load(personal) == Settings()
    assert not personal.exists()


def test_a_change_is_returned_and_read_back(personal: Path) -> None:
    wanted = Settings(folders=(b"/home/a", b"/home/b"), model="abc")
    assert change(personal, lambda _: wanted) == wanted
    assert load(personal) == wanted


def test_an_edit_sees_what_is_there_and_can_take_it_away(personal: Path) -> None:
    change(personal, lambda _: Settings((b"/a", b"/b"), "abc"))
    assert change(personal, lambda now: replace(now, folders=now.folders[1:])).folders == (b"/b",)
    assert load(personal) == Settings((b"/b",), "abc")
    change(personal, lambda now: replace(now, model=None))
    assert load(personal) == Settings((b"/b",), None)


def test_folders_come_back_sorted_and_once(personal: Path) -> None:
    change(personal, lambda _: Settings((b"/b", b"/a", b"/b")))
    assert load(personal).folders == (b"/a", b"/b")


def test_any_bytes_survive_in_a_folder_name(personal: Path) -> None:
    folders = (b"/bad\xff\xfe", b"/two\nlines", b"/\xc3\xbc")
    change(personal, lambda _: Settings(folders))
    assert load(personal).folders == tuple(sorted(folders))


def test_a_newer_version_is_refused_and_nothing_changes(personal: Path) -> None:
    change(personal, lambda _: Settings((b"/a",)))
    with closing(sqlite3.connect(personal)) as connection:
        connection.execute(f"PRAGMA user_version = {PERSONAL_VERSION + 1}")
    before = personal.read_bytes()
    with pytest.raises(LibraryError, match="newer Alcove"):
        load(personal)
    with pytest.raises(LibraryError, match="newer Alcove"):
        change(personal, lambda _: Settings())
    assert personal.read_bytes() == before
    assert [path.name for path in personal.parent.iterdir()] == [personal.name]


def test_an_edit_that_fails_changes_nothing_and_blocks_nobody(personal: Path) -> None:
    change(personal, lambda _: Settings((b"/a",), "abc"))

    def fail(_: Settings) -> Settings:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change(personal, fail)
    assert load(personal) == Settings((b"/a",), "abc")
    change(personal, lambda now: replace(now, model="def"))
    assert load(personal) == Settings((b"/a",), "def")


def test_a_value_that_cannot_be_stored_changes_nothing(personal: Path) -> None:
    change(personal, lambda _: Settings((b"/a",), "abc"))
    with pytest.raises(TypeError):
        change(personal, lambda _: Settings((b"/b",), model=object()))  # type: ignore[arg-type]
    assert load(personal) == Settings((b"/a",), "abc")


def test_no_edit_is_lost_when_two_edit_at_once(personal: Path) -> None:
    change(personal, lambda _: Settings())
    inside = threading.Event()

    def add_beside() -> Settings:
        inside.set()
        return change(personal, lambda now: replace(now, folders=(*now.folders, b"/beside")))

    with ThreadPoolExecutor(1) as pool:

        def add_slowly(now: Settings) -> Settings:
            others.append(pool.submit(add_beside))
            assert inside.wait(60)
            return replace(now, folders=(*now.folders, b"/slow"))

        others: list[Future[Settings]] = []
        change(personal, add_slowly)
        assert b"/slow" in others[0].result().folders
    assert load(personal).folders == (b"/beside", b"/slow")


def test_what_is_no_database_is_an_error_for_people(personal: Path) -> None:
    personal.write_bytes(b"this is not a database, and long enough to be sure of it" * 50)
    with pytest.raises(LibraryError) as caught:
        load(personal)
    assert caught.value.advice
