"""The search thread answers queries with the real core, off the GUI thread."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from alcove.errors import LibraryError
from alcove.library import Library
from alcove.library.session import SearchSession
from alcove.search import Answer, FoundBy, Hit, Mode, QueryError
from alcove_desktop.background.search_thread import SearchThread

PATIENCE = 30_000  # milliseconds

OpenThread = Callable[[Library], SearchThread]


@pytest.fixture
def open_thread(qtbot: QtBot) -> Iterator[OpenThread]:
    """Open search threads, and close them at the end."""
    opened: list[SearchThread] = []

    def open_one(library: Library) -> SearchThread:
        opened.append(SearchThread(library))
        return opened[-1]

    yield open_one
    for search_thread in opened:
        search_thread.close()


def answers(
    qtbot: QtBot, search_thread: SearchThread, typed: str, mode: Mode = Mode.BEST
) -> Answer:
    with qtbot.waitSignal(search_thread.answered, timeout=PATIENCE) as told:
        search_thread.ask(typed, mode, typing=False)
    answer = told.args[0]
    assert isinstance(answer, Answer)
    return answer


def names(answer: Answer) -> list[str]:
    return [Path(os.fsdecode(hit.path)).name for hit in answer.hits]


def test_a_query_is_answered_even_before_everything_is_loaded(
    qtbot: QtBot, open_thread: OpenThread, library: Library
) -> None:
    answer = answers(qtbot, open_thread(library), "how much is the monthly payment")
    assert answer.hits[0].matched.meaning is not None
    assert "lease" in names(answer)[0].lower()


def test_only_the_latest_of_several_queries_is_answered(
    qtbot: QtBot, open_thread: OpenThread, library: Library
) -> None:
    search_thread, told = open_thread(library), list[str]()
    search_thread.answered.connect(lambda answer: told.append(answer.query.typed))
    question = "garden and paths"
    with qtbot.waitSignal(search_thread.refined, timeout=PATIENCE):
        for end in range(1, len(question) + 1):
            search_thread.ask(question[:end], Mode.BEST, typing=True)
    assert told[-1] == question
    assert len(told) < len(question)


def test_answers_get_the_sentences_that_meaning_finds(
    qtbot: QtBot, open_thread: OpenThread, library: Library
) -> None:
    search_thread = open_thread(library)
    before = answers(qtbot, search_thread, "what does living there cost me", Mode.MEANING)
    assert all(hit.evidence is None for hit in before.hits[10:])
    better: list[Answer] = []
    search_thread.refined.connect(better.append)
    qtbot.waitUntil(lambda: bool(better) and by_meaning(better[-1].hits[0]), timeout=PATIENCE)
    assert names(better[-1]) == names(before)


def by_meaning(hit: Hit) -> bool:
    return hit.evidence is not None and hit.evidence.how in (FoundBy.MEANING, FoundBy.BOTH)


def test_a_query_that_cannot_be_parsed_is_reported(
    qtbot: QtBot, open_thread: OpenThread, library: Library
) -> None:
    search_thread = open_thread(library)
    with qtbot.waitSignal(search_thread.wrong, timeout=PATIENCE) as told:
        search_thread.ask("since:yesteryear lease", Mode.BEST, typing=False)
    typed, error = told.args
    assert typed == "since:yesteryear lease"
    assert isinstance(error, QueryError)
    assert typed[error.start : error.end] == "yesteryear"
    assert answers(qtbot, search_thread, "lease").hits


def test_other_passages_of_a_hit_are_found(
    qtbot: QtBot, open_thread: OpenThread, library: Library
) -> None:
    search_thread = open_thread(library)
    answer = answers(qtbot, search_thread, "the tenant and the rent")
    hit = answer.hits[0]
    with qtbot.waitSignal(search_thread.more, timeout=PATIENCE) as told:
        search_thread.ask_more(answer, hit)
    of, asked, found = told.args
    assert (of, asked) == (answer, hit)
    assert hit.passage not in [other.passage for other in found]


def test_before_anything_is_indexed_it_says_so_and_then_answers_by_itself(
    qtbot: QtBot, open_thread: OpenThread, empty_library: Library, documents: Path
) -> None:
    search_thread = open_thread(empty_library)
    with qtbot.waitSignal(search_thread.failed, timeout=PATIENCE) as told:
        search_thread.ask("lease", Mode.BEST, typing=False)
    assert isinstance(told.args[0], LibraryError)
    with qtbot.waitSignal(search_thread.answered, timeout=PATIENCE) as found:
        empty_library.update(
            [os.fsencode(documents)], tell=lambda _: None, cancel=threading.Event()
        )
        search_thread.renew()
    assert found.args[0].query.typed == "lease"
    qtbot.waitUntil(lambda: bool(answers(qtbot, search_thread, "lease").hits), timeout=PATIENCE)


def test_documents_indexed_meanwhile_appear_by_themselves(
    qtbot: QtBot, open_thread: OpenThread, library: Library, tmp_path: Path
) -> None:
    new = tmp_path / "new"
    new.mkdir()
    (new / "heron.txt").write_text("A heron stands in the reeds and waits for fish.")
    search_thread = open_thread(library)
    assert "heron.txt" not in names(
        answers(qtbot, search_thread, "a bird that hunts", Mode.MEANING)
    )
    library.update([os.fsencode(new)], tell=lambda _: None, cancel=threading.Event())
    latest: list[Answer] = []
    search_thread.answered.connect(latest.append)
    with qtbot.waitSignal(search_thread.renewed, timeout=PATIENCE) as told:
        search_thread.renew()
    assert told.args == [1.0]
    qtbot.waitUntil(lambda: bool(latest) and "heron.txt" in names(latest[-1]), timeout=PATIENCE)


def test_a_damaged_model_is_reported_and_words_still_answer(
    qtbot: QtBot, open_thread: OpenThread, library: Library
) -> None:
    tokenizer = next(library.folder.models.glob("*/tokenizer.json"))
    tokenizer.write_bytes(tokenizer.read_bytes() + b" ")
    search_thread = open_thread(library)
    with qtbot.waitSignal(search_thread.failed, timeout=PATIENCE) as told:
        search_thread.ask("lease", Mode.BEST, typing=False)
    assert "tokenizer.json" in str(told.args[0])
    assert answers(qtbot, search_thread, "lease", Mode.WORDS).hits


def test_the_index_may_vanish_and_searching_goes_on(
    qtbot: QtBot, open_thread: OpenThread, library: Library
) -> None:
    search_thread = open_thread(library)
    assert answers(qtbot, search_thread, "lease").hits
    library.folder.index.unlink()
    search_thread.renew()
    assert answers(qtbot, search_thread, "rent").hits
    shutil.rmtree(library.folder.words)
    assert answers(qtbot, search_thread, "tenant", Mode.MEANING).hits


def test_a_bug_is_raised_on_the_gui_thread(
    qtbot: QtBot, open_thread: OpenThread, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def search(*_: object, **__: object) -> Answer:
        raise ZeroDivisionError

    search_thread = open_thread(library)
    monkeypatch.setattr(SearchSession, "search", search)
    with qtbot.captureExceptions() as caught:
        search_thread.ask("lease", Mode.BEST, typing=False)
        qtbot.waitUntil(lambda: bool(caught), timeout=PATIENCE)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    monkeypatch.undo()
    assert answers(qtbot, search_thread, "lease").hits


def test_it_can_be_closed_while_it_answers(qtbot: QtBot, library: Library) -> None:
    search_thread, told = SearchThread(library), list[object]()
    search_thread.answered.connect(told.append)
    search_thread.ask("lease", Mode.BEST, typing=False)
    search_thread.close()
    qtbot.wait(1)
    assert told == []
