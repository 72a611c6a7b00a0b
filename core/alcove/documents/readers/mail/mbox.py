"""Read mbox mailboxes of any size, one message at a time: one document for each message."""

import email
import email.policy
import re
from collections.abc import Iterator
from typing import BinaryIO

from alcove.documents.formats import MAX_MAILBOX_TEXT
from alcove.documents.readers.mail.message import document_of
from alcove.errors import ReadError, Reason
from alcove.records import Document

_MAX_MESSAGE = 50 << 20  # bytes
# A "From " line begins a message if it follows a blank line and ends in a date.
_FROM = re.compile(rb"From .*\d\d:\d\d.*\d{4}")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_mailbox(file: BinaryIO) -> list[Document]:
    """Read a mailbox in the mbox format.

    Raises:
        ReadError: the mailbox has no message, or more text than `MAX_MAILBOX_TEXT`.
    """
    documents = []
    room = MAX_MAILBOX_TEXT
    for raw in _messages(file):
        document = _document(raw)
        if document:
            documents.append(document)
            room -= len(document.text)
        if room < 0:
            millions = MAX_MAILBOX_TEXT / 1e6
            detail = f"Its messages hold more than {millions:.0f} million characters."
            raise ReadError(Reason.TOO_LARGE, detail)
    if not documents:
        raise ReadError(Reason.NO_TEXT, "There is no message in it.")
    return documents


def _document(raw: bytes) -> Document | None:
    """Read one message; return None for an empty one, which must not fail the whole mailbox."""
    message = email.message_from_bytes(raw, policy=email.policy.compat32)
    try:
        return document_of(message)
    except ReadError:
        return None


def _messages(file: BinaryIO) -> Iterator[bytes]:
    lines: list[bytes] = []
    size, blank = 0, True
    for line in file:
        if blank and _FROM.match(line):
            if lines:
                yield _unquoted(lines)
            lines, size = [], 0
        elif size < _MAX_MESSAGE:
            lines.append(line)
            size += len(line)
        blank = not line.strip()
    if lines:
        yield _unquoted(lines)


def _unquoted(lines: list[bytes]) -> bytes:
    return _QUOTED_FROM.sub(rb"\1", b"".join(lines))
