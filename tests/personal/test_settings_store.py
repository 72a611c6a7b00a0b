"""A change of the settings is stored as a whole or not at all."""

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import fields, replace
from pathlib import Path

import pytest

from alcove.errors import LibraryError
from alcove.personal import LibraryFolder, Pace, Settings, change, load, revision


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


def test_an_edit_gets_the_old_settings_and_can_remove_values(personal: Path) -> None:
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


EVERYTHING = Settings(
    folders=(b"/a", b"/b\xff"),
    model="abc",
    patterns="*.log\n!keep.log\nbad\udcff\n",
    folder_patterns={b"/b\xff": "/build/\n"},
    ignore_files=False,
    hidden=True,
    size_limits={"pdf": 1_000_000},
    cores=3,
    memory=2_000_000_000,
    on_battery=Pace.PAUSE,
    when_busy=Pace.FULL,
    judgments=True,
    history=False,
    without_types=("csv", "pdf"),
)


def test_every_setting_is_kept(personal: Path) -> None:
    assert all(
        getattr(EVERYTHING, f.name) != getattr(Settings(), f.name)
        for f in fields(Settings)
        if f.compare
    )
    change(personal, lambda _: EVERYTHING)
    assert load(personal) == EVERYTHING
    assert change(personal, lambda _: Settings()) == Settings() == load(personal)


def test_removing_a_folder_removes_its_rules(personal: Path) -> None:
    change(personal, lambda _: EVERYTHING)
    change(personal, lambda now: replace(now, folders=(b"/a",)))
    assert load(personal).folder_patterns == {}
    change(personal, lambda now: replace(now, folders=(b"/a", b"/b\xff")))
    assert load(personal).folder_patterns == {}


def test_each_change_raises_the_revision_by_one(personal: Path) -> None:
    assert (revision(personal), load(personal).revision) == (0, 0)
    for number in (1, 2, 3):
        changed = change(personal, lambda now: replace(now, memory=now.memory + 1))
        assert changed.revision == number
        assert (revision(personal), load(personal).revision) == (number, number)


def test_an_edit_without_effect_or_with_an_error_leaves_the_revision(personal: Path) -> None:
    change(personal, lambda _: EVERYTHING)
    assert change(personal, lambda now: replace(now, revision=99)).revision == 1

    def fail(_: Settings) -> Settings:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change(personal, fail)
    assert revision(personal) == 1


def test_reading_the_revision_creates_no_file(personal: Path) -> None:
    assert revision(personal) == 0
    assert not personal.exists()
    change(personal, lambda _: EVERYTHING)
    assert revision(personal) == 1
    assert list(personal.parent.iterdir()) == [personal]


def test_an_edit_that_fails_changes_nothing_and_releases_the_lock(personal: Path) -> None:
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


def test_no_edit_is_lost_when_two_threads_edit_at_once(personal: Path) -> None:
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
