"""How everything looks: colours by theme, text sizes, style sheets, icons."""

from alcove_desktop.look.look import Look
from alcove_desktop.look.tokens import Tokens

__all__ = ["Look", "Tokens"]
