"""A screen of one's own (Xvfb), and an observer that sees when something is painted on it."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtGui import QGuiApplication, QImage

_POLL = 0.004  # seconds between two looks


@contextmanager
def screen(width: int = 1180, height: int = 760) -> Iterator[str]:
    """A screen without a window manager; yields its name for DISPLAY.

    Raises:
        RuntimeError: Xvfb is not installed.
    """
    if shutil.which("Xvfb") is None:
        raise RuntimeError("Xvfb is not installed: apt-get install xvfb")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [*_XVFB, str(writing), "-screen", "0", f"{width}x{height}x24"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


class Observer:
    """Looks at the screen as an eye would, through the X server; one for a process."""

    def __init__(self, display: str) -> None:
        """Open the screen."""
        os.environ |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self._application = QGuiApplication([])

    def strip(self, left: int, top: int, width: int, height: int) -> QImage:
        """What is on a part of the screen now."""
        seen = QGuiApplication.primaryScreen().grabWindow(0, left, top, width, height)
        return seen.toImage()

    def wait_for(self, seen: Callable[[], bool], timeout: float) -> float:
        """The moment, by the monotonic clock, at which something is seen.

        Raises:
            TimeoutError: it is not seen within `timeout` seconds.
        """
        end = time.monotonic() + timeout
        while not seen():
            if time.monotonic() > end:
                raise TimeoutError("nothing was seen on the screen")
            time.sleep(_POLL)
        return time.monotonic()


def has_colour(image: QImage, colour: str) -> bool:
    """Whether a colour "#rrggbb" is anywhere in an image."""
    return any(
        image.pixelColor(x, y).name() == colour
        for x in range(image.width())
        for y in range(image.height())
    )


_XVFB = ("Xvfb", "-nolisten", "tcp", "-displayfd")
