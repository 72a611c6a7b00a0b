"""Rows whose control changes one setting at once."""

from collections.abc import Callable
from typing import Any, TypeAlias

from alcove.personal import Settings
from alcove.personal.window_settings import WindowSettings
from alcove_desktop.forms import Choice, Row, Segments, Switch
from alcove_desktop.settings.page_context import Surroundings

Control: TypeAlias = Choice | Segments | Switch


def setting(
    given: Surroundings,
    control: Control,
    edited: Callable[[Settings, Any], Settings],
    explanation: str = "",
) -> Row:
    """A row for a setting of the library, named as its control is.

    Args:
        given: whose wishes are changed.
        control: its value becomes the setting's.
        edited: the settings with that value.
        explanation: a sentence on what it does.
    """
    row = Row(given.look, control.accessibleName(), control, explanation)
    control.chosen.connect(lambda value: given.wishes.change(lambda now: edited(now, value), row))
    return row


def window_setting(
    given: Surroundings,
    control: Control,
    edited: Callable[[WindowSettings, Any], WindowSettings],
    explanation: str = "",
) -> Row:
    """A row for a setting of the window; otherwise as `setting`."""
    row = Row(given.look, control.accessibleName(), control, explanation)
    control.chosen.connect(
        lambda value: given.wishes.change_window(lambda now: edited(now, value), row)
    )
    return row
