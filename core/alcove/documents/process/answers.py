"""Send the reader's answers, documents or an error, and validate them in the parent."""

from collections.abc import Sequence

from alcove.documents.formats import MAX_MAILBOX_TEXT, MAX_TEXT
from alcove.errors import ReadError
from alcove.records import Document, Heading
from alcove.sandbox.channel import Channel, receive_frame, receive_json, send_frame, send_json
from alcove.sandbox.validation import boolean, facts, integer, items, reason_in, string

_MAX_DOCUMENTS = 200_000  # messages of one mailbox
_MAX_METADATA = 10 << 20  # bytes of JSON about one document: title, headings, pages
_MAX_HEADING = 300  # characters, of a title too
_BYTES = 4  # the most bytes of UTF-8 for one code point


class LastAnswer(ReadError):  # noqa: N818 - the name says which answer it is
    """The error for a file after which the reader process ends."""


def send_documents(channel: Channel, documents: Sequence[Document]) -> None:
    """Send the documents of one file; each text travels as plain UTF-8."""
    send_json(channel, {"documents": len(documents)})
    for document in documents:
        headings = [[heading.start, heading.level, heading.text] for heading in document.headings]
        pages = list(document.page_starts)
        send_json(channel, {"title": document.title, "headings": headings, "pages": pages})
        send_frame(channel, document.text.encode("utf-8"))


def send_error(channel: Channel, error: ReadError, *, last: bool = False) -> None:
    """Send the reason why nothing could be read; `last` says that this process ends now."""
    send_json(channel, {"reason": error.reason, "detail": error.detail, "last": last})


def receive_answer(channel: Channel) -> list[Document]:
    """Receive and validate the documents of one file.

    Raises:
        ReadError: the reader gives a reason for having none; `LastAnswer` if it then ends.
        EOFError: the reader has died.
        ValueError: the answer is malformed; do not trust its sender any longer.
    """
    try:
        answer = facts(receive_json(channel, _MAX_METADATA))
        if "reason" in answer:
            error = reason_in(answer)
            raise LastAnswer(error.reason, error.detail) if boolean(answer["last"]) else error
        return _documents(channel, integer(answer["documents"], _MAX_DOCUMENTS))
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("the reader's answer makes no sense") from error


def _documents(channel: Channel, count: int) -> list[Document]:
    documents = []
    room = MAX_MAILBOX_TEXT + MAX_TEXT
    for _ in range(count):
        metadata = facts(receive_json(channel, _MAX_METADATA))
        text = receive_frame(channel, min(room, MAX_TEXT) * _BYTES).decode("utf-8")
        room -= len(text)
        documents.append(_document(metadata, text))
    return documents


def _document(metadata: dict[str, object], text: str) -> Document:
    title = metadata["title"]
    headings = tuple(_heading(heading, len(text)) for heading in items(metadata["headings"]))
    pages = tuple(integer(start, len(text)) for start in items(metadata["pages"]))
    if list(pages) != sorted(pages) or (pages and pages[0]):
        raise ValueError("pages out of order")
    return Document(text, None if title is None else string(title, _MAX_HEADING), headings, pages)


def _heading(raw: object, end: int) -> Heading:
    start, level, text = items(raw)
    return Heading(integer(start, end), integer(level, 100), string(text, _MAX_HEADING))
