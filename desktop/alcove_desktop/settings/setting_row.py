"""Rows whose control changes one setting, in force at once."""

from collections.abc import Callable
from typing import Any, TypeAlias

from alcove.personal import Settings
from alcove.personal.window_settings import WindowSettings
from alcove_desktop.forms import DropDown, FormRow, SegmentedControl, Switch
from alcove_desktop.settings.page_context import PageContext

Control: TypeAlias = DropDown | SegmentedControl | Switch


def setting(
    context: PageContext,
    control: Control,
    edited: Callable[[Settings, Any], Settings],
    explanation: str = "",
) -> FormRow:
    """Create a row for a setting of the library, titled with its control's accessible name.

    Args:
        context: its settings editor writes the change.
        control: its value becomes the setting's.
        edited: returns the settings with that value.
        explanation: a sentence on what the setting does.
    """
    row = FormRow(context.look, control.accessibleName(), control, explanation)
    control.chosen.connect(
        lambda value: context.settings_editor.change(lambda now: edited(now, value), row)
    )
    return row


def window_setting(
    context: PageContext,
    control: Control,
    edited: Callable[[WindowSettings, Any], WindowSettings],
    explanation: str = "",
) -> FormRow:
    """Create a row for a setting of the window; otherwise as `setting`."""
    row = FormRow(context.look, control.accessibleName(), control, explanation)
    control.chosen.connect(
        lambda value: context.settings_editor.change_window(lambda now: edited(now, value), row)
    )
    return row
