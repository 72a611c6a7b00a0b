"""A session answers from its snapshot, and continues while the index grows."""

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from alcove.errors import Cancelled, LibraryError, ModelError
from alcove.library import Library
from alcove.library.session import SearchSession
from alcove.personal import LibraryFolder
from alcove.search import Answer, Mode, plain

FERRY = "The ferry leaves at dawn and takes the mail to the island."
BREAD = "Rye flour, water and salt; the dough rests until noon."
BOAT = "When does the boat sail?"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "ferry.txt").write_text(FERRY)
    (folder / "bread.txt").write_text(BREAD)
    return folder


@pytest.fixture
def library(tmp_path: Path, models: Path, documents: Path) -> Library:
    root = tmp_path / "library"
    root.mkdir(mode=0o700)
    shutil.copytree(models, root / "models")
    bring_up_to_date(Library(root), documents)
    return Library(root)


@pytest.fixture
def session(library: Library) -> Iterator[SearchSession]:
    session = SearchSession(library.folder)
    yield session
    session.close()


def bring_up_to_date(library: Library, documents: Path) -> None:
    library.update([os.fsencode(documents)], tell=lambda _: None, cancel=threading.Event())


def names(answer: Answer) -> list[str]:
    return [Path(os.fsdecode(hit.path)).name for hit in answer.hits]


def test_it_finds_by_meaning_and_by_words(session: SearchSession) -> None:
    assert session.renew() == 1
    assert names(session.search(plain(BOAT), mode=Mode.MEANING))[0] == "ferry.txt"
    assert names(session.search(plain("flour"), mode=Mode.WORDS)) == ["bread.txt"]


def test_later_documents_are_found_by_meaning_after_a_renewal(
    session: SearchSession, library: Library, documents: Path
) -> None:
    session.renew()
    (documents / "cat.txt").write_text("A kitten sleeps on the warm roof of the car.")
    bring_up_to_date(library, documents)
    asked = plain("young animals at rest")
    assert "cat.txt" not in names(session.search(asked, mode=Mode.MEANING))
    session.renew()
    assert names(session.search(asked, mode=Mode.MEANING))[0] == "cat.txt"


def test_without_an_index_it_waits_for_one(tmp_path: Path, models: Path, documents: Path) -> None:
    root = tmp_path / "new"
    session = SearchSession(LibraryFolder(root))
    with pytest.raises(LibraryError):
        session.renew()
    with pytest.raises(LibraryError, match="empty"):
        session.search(plain("flour"))
    session.warm_up()
    root.mkdir(mode=0o700)
    shutil.copytree(models, root / "models")
    bring_up_to_date(Library(root), documents)
    session.renew()
    assert names(session.search(plain("flour")))[0] == "bread.txt"
    session.close()


def test_without_the_index_the_last_snapshot_stays_in_use(
    session: SearchSession, library: Library
) -> None:
    session.renew()
    library.folder.index.unlink()
    with pytest.raises(LibraryError):
        session.renew()
    assert names(session.search(plain("flour"), mode=Mode.WORDS)) == ["bread.txt"]


def test_queries_are_answered_during_a_renewal(session: SearchSession) -> None:
    session.renew()
    wrong, ended = list[list[str]](), threading.Event()

    def ask() -> None:
        while not ended.is_set():
            found = names(session.search(plain("flour"), mode=Mode.WORDS))
            if found != ["bread.txt"]:
                wrong.append(found)

    asking = threading.Thread(target=ask)
    asking.start()
    for _ in range(10):
        session.renew()
    ended.set()
    asking.join()
    assert wrong == []


def test_it_can_be_renewed_on_one_thread_and_closed_on_another(session: SearchSession) -> None:
    renewing = threading.Thread(target=session.renew)
    renewing.start()
    renewing.join()
    assert names(session.search(plain("flour")))[0] == "bread.txt"
    session.close()
    with pytest.raises(LibraryError):
        session.search(plain("flour"))


def test_a_repaired_model_is_loaded_by_the_next_renewal(
    session: SearchSession, library: Library, models: Path
) -> None:
    tokenizer = next(library.folder.models.glob("*/tokenizer.json"))
    right = tokenizer.read_bytes()
    tokenizer.write_bytes(right + b" ")
    session.renew()
    with pytest.raises(ModelError):
        session.search(plain(BOAT))
    assert names(session.search(plain("flour"), mode=Mode.WORDS)) == ["bread.txt"]
    tokenizer.write_bytes(right)
    session.renew()
    assert names(session.search(plain(BOAT)))[0] == "ferry.txt"


def test_refining_can_be_cancelled(session: SearchSession) -> None:
    session.renew()
    answer = session.search(plain(BOAT))
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        session.refine(answer, cancel=cancel)
    refined = session.refine(answer, cancel=threading.Event())
    assert refined.hits[0].evidence is not None
    assert refined.hits[0].evidence.sentence is not None


def test_hits_beyond_the_first_get_their_evidence_later(session: SearchSession) -> None:
    session.renew()
    answer = session.search(plain("the ferry and the flour"), shown=1)
    assert [hit.evidence is None for hit in answer.hits] == [False, True]
    everything = session.search(plain("the ferry and the flour"))
    assert session.show(answer).hits == everything.hits
