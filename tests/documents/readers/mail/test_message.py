"""Mail messages: the text that a person would search for, without transport headers."""

import pytest
from tests.documents.conftest import read_one

from alcove.documents.formats import Format
from alcove.errors import ReadError, Reason

LINES = "Subject: Lunch\nFrom: Ann <ann@x.org>\nTo: bob@y.org\nDate: Mon, 1 Jan 2024\n"
HEAD = b"Received: by hop\n" + LINES.encode()
SHOWN = LINES + "\n"
PARTS = b"Content-Type: multipart/%s; boundary=b\n\n--b\n%s\n--b\n%s\n--b--\n"


def mail(kind: bytes, first: bytes, second: bytes) -> bytes:
    return HEAD + PARTS % (kind, first, second)


def test_a_plain_message() -> None:
    document = read_one(HEAD + b"\nAt noon?\n", Format.EML)
    assert document.text == SHOWN + "At noon?"
    assert document.title == "Lunch"


def test_plain_text_is_preferred_to_html() -> None:
    html = b"Content-Type: text/html\n\n<p>As HTML</p>"
    plain = b"Content-Type: text/plain\n\nAs text"
    assert read_one(mail(b"alternative", html, plain), Format.EML).text == SHOWN + "As text"


def test_html_alone_is_read() -> None:
    data = HEAD + b"Content-Type: text/html; charset=latin-1\n\n<p>Gr\xfc\xdfe</p><p>Ann</p>"
    assert read_one(data, Format.EML).text == SHOWN + "Grüße\n\nAnn"


def test_attachments_are_named() -> None:
    note = b"Content-Type: text/plain\n\nSee there."
    plan = (
        b'Content-Type: text/plain\nContent-Disposition: attachment; filename="plan.txt"\n\nSecret'
    )
    document = read_one(mail(b"mixed", note, plan), Format.EML)
    assert document.text == SHOWN + "See there.\n\nAttachment: plan.txt"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        (b"=?utf-8?b?w5xiZXIgdW5z?=", "Über uns"),
        (b"=?no-such?q?x?= words", "=?no-such?q?x?= words"),
        (b"re-entry", "re-entry"),
        (b"\xc3\x9cber uns", "Über uns"),
        ("Über die schöne Straße".encode("latin-1"), "Über die schöne Straße"),
    ],
)
def test_the_subject_is_decoded(subject: bytes, title: str) -> None:
    assert read_one(b"Subject: " + subject + b"\n\nText", Format.EML).title == title


@pytest.mark.parametrize("charset", [b"iso-8859-8-i", b"iso-8859-8", b"windows-1255"])
def test_hebrew_is_decoded_as_declared(charset: bytes) -> None:
    body = "שלום".encode("iso-8859-8")
    data = b"Subject: x\nContent-Type: text/plain; charset=" + charset + b"\n\n" + body
    assert read_one(data, Format.EML).text.endswith("שלום")


def test_a_message_saved_as_utf16_is_read() -> None:
    assert read_one((HEAD + b"\nAt noon?").decode().encode("utf-16"), Format.EML).title == "Lunch"


def test_apple_mails_length_prefix_is_skipped() -> None:
    message = HEAD + b"\nAt noon?"
    data = b"%d\n" % len(message) + message + b"<?xml?><plist/>"
    assert read_one(data, Format.EML).text == SHOWN + "At noon?"


@pytest.mark.parametrize(
    "kind",
    [b"multipart/encrypted; boundary=x", b"application/pkcs7-mime; smime-type=enveloped-data"],
)
def test_an_encrypted_message_is_reported(kind: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read_one(HEAD + b"Content-Type: " + kind + b"\n\nMIIB", Format.EML)
    assert caught.value.reason is Reason.ENCRYPTED


def test_messages_nested_without_end_are_cut_off() -> None:
    nest = b"Content-Type: message/rfc822\n\n" * 50
    assert read_one(HEAD + nest + b"\nInnermost", Format.EML).text == SHOWN.strip()
