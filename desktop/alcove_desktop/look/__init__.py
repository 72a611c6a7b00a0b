"""How everything looks: colours by theme, text sizes, style sheets, icons."""

from alcove_desktop.look.appearance import Look
from alcove_desktop.look.tokens import Tokens

__all__ = ["Look", "Tokens"]
