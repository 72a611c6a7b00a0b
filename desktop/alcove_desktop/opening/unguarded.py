"""Run the opener: a small process, forked before the guard is armed, that opens files.

Child processes inherit the guard: a browser started by the window could not reach a network, and a
setuid program could not gain its rights. So the window starts no application itself. The opener
does nothing else, knows no library and no query, and ends with the window.

One JSON object a line. The window sends `{"id": n, "do": "open" | "reveal", "path": …}`, with
"page" or "line" if known; the answer is `{"id": n, "trouble": "" | an OpenFailure}`. A path that is
not valid UTF-8 is written as by `os.fsdecode`.
"""

import json
import os
import socket
import sys
import threading
from typing import Any

from alcove_desktop.opening.open_failure import OpenFailure


def start() -> socket.socket:
    """Fork the opener process; call this before any thread is started and the guard is armed.

    Windows cannot fork, and its guard is not inherited: there the opener is a thread.

    Returns:
        The window's end of the socket pair; closing it ends the opener.
    """
    window_end, opener_end = socket.socketpair()
    if sys.platform == "win32":
        threading.Thread(target=serve, args=(opener_end,), daemon=True).start()
    elif os.fork():
        opener_end.close()
    else:
        window_end.close()
        _live(opener_end)
    return window_end


def serve(end: socket.socket) -> None:
    """Answer requests until the socket is closed, each on a thread: applications start slowly."""
    sending = threading.Lock()
    with end, end.makefile("rb") as lines:
        for line in lines:
            threading.Thread(target=_answer, args=(end, sending, line), daemon=True).start()


if sys.platform != "win32":

    def _live(end: socket.socket) -> None:
        """Run the opener process in a session of its own: Ctrl-C must reach the window alone."""
        try:
            os.setsid()
            serve(end)
        finally:
            os._exit(0)  # never return into the window's code


def _answer(end: socket.socket, sending: threading.Lock, line: bytes) -> None:
    request = json.loads(line)
    answer = {"id": request["id"], "trouble": fulfil(request)}
    try:
        with sending:
            end.sendall(json.dumps(answer).encode() + b"\n")
    except OSError:
        return  # the window has ended


def fulfil(request: dict[str, Any]) -> OpenFailure | str:
    """Execute a request; return why it failed, or an empty text."""
    from alcove_desktop.opening import applications  # imported late: keeps the start fast

    path = os.fsencode(request["path"])
    if not os.path.isabs(path) or not os.path.exists(path):  # noqa: PTH110, PTH117 - of bytes
        return OpenFailure.MISSING
    if request["do"] == "reveal":
        return applications.reveal(path)
    return applications.open_file(path, page=request.get("page"), line=request.get("line"))
