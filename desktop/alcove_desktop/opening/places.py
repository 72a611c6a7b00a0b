"""How applications are told to open a file at a page or at a line.

Pages count from 1 in all of them. The options are those of each program's own manual; of Evince
and its relatives, `--page-label` would take what is printed on the page instead.
"""

from collections.abc import Mapping
from urllib.parse import quote_from_bytes

_INDEX = (b"--page-index=%(place)s", b"%(file)s")
_ADDRESS = (b"%(address)s#page=%(place)s",)
_PLUS = (b"+%(place)s", b"%(file)s")

AT_PAGE: Mapping[str, tuple[bytes, ...]] = {
    **dict.fromkeys(("evince", "papers", "atril", "xreader"), _INDEX),
    **dict.fromkeys(("okular", "zathura"), (b"--page=%(place)s", b"%(file)s")),
    **dict.fromkeys(("mupdf", "mupdf-gl", "mupdf-x11"), (b"%(file)s", b"%(place)s")),
    "qpdfview": (b"%(file)s#%(place)s",),
    **dict.fromkeys(
        (
            *("firefox", "firefox-esr", "chromium", "chromium-browser", "google-chrome"),
            *("google-chrome-stable", "microsoft-edge", "brave-browser", "vivaldi-stable"),
        ),
        _ADDRESS,
    ),
}
"""Arguments after the program's name that open a PDF at a page."""

AT_LINE: Mapping[str, tuple[bytes, ...]] = {
    **dict.fromkeys(("gedit", "xed", "pluma", "gvim", "geany", "emacs"), _PLUS),
    **dict.fromkeys(("kate", "kwrite"), (b"--line", b"%(place)s", b"%(file)s")),
    "mousepad": (b"--line=%(place)s", b"%(file)s"),
    **dict.fromkeys(("code", "codium", "code-oss"), (b"--goto", b"%(file)s:%(place)s")),
}
"""Arguments after the program's name that open a text at a line."""


def arguments(template: tuple[bytes, ...], path: bytes, place: int) -> list[bytes]:
    """Fill in an absolute path and a page or line."""
    values = {
        b"file": path,
        b"place": str(place).encode(),
        b"address": b"file://" + quote_from_bytes(path).encode(),
    }
    return [part % values for part in template]
