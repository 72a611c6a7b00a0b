"""A small process of its own, forked before the guard is armed, that opens what the window names.

What the guard forbids is inherited: a browser that the window started could not reach a network,
and a program with other rights than ours could not take them. So nothing is started by the window.
This process does nothing else, knows no library and no query, and ends with the window.

One JSON object to a line. The window sends `{"id": n, "do": "open" | "reveal", "path": …}`, with
"page" or "line" where one is known; each is answered by `{"id": n, "trouble": "" | a Trouble}`.
A path that is not Unicode is written as `os.fsdecode` gives it.
"""

import json
import os
import socket
import sys
import threading
from typing import Any

from alcove_desktop.opening.open_failure import OpenFailure


def start() -> socket.socket:
    """Start the process, to be done while this one has one thread and no guard.

    Windows cannot fork and has no filter that is inherited: there it is a thread.

    Returns:
        The window's end of the line to it; closing it ends the process.
    """
    ours, its = socket.socketpair()
    if sys.platform == "win32":
        threading.Thread(target=serve, args=(its,), daemon=True).start()
    elif os.fork():
        its.close()
    else:
        ours.close()
        _live(its)
    return ours


def serve(end: socket.socket) -> None:
    """Answer until the window hangs up, each on a thread: some applications start slowly."""
    turn = threading.Lock()
    with end, end.makefile("rb") as lines:
        for line in lines:
            threading.Thread(target=_answer, args=(end, turn, line), daemon=True).start()


if sys.platform != "win32":

    def _live(end: socket.socket) -> None:
        """Be the process; a Ctrl-C in the window's terminal is for the window alone."""
        try:
            os.setsid()
            serve(end)
        finally:
            os._exit(0)  # not back into the window's program


def _answer(end: socket.socket, turn: threading.Lock, line: bytes) -> None:
    request = json.loads(line)
    answer = {"id": request["id"], "trouble": fulfil(request)}
    try:
        with turn:
            end.sendall(json.dumps(answer).encode() + b"\n")
    except OSError:
        return  # the window has gone


def fulfil(request: dict[str, Any]) -> OpenFailure | str:
    """Do what is asked; returns what was in the way, or an empty text."""
    from alcove_desktop.opening import applications  # not on the way to a window

    path = os.fsencode(request["path"])
    if not os.path.isabs(path) or not os.path.exists(path):  # noqa: PTH110, PTH117 - of bytes
        return OpenFailure.MISSING
    if request["do"] == "reveal":
        return applications.reveal(path)
    return applications.open_file(path, page=request.get("page"), line=request.get("line"))
