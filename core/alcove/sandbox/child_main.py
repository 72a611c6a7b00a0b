"""Parts of every confined child's main: take over the channel, and exit on a timeout."""

import os
import signal
import socket
import sys

from alcove.sandbox.channel import READY, Channel, PipeChannel, SocketChannel, send_json

_GRACE = 5  # seconds after the parent's timeout, in case the parent is dead


def inherited_channel() -> Channel:
    """Return the channel that the parent passed as standard input (and output, on Windows)."""
    if sys.platform == "win32":
        channel = PipeChannel(os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb"))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # parsers print to it
    else:
        channel = SocketChannel(socket.socket(fileno=os.dup(0)))
    return channel


def send_ready(channel: Channel) -> None:
    """Tell the parent that this process is confined and ready for files."""
    send_json(channel, READY)


def die_after(patience: float) -> None:
    """Start a watchdog timer that ends this process unless it is set again; not on Windows.

    Args:
        patience: seconds that the parent waits before it kills this process itself.
    """
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, patience + _GRACE)  # unhandled, it ends the process
