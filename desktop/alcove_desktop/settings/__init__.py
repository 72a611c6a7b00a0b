"""The settings window: one page for each kind of setting; changes take effect at once."""

from alcove_desktop.settings.page_context import ProgramSettings
from alcove_desktop.settings.window import SettingsWindow

__all__ = ["ProgramSettings", "SettingsWindow"]
