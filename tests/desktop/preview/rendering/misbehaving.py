"""A renderer process that behaves as one taken over by a document could; run by tests."""

import os
import signal
import sys
from pathlib import Path

from alcove.sandbox.channel import Channel, send_frame, send_json
from alcove.sandbox.child_main import inherited_channel, send_ready
from alcove_desktop.preview.rendering.page_requests import BYTES_PER_PIXEL, DrawnPage, PageRequest
from alcove_desktop.preview.rendering.wire_format import receive_request, send_drawn

_LIES: dict[str, dict[str, object]] = {
    "larger": {"width": 100, "height": 100},
    "wider than asked": {"width": 4000, "height": 1},
    "endless": {"width": 10**12, "height": 10**12},
    "negative": {"width": -1, "height": -1},
    "in words": {"width": "ten", "height": True},
    "boxes outside": {"boxes": [[[0.5, 0.5, 7.0, 0.1]]]},
    "boxes of nothing": {"boxes": [[[float("nan")] * 4]]},
    "boxes cut short": {"boxes": [[[0.5]]]},
}
_HONEST: dict[str, object] = {"pages": 1, "width": 2, "height": 2, "boxes": []}


def main(behaviour: str, deaths: Path) -> None:
    channel = inherited_channel()
    send_ready(channel)
    while True:
        request, _, kind = receive_request(channel)
        if kind:
            channel.receive_file().close()
        once = behaviour.endswith(" once")
        if not once or not deaths.exists():
            misbehave(channel, behaviour.removesuffix(" once"), deaths)
        answer(channel, request)


def misbehave(channel: Channel, behaviour: str, deaths: Path) -> None:
    if behaviour in ("die", "hang"):
        with deaths.open("a") as counted:
            counted.write("x")
    if behaviour == "die":
        os.abort()
    if behaviour == "hang":
        signal.pause()
    if behaviour == "shout":
        channel.write((0xFFFFFFFF).to_bytes(4, "big"))
    if behaviour in _LIES:
        send_json(channel, _HONEST | _LIES[behaviour])
        send_frame(channel, bytes(2 * 2 * BYTES_PER_PIXEL))


def answer(channel: Channel, request: PageRequest) -> None:
    """Send a page whose number of pages is this process's id."""
    size = 2 if request.width else 0
    pixels = bytes(size * size * BYTES_PER_PIXEL)
    send_drawn(
        channel, DrawnPage(os.getpid(), size, size, pixels, tuple(() for _ in request.marks))
    )


main(sys.argv[1], Path(sys.argv[2]))
