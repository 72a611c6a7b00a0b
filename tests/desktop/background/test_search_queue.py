"""The queue gives out the latest query first, and refines its answer while nobody types."""

import threading

import pytest

from alcove.search import Answer, Mode, Verdict, plain
from alcove_desktop.background.search_queue import AnswerTask, RefineTask, SearchQueue


class Clock:
    """A clock that a test sets, in seconds."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def queue(clock: Clock) -> SearchQueue:
    """A queue for an index that is loaded and a model that is warm."""
    queue = SearchQueue(clock)
    queue.note_tried()
    queue.note_warm(warm=True)
    return queue


def put(queue: SearchQueue, typed: str) -> None:
    queue.put(typed, Mode.BEST, typing=True, limit=50, shown=10)


def next_answer(queue: SearchQueue) -> AnswerTask:
    task = queue.take()
    assert isinstance(task, AnswerTask)
    return task


def test_only_the_latest_query_is_answered(queue: SearchQueue) -> None:
    put(queue, "f")
    put(queue, "fo")
    first = next_answer(queue).request
    assert first.typed == "fo"
    assert not first.overtaken.is_set()
    put(queue, "fox")
    assert first.overtaken.is_set()
    assert not queue.is_latest(first.number)
    assert next_answer(queue).request.typed == "fox"


def test_nothing_is_answered_before_anything_is_loaded(clock: Clock) -> None:
    queue, taken = SearchQueue(clock), list[object]()
    put(queue, "fox")
    taking = threading.Thread(target=lambda: taken.append(queue.take()))
    taking.start()
    assert taken == []
    queue.note_tried()
    taking.join()
    assert isinstance(taken[0], AnswerTask)


def test_an_answer_is_refined_when_nothing_was_typed_for_a_moment(
    queue: SearchQueue, clock: Clock
) -> None:
    put(queue, "fox")
    request = next_answer(queue).request
    queue.note_answered(request)
    clock.now += 0.25
    assert queue.take() == RefineTask(request)
    queue.note_answered(request)
    put(queue, "foxes")
    clock.now += 0.25
    assert next_answer(queue).request.typed == "foxes"


def test_the_answer_to_an_overtaken_query_is_not_refined(queue: SearchQueue, clock: Clock) -> None:
    put(queue, "fox")
    old = next_answer(queue).request
    put(queue, "foxes")
    new = next_answer(queue).request
    queue.note_answered(old)
    queue.note_answered(new)
    clock.now += 1
    assert queue.take() == RefineTask(new)


def test_a_reloaded_index_is_searched_once_after_a_second_without_typing(
    queue: SearchQueue, clock: Clock
) -> None:
    put(queue, "fox")
    request = next_answer(queue).request
    queue.note_answered(request)
    queue.note_loaded()
    queue.note_loaded()
    clock.now += 0.5
    assert queue.take() == RefineTask(request)
    clock.now += 0.5
    assert queue.take() == AnswerTask(request, again=True)
    queue.close()
    assert queue.take() is None


def test_other_passages_come_after_a_new_query_and_before_refining(
    queue: SearchQueue, clock: Clock
) -> None:
    answer = Answer(plain("fox"), Mode.BEST, 1.0, 0.0, (), Verdict.NOTHING)
    put(queue, "fox")
    request = next_answer(queue).request
    queue.note_answered(request)
    clock.now += 1
    queue.put_more(answer, None)  # type: ignore[arg-type]  # it is only handed on
    put(queue, "foxes")
    assert next_answer(queue).request.typed == "foxes"
    assert queue.take().answer is answer  # type: ignore[union-attr]


def test_nothing_is_refined_before_the_model_is_warm(queue: SearchQueue, clock: Clock) -> None:
    queue.note_warm(warm=False)
    put(queue, "fox")
    request = next_answer(queue).request
    queue.note_answered(request)
    clock.now += 1
    taken: list[object] = []
    taking = threading.Thread(target=lambda: taken.append(queue.take()))
    taking.start()
    queue.note_warm(warm=True)
    taking.join()
    assert taken == [RefineTask(request)]
