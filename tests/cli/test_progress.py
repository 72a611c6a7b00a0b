"""The progress display shows that the indexer pauses, and why."""

import pytest
from rich.console import Console

from alcove.cli import progress as shown
from alcove.indexer import Activity, IndexerState, Pause

PAUSED = IndexerState(activity=Activity.PAUSED, pause=Pause.BATTERY)


@pytest.fixture(params=[True, False], ids=["terminal", "log"])
def told(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> pytest.CaptureFixture[str]:
    """The output on standard error, once as a terminal and once as a file."""
    monkeypatch.setattr(
        shown, "Console", lambda *, stderr: Console(stderr=stderr, force_terminal=request.param)
    )
    return capsys


def test_a_pause_is_shown_once_with_its_reason(told: pytest.CaptureFixture[str]) -> None:
    with shown.progress() as tell:
        tell(PAUSED)
        tell(PAUSED)
    assert told.readouterr().err.count("Paused: on battery") == 1


def test_each_reason_is_shown_and_a_pause_that_begins_again(
    told: pytest.CaptureFixture[str],
) -> None:
    working = IndexerState(activity=Activity.ENCODING, done=1, total=2)
    with shown.progress() as tell:
        for state in (PAUSED, working, PAUSED):
            tell(state)
        tell(IndexerState(activity=Activity.PAUSED, pause=Pause.DISK_FULL))
    lines = told.readouterr().err
    assert lines.count("Paused: on battery") == 2
    assert lines.count(f"Paused: {Pause.DISK_FULL}") == 1
    assert "Encoding passages" in lines


def test_a_pause_is_shown_during_any_activity(told: pytest.CaptureFixture[str]) -> None:
    with shown.progress() as tell:
        tell(IndexerState(activity=Activity.STARTING, pause=Pause.NO_READER))
    assert f"Paused: {Pause.NO_READER}" in told.readouterr().err
