"""The appearance of the application: colours by theme, text sizes, style sheets, icons."""

from alcove_desktop.look.appearance import Appearance
from alcove_desktop.look.tokens import ColourTokens

__all__ = ["Appearance", "ColourTokens"]
