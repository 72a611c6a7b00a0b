"""What every confined child does at its own end: takes the channel over, and dies in time."""

import os
import signal
import socket
import sys

from alcove.sandbox.channel import READY, Channel, PipeChannel, SocketChannel, send_json

_MERCY = 5  # seconds after the parent's patience, for the case that the parent is dead


def inherited_channel() -> Channel:
    """Take over the channel that the parent left on standard input (and output, on Windows)."""
    if sys.platform == "win32":
        channel = PipeChannel(os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb"))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # parsers print
    else:
        channel = SocketChannel(socket.socket(fileno=os.dup(0)))
    return channel


def send_ready(channel: Channel) -> None:
    """Say that the walls are up and files may come."""
    send_json(channel, READY)


def die_after(patience: float) -> None:
    """End this process unless it is asked again in time; not on Windows.

    Args:
        patience: seconds that the parent waits before it ends this process itself.
    """
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, patience + _MERCY)  # unhandled, it ends the process
