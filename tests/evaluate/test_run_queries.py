"""Questions are asked in every mode after a warm-up, and judged by the documents of the hits."""

import threading

import pytest
from tests.evaluate.hits import hit

from alcove.errors import Cancelled
from alcove.evaluate.run_queries import ModeRun, ask
from alcove.search import Answer, Hit, Mode, Verdict, plain

JUDGMENTS = {"q1": {"a": 1}, "q2": {"b": 1, "c": 1}}
QUESTIONS = {"q1": "first", "q2": "second"}


FOUND = {"first": (hit(b"x"), hit(b"x"), hit(b"a")), "second": (hit(b"c", b"b"),)}


def keys_of(one: Hit) -> list[str]:
    return [path.decode() for path in (one.path, *one.copies)]


class RecordingSearch:
    """A search with fixed answers that records the modes."""

    def __init__(self) -> None:
        self.modes: list[Mode] = []

    def __call__(self, question: str, mode: Mode) -> Answer:
        self.modes.append(mode)
        return Answer(plain(question), mode, 1.0, 0.25, FOUND[question], Verdict.RELEVANT)


def run(search: RecordingSearch, told: list[int], cancel: threading.Event) -> dict[Mode, ModeRun]:
    modes = (Mode.WORDS, Mode.BEST)
    return ask(QUESTIONS, JUDGMENTS, search, keys_of, modes, progress=told.append, cancel=cancel)


def test_repeated_ids_count_once_and_copies_count() -> None:
    judged = run(RecordingSearch(), [], threading.Event())
    values = judged[Mode.BEST].values
    assert values[0, 3] == 0.5  # "x" twice is one place
    assert values[1].tolist() == [1, 1, 1, 1]
    assert judged[Mode.BEST].seconds.tolist() == [0.25, 0.25]


def test_each_mode_is_warmed_up_and_all_questions_are_counted() -> None:
    search, told = RecordingSearch(), list[int]()
    judged = run(search, told, threading.Event())
    assert list(judged) == [Mode.WORDS, Mode.BEST]
    assert search.modes == [Mode.WORDS] * 4 + [Mode.BEST] * 4
    assert told == [1, 2, 3, 4]


def test_it_stops_between_two_questions() -> None:
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        run(RecordingSearch(), [], cancel)
