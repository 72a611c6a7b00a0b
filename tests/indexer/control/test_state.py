"""The state survives JSON unchanged, and wakes the threads that wait for it."""

import json
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove.indexer.control.state import (
    Activity,
    FolderHealth,
    IndexerState,
    IndexingTotals,
    Pause,
    SharedState,
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
    totals=st.builds(IndexingTotals, numbers, numbers, numbers, numbers, numbers),
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
def test_an_invalid_state_is_refused(field: str, value: object) -> None:
    with pytest.raises((AttributeError, KeyError, TypeError, ValueError)):
        from_json(to_json(IndexerState()) | {field: value})


def test_fields_that_only_another_version_knows_are_ignored() -> None:
    state = IndexerState(totals=IndexingTotals(new=1), folders={"/a": FolderHealth(watched=True)})
    content = to_json(state) | {"more": 1}
    content["totals"]["more"] = content["folders"]["/a"]["more"] = 2
    assert from_json(content) == state


def test_totals_add_up_and_subtract() -> None:
    before = IndexingTotals(new=1, read=2)
    after = before.plus(new=3, encoded=4)
    assert after == IndexingTotals(new=4, read=2, encoded=4)
    assert after.minus(before) == IndexingTotals(new=3, encoded=4)


def test_a_waiting_thread_wakes_at_once_on_a_change() -> None:
    shared_state = SharedState()
    number, _ = shared_state.wait(-1, 0)
    heard: list[tuple[int, IndexerState]] = []
    waiting = threading.Thread(target=lambda: heard.append(shared_state.wait(number, 30)))
    waiting.start()
    shared_state.post(activity=Activity.SCANNING)
    waiting.join(10)
    assert [state.activity for _, state in heard] == [Activity.SCANNING]
    assert heard[0][0] != number


def test_posting_an_equal_state_wakes_no_thread() -> None:
    shared_state = SharedState()
    shared_state.post(activity=Activity.IDLE, done=3)
    number, _ = shared_state.wait(-1, 0)
    shared_state.post(activity=Activity.IDLE, done=3)
    assert shared_state.wait(number, 0)[0] == number


def test_a_post_leaves_the_other_parts_as_they_were() -> None:
    shared_state = SharedState()
    shared_state.post(done=3, total=5)
    shared_state.post(done=4)
    assert (shared_state.state.done, shared_state.state.total) == (4, 5)
