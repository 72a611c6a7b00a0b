"""Build the style sheet from the numbered files in the resources, colours and sizes filled in."""

import re
from collections.abc import Callable
from dataclasses import asdict

from alcove_desktop.look.tokens import ColourTokens
from alcove_resources import names, read_text

_FOLDER = "styles"
_TOKEN = re.compile(r"@(?:(?P<size>\d+(?:\.\d+)?)px|(?P<colour>[a-z_]+))")


def style_sheet(tokens: ColourTokens, px: Callable[[float], int]) -> str:
    """Return all style sheets joined, in the order of their numbers.

    Args:
        tokens: replace `@ink` and the like.
        px: converts the design pixels of `@14px` and the like to pixels.

    Raises:
        KeyError: a sheet names an unknown colour.
    """
    colours = asdict(tokens)

    def fill(match: re.Match[str]) -> str:
        size = match["size"]
        return f"{px(float(size))}px" if size else str(colours[match["colour"]])

    return "\n".join(_TOKEN.sub(fill, read_text(f"{_FOLDER}/{name}")) for name in names(_FOLDER))
