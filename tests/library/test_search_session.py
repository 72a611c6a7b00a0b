"""A sitting answers from what it has loaded, and goes on while the index grows."""

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from alcove.errors import Cancelled, LibraryError, ModelError
from alcove.library import Library
from alcove.library.search_session import Sitting
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
def sitting(library: Library) -> Iterator[Sitting]:
    sitting = Sitting(library.folder)
    yield sitting
    sitting.close()


def bring_up_to_date(library: Library, documents: Path) -> None:
    library.update([os.fsencode(documents)], tell=lambda _: None, cancel=threading.Event())


def names(answer: Answer) -> list[str]:
    return [Path(os.fsdecode(hit.path)).name for hit in answer.hits]


def test_it_finds_by_meaning_and_by_words(sitting: Sitting) -> None:
    assert sitting.renew() == 1
    assert names(sitting.search(plain(BOAT), mode=Mode.MEANING))[0] == "ferry.txt"
    assert names(sitting.search(plain("flour"), mode=Mode.WORDS)) == ["bread.txt"]


def test_what_came_later_is_found_by_meaning_after_a_renewal(
    sitting: Sitting, library: Library, documents: Path
) -> None:
    sitting.renew()
    (documents / "cat.txt").write_text("A kitten sleeps on the warm roof of the car.")
    bring_up_to_date(library, documents)
    asked = plain("young animals at rest")
    assert "cat.txt" not in names(sitting.search(asked, mode=Mode.MEANING))
    sitting.renew()
    assert names(sitting.search(asked, mode=Mode.MEANING))[0] == "cat.txt"


def test_without_an_index_it_waits_for_one(tmp_path: Path, models: Path, documents: Path) -> None:
    root = tmp_path / "new"
    sitting = Sitting(LibraryFolder(root))
    with pytest.raises(LibraryError):
        sitting.renew()
    with pytest.raises(LibraryError, match="empty"):
        sitting.search(plain("flour"))
    sitting.warm_up()
    root.mkdir(mode=0o700)
    shutil.copytree(models, root / "models")
    bring_up_to_date(Library(root), documents)
    sitting.renew()
    assert names(sitting.search(plain("flour")))[0] == "bread.txt"
    sitting.close()


def test_where_the_index_has_gone_the_last_view_goes_on(sitting: Sitting, library: Library) -> None:
    sitting.renew()
    library.folder.index.unlink()
    with pytest.raises(LibraryError):
        sitting.renew()
    assert names(sitting.search(plain("flour"), mode=Mode.WORDS)) == ["bread.txt"]


def test_questions_are_answered_while_it_is_renewed(sitting: Sitting) -> None:
    sitting.renew()
    wrong, ended = list[list[str]](), threading.Event()

    def ask() -> None:
        while not ended.is_set():
            found = names(sitting.search(plain("flour"), mode=Mode.WORDS))
            if found != ["bread.txt"]:
                wrong.append(found)

    asking = threading.Thread(target=ask)
    asking.start()
    for _ in range(10):
        sitting.renew()
    ended.set()
    asking.join()
    assert wrong == []


def test_it_can_be_renewed_on_one_thread_and_closed_on_another(sitting: Sitting) -> None:
    renewing = threading.Thread(target=sitting.renew)
    renewing.start()
    renewing.join()
    assert names(sitting.search(plain("flour")))[0] == "bread.txt"
    sitting.close()
    with pytest.raises(LibraryError):
        sitting.search(plain("flour"))


def test_a_model_that_was_mended_is_loaded_by_the_next_renewal(
    sitting: Sitting, library: Library, models: Path
) -> None:
    tokenizer = next(library.folder.models.glob("*/tokenizer.json"))
    right = tokenizer.read_bytes()
    tokenizer.write_bytes(right + b" ")
    sitting.renew()
    with pytest.raises(ModelError):
        sitting.search(plain(BOAT))
    assert names(sitting.search(plain("flour"), mode=Mode.WORDS)) == ["bread.txt"]
    tokenizer.write_bytes(right)
    sitting.renew()
    assert names(sitting.search(plain(BOAT)))[0] == "ferry.txt"


def test_refining_stops_when_it_is_told_to(sitting: Sitting) -> None:
    sitting.renew()
    answer = sitting.search(plain(BOAT))
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        sitting.refine(answer, cancel=cancel)
    refined = sitting.refine(answer, cancel=threading.Event())
    assert refined.hits[0].evidence is not None
    assert refined.hits[0].evidence.sentence is not None


def test_hits_beyond_the_first_get_their_evidence_later(sitting: Sitting) -> None:
    sitting.renew()
    answer = sitting.search(plain("the ferry and the flour"), shown=1)
    assert [hit.evidence is None for hit in answer.hits] == [False, True]
    everything = sitting.search(plain("the ferry and the flour"))
    assert sitting.show(answer).hits == everything.hits
