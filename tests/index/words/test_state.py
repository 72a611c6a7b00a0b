"""The state of the words index is replaced atomically, and read only if it is valid."""

import json
import os
from pathlib import Path

import pytest

from alcove.index.words.state import WordsState, read_state, withdraw_state, write_state

STATE = WordsState(2, "abc", 7, "0123")


def test_a_written_state_is_read(tmp_path: Path) -> None:
    assert read_state(tmp_path) is None
    write_state(tmp_path, STATE)
    assert read_state(tmp_path) == STATE
    write_state(tmp_path, WordsState(2, "abc", 8, "4567"))
    assert read_state(tmp_path) == WordsState(2, "abc", 8, "4567")
    assert [path.name for path in tmp_path.iterdir()] == ["applied.json"]


def test_a_write_that_fails_keeps_the_state_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_state(tmp_path, STATE)

    def fail(_: int) -> None:
        raise OSError(5, "the disk failed")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="failed"):
        write_state(tmp_path, WordsState(2, "abc", 8, "4567"))
    assert read_state(tmp_path) == STATE


@pytest.mark.parametrize("generation", ["../..", "/etc", "a/b"])
def test_a_generation_outside_the_words_folder_is_none(tmp_path: Path, generation: str) -> None:
    state = {"version": 2, "identity": "abc", "number": 7, "generation": generation}
    (tmp_path / "applied.json").write_text(json.dumps(state))
    assert read_state(tmp_path) is None


def test_a_withdrawn_state_is_gone(tmp_path: Path) -> None:
    write_state(tmp_path, STATE)
    withdraw_state(tmp_path)
    assert read_state(tmp_path) is None
    withdraw_state(tmp_path)
