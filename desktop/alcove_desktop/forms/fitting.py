"""How large a window begins: as in the drawings, and never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen

from alcove_desktop.look import Look

_SHARE = 0.9  # of the screen's room: frames and panels take some


def fitting(look: Look, size: tuple[int, int], screen: QScreen) -> QSize:
    """The size for a window of `size`, in the drawings' pixels, at the user's text size."""
    room = screen.availableSize() * _SHARE
    return QSize(look.px(size[0]), look.px(size[1])).boundedTo(room)
