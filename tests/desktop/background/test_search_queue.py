"""The latest question is answered first, and then made better while nobody types."""

import threading

import pytest

from alcove.search import Answer, Mode, Verdict, plain
from alcove_desktop.background.search_queue import AnswerTask, RefineTask, SearchQueue


class Clock:
    """Tells the time that a test has set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def questions(clock: Clock) -> SearchQueue:
    """Everything is loaded and warm."""
    questions = SearchQueue(clock)
    questions.note_tried()
    questions.note_warm(warm=True)
    return questions


def ask(questions: SearchQueue, typed: str) -> None:
    questions.put(typed, Mode.BEST, typing=True, limit=50, shown=10)


def asked(questions: SearchQueue) -> AnswerTask:
    task = questions.take()
    assert isinstance(task, AnswerTask)
    return task


def test_only_the_latest_question_is_answered(questions: SearchQueue) -> None:
    ask(questions, "f")
    ask(questions, "fo")
    first = asked(questions).question
    assert first.typed == "fo"
    assert not first.overtaken.is_set()
    ask(questions, "fox")
    assert first.overtaken.is_set()
    assert not questions.is_latest(first.number)
    assert asked(questions).question.typed == "fox"


def test_nothing_is_answered_before_anything_is_loaded(clock: Clock) -> None:
    questions, taken = SearchQueue(clock), list[object]()
    ask(questions, "fox")
    taking = threading.Thread(target=lambda: taken.append(questions.take()))
    taking.start()
    assert taken == []
    questions.note_tried()
    taking.join()
    assert isinstance(taken[0], AnswerTask)


def test_an_answer_is_made_better_when_nothing_was_typed_for_a_moment(
    questions: SearchQueue, clock: Clock
) -> None:
    ask(questions, "fox")
    question = asked(questions).question
    questions.note_answered(question)
    clock.now += 0.25
    assert questions.take() == RefineTask(question)
    questions.note_answered(question)
    ask(questions, "foxes")
    clock.now += 0.25
    assert asked(questions).question.typed == "foxes"


def test_the_answer_to_an_overtaken_question_is_not_made_better(
    questions: SearchQueue, clock: Clock
) -> None:
    ask(questions, "fox")
    old = asked(questions).question
    ask(questions, "foxes")
    new = asked(questions).question
    questions.note_answered(old)
    questions.note_answered(new)
    clock.now += 1
    assert questions.take() == RefineTask(new)


def test_what_was_loaded_anew_is_asked_once_after_a_second_without_typing(
    questions: SearchQueue, clock: Clock
) -> None:
    ask(questions, "fox")
    question = asked(questions).question
    questions.note_answered(question)
    questions.note_loaded()
    questions.note_loaded()
    clock.now += 0.5
    assert questions.take() == RefineTask(question)
    clock.now += 0.5
    assert questions.take() == AnswerTask(question, again=True)
    questions.close()
    assert questions.take() is None


def test_other_passages_come_after_a_new_question_and_before_refining(
    questions: SearchQueue, clock: Clock
) -> None:
    answer = Answer(plain("fox"), Mode.BEST, 1.0, 0.0, (), Verdict.NOTHING)
    ask(questions, "fox")
    question = asked(questions).question
    questions.note_answered(question)
    clock.now += 1
    questions.put_more(answer, None)  # type: ignore[arg-type]  # it is only handed on
    ask(questions, "foxes")
    assert asked(questions).question.typed == "foxes"
    assert questions.take().answer is answer  # type: ignore[union-attr]


def test_while_it_is_not_warm_nothing_is_made_better(questions: SearchQueue, clock: Clock) -> None:
    questions.note_warm(warm=False)
    ask(questions, "fox")
    question = asked(questions).question
    questions.note_answered(question)
    clock.now += 1
    taken: list[object] = []
    taking = threading.Thread(target=lambda: taken.append(questions.take()))
    taking.start()
    questions.note_warm(warm=True)
    taking.join()
    assert taken == [RefineTask(question)]
