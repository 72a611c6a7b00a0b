"""Style sheets: the numbered files in the resources, with colours and sizes put in."""

import re
from collections.abc import Callable
from dataclasses import asdict

from alcove_desktop.look.tokens import ColourTokens
from alcove_resources import names, read_text

_FOLDER = "styles"
_PLACE = re.compile(r"@(?:(?P<size>\d+(?:\.\d+)?)px|(?P<colour>[a-z_]+))")


def style_sheet(tokens: ColourTokens, px: Callable[[float], int]) -> str:
    """All style sheets in the order of their numbers.

    Args:
        tokens: `@ink` and the like become these colours.
        px: `@14px` and the like become what this makes of them.

    Raises:
        KeyError: a sheet names a colour that there is not.
    """
    colours = asdict(tokens)

    def put_in(place: re.Match[str]) -> str:
        size = place["size"]
        return f"{px(float(size))}px" if size else str(colours[place["colour"]])

    return "\n".join(_PLACE.sub(put_in, read_text(f"{_FOLDER}/{name}")) for name in names(_FOLDER))
