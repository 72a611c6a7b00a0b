"""The settings window: what can be set, a page for each kind of thing, in force at once."""

from alcove_desktop.settings.page_context import ProgramSettings
from alcove_desktop.settings.window import SettingsWindow

__all__ = ["ProgramSettings", "SettingsWindow"]
