"""What an indexer tells goes through JSON unharmed, and reaches whoever waits for it."""

import json
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove.indexer.control.state import (
    Activity,
    Board,
    FolderHealth,
    IndexerState,
    Pause,
    Totals,
    from_json,
    to_json,
)

numbers = st.integers(0, 2**53)
texts = st.text(st.characters(codec=None))  # lone surrogates too: paths need not be Unicode
states = st.builds(
    IndexerState,
    activity=st.sampled_from(Activity),
    pause=st.none() | st.sampled_from(Pause),
    done=numbers,
    total=numbers,
    generation=numbers,
    totals=st.builds(Totals, numbers, numbers, numbers, numbers, numbers),
    folders=st.dictionaries(texts, st.builds(FolderHealth, st.booleans(), texts, st.booleans())),
    notices=st.lists(texts).map(tuple),
    fresh_at=st.none() | st.floats(0, 1e12),
    error=st.none() | texts,
)


@given(states)
def test_a_state_is_the_same_after_its_way_through_json(state: IndexerState) -> None:
    assert from_json(json.loads(json.dumps(to_json(state)))) == state


@pytest.mark.parametrize(
    ("field", "value"), [("activity", "dancing"), ("pause", "?"), ("totals", 3), ("folders", [])]
)
def test_a_state_that_makes_no_sense_is_refused(field: str, value: object) -> None:
    with pytest.raises((AttributeError, KeyError, TypeError, ValueError)):
        from_json(to_json(IndexerState()) | {field: value})


def test_fields_that_only_another_version_knows_are_ignored() -> None:
    state = IndexerState(totals=Totals(new=1), folders={"/a": FolderHealth(watched=True)})
    content = to_json(state) | {"more": 1}
    content["totals"]["more"] = content["folders"]["/a"]["more"] = 2
    assert from_json(content) == state


def test_totals_add_up_and_subtract() -> None:
    before = Totals(new=1, read=2)
    after = before.plus(new=3, encoded=4)
    assert after == Totals(new=4, read=2, encoded=4)
    assert after.minus(before) == Totals(new=3, encoded=4)


def test_who_waits_is_told_at_once_of_a_change() -> None:
    board = Board()
    number, _ = board.wait(-1, 0)
    heard: list[tuple[int, IndexerState]] = []
    waiting = threading.Thread(target=lambda: heard.append(board.wait(number, 30)))
    waiting.start()
    board.post(activity=Activity.SCANNING)
    waiting.join(10)
    assert [state.activity for _, state in heard] == [Activity.SCANNING]
    assert heard[0][0] != number


def test_posting_what_is_known_already_wakes_nobody() -> None:
    board = Board()
    board.post(activity=Activity.IDLE, done=3)
    number, _ = board.wait(-1, 0)
    board.post(activity=Activity.IDLE, done=3)
    assert board.wait(number, 0)[0] == number


def test_a_post_leaves_the_other_parts_as_they_were() -> None:
    board = Board()
    board.post(done=3, total=5)
    board.post(done=4)
    assert (board.state.done, board.state.total) == (4, 5)
