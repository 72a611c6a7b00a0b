"""Mailboxes: one document for each message."""

import io

import pytest

from alcove.documents.formats import Format
from alcove.documents.readers.mail import mbox
from alcove.documents.readers.registry import read
from alcove.errors import ReadError, Reason

FROM = b"From ann@x.org Mon Jan  1 10:00:00 2024\n"
ENCRYPTED = b"Subject: Secret\nContent-Type: multipart/encrypted; boundary=x\n\nMIIB\n\n"


def test_each_message_is_a_document() -> None:
    data = (
        FROM + b"Subject: One\n\nFrom here on\n\n>From the start\n>>From quoted\n\n"
        + FROM + b"Subject: Two\r\n\r\nBody\r\n\r\n"
        + FROM + ENCRYPTED
        + FROM + b"\n"
    )  # fmt: skip
    documents = read(io.BytesIO(data), Format.MBOX)
    assert [(document.title, document.text) for document in documents] == [
        ("One", "Subject: One\n\nFrom here on\n\nFrom the start\n>From quoted"),
        ("Two", "Subject: Two\n\nBody"),
        ("Secret", "Subject: Secret"),
    ]


def test_a_mailbox_without_messages_has_no_text() -> None:
    with pytest.raises(ReadError) as caught:
        read(io.BytesIO(b"\n"), Format.MBOX)
    assert caught.value.reason is Reason.NO_TEXT


def test_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mbox, "MAX_MAILBOX_TEXT", 30)
    message = FROM + b"Subject: One\n\nwords\n\n"
    assert len(read(io.BytesIO(message), Format.MBOX)) == 1
    with pytest.raises(ReadError) as caught:
        read(io.BytesIO(message * 2), Format.MBOX)
    assert caught.value.reason is Reason.TOO_LARGE
