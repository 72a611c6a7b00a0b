"""The indexer's state in one line: freshness, or the activity with its progress and time left."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from alcove.indexer import Activity, IndexerState
from alcove_desktop.texts.core_messages import told
from alcove_desktop.texts.dates import ago, lasting
from alcove_desktop.texts.numbers import number
from alcove_desktop.texts.states import activity, pause
from alcove_desktop.window.status_bar.rate import ProgressRate

_COUNTED = (Activity.READING, Activity.ENCODING, Activity.SPLITTING, Activity.CHANGING)

translate = QCoreApplication.translate


def freshness(state: IndexerState | None, now: float, rate: ProgressRate) -> str:
    """Return the state in one line.

    Args:
        state: the indexer's latest; None if none is running.
        now: seconds since the epoch.
        rate: of the current activity.
    """
    if state is None:
        return translate("StatusBar", "The indexer is starting")
    if state.pause is not None:
        return pause(state.pause)
    if state_trouble(state):
        return state_trouble(state)
    if state.activity is Activity.IDLE:
        if state.fresh_at is None:
            return activity(Activity.IDLE)
        when = ago(max(0.0, now - state.fresh_at))
        return translate("StatusBar", "Up to date, {ago}").format(ago=when)
    if state.activity in _COUNTED and state.total:
        return _counted(state, rate)
    return activity(state.activity)


def of_all(state: IndexerState, passages: int) -> IndexerState:
    """Return the state with passages encoded before the indexer started counted as done.

    Args:
        state: the indexer's latest.
        passages: number of passages in the whole library.
    """
    before = max(0, passages - state.total)
    if state.activity is not Activity.ENCODING or not state.total:
        return state
    return replace(state, done=state.done + before, total=state.total + before)


def is_at_rest(state: IndexerState | None) -> bool:
    """Return whether the indexer is idle and not paused."""
    return state is not None and state.activity is Activity.IDLE and state.pause is None


def is_at_work(state: IndexerState | None) -> bool:
    """Return whether the indexer does work that can be paused."""
    return state is not None and state.activity not in {Activity.IDLE, Activity.PAUSED}


def state_trouble(state: IndexerState | None) -> str:
    """Return the error that an idle indexer reports, in one line; empty for none."""
    if state is None or state.error is None or not is_at_rest(state):
        return ""
    return " ".join(told(state.error).splitlines())


def _counted(state: IndexerState, rate: ProgressRate) -> str:
    parts = [
        translate("StatusBar", "{activity}: {done} of {total}").format(
            activity=activity(state.activity), done=number(state.done), total=number(state.total)
        )
    ]
    per_second = rate.per_second
    if per_second is not None:
        parts.append(
            translate("StatusBar", "{number}/s").format(number=number(max(1, round(per_second))))
        )
    left = rate.seconds_for(state.total - state.done)
    if left is not None:
        parts.append(translate("StatusBar", "{time} left").format(time=lasting(left)))
    return " · ".join(parts)
