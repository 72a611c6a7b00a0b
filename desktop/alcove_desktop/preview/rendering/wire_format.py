"""Send and receive page requests and answers; validate the process's answers before use."""

from dataclasses import asdict

from alcove.sandbox.channel import Channel, receive_frame, receive_json, send_frame, send_json
from alcove.sandbox.validation import facts, integer, items, reason_in
from alcove_desktop.preview.rendering.page_requests import (
    BYTES_PER_PIXEL,
    MAX_BYTES,
    MAX_MARKS,
    MAX_WIDTH,
    Box,
    DrawnPage,
    PageKind,
    PageRequest,
    TextMark,
)

MAX_REQUEST = 1 << 22  # bytes of JSON
_MAX_ANSWER = 1 << 22  # bytes of JSON: the boxes of all marks
_MAX_PAGES = 1 << 20
_MAX_HEIGHT = MAX_BYTES // BYTES_PER_PIXEL  # pixels
_MAX_LINES = 2_000  # of one mark


def send_request(
    channel: Channel, request: PageRequest, *, patience: float, file: tuple[int, PageKind] | None
) -> None:
    """Request a page.

    Args:
        channel: to the renderer's process.
        request: the page.
        patience: seconds that the answer may take.
        file: descriptor and kind of another file to open; None for the file already open.
    """
    kind = file[1] if file else None
    send_json(channel, asdict(request) | {"patience": patience, "kind": kind})
    if file:
        channel.send_file(file[0])


def receive_request(channel: Channel) -> tuple[PageRequest, float, PageKind | None]:
    """Receive a request, its time limit in seconds, and the kind of the file that follows, if any.

    Raises:
        EOFError: the parent has hung up.
    """
    raw = receive_json(channel, MAX_REQUEST)
    assert isinstance(raw, dict)  # the parent is trusted
    marks = tuple(TextMark(**mark) for mark in raw["marks"])
    kind = PageKind(raw["kind"]) if raw["kind"] else None
    return PageRequest(raw["page"], raw["width"], marks), float(raw["patience"]), kind


def send_drawn(channel: Channel, drawn: DrawnPage) -> None:
    """Answer with a page."""
    about = {name: getattr(drawn, name) for name in ("pages", "width", "height", "boxes")}
    send_json(channel, about)
    send_frame(channel, drawn.pixels)


def receive_drawn(channel: Channel, request: PageRequest) -> DrawnPage:
    """Receive the answer to a request.

    Raises:
        ReadError: the page cannot be drawn; says why.
        EOFError: the process has died.
        ValueError: the answer does not fit the request; the process is not to be trusted.
    """
    try:
        about = facts(receive_json(channel, _MAX_ANSWER))
        if "reason" in about:
            raise reason_in(about)
        width = integer(about["width"], min(MAX_WIDTH, request.width))
        height = integer(about["height"], _MAX_HEIGHT)
        pages = integer(about["pages"], _MAX_PAGES)
        boxes = tuple(_boxes(raw) for raw in items(about["boxes"])[:MAX_MARKS])
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("the renderer's answer makes no sense") from error
    pixels = receive_frame(channel, MAX_BYTES)
    if len(pixels) != width * height * BYTES_PER_PIXEL or bool(pixels) != bool(request.width):
        raise ValueError("the page is not as large as the renderer says")
    return DrawnPage(pages, width, height, pixels, boxes)


def _boxes(raw: object) -> tuple[Box, ...]:
    return tuple(_box(box) for box in items(raw)[:_MAX_LINES])


def _box(raw: object) -> Box:
    left, top, width, height = (_share(number) for number in items(raw))
    return left, top, width, height


def _share(raw: object) -> float:
    if not isinstance(raw, float | int) or not 0 <= raw <= 1:
        raise TypeError
    return float(raw)
