"""Read a mail message: the headers that people search for, the body as shown, attachment names."""

import email
import email.errors
import email.header
import email.policy
import re
from collections.abc import Iterator
from contextlib import suppress
from email.message import Message

from alcove.documents.readers.builder import DocumentBuilder
from alcove.documents.readers.decoding import decode
from alcove.documents.readers.web.html_text import add_html
from alcove.errors import ReadError, Reason
from alcove.records import Document

_SHOWN = ("Subject", "From", "To", "Cc", "Date")
_ENCRYPTED = frozenset({"multipart/encrypted", "application/pgp-encrypted"})
_PKCS7 = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_APPLE = re.compile(rb"(\d{1,9})\s*\n")  # Apple Mail puts the length in bytes before a message
_MAX_NESTING = 10  # messages inside messages


def read_mail(data: bytes) -> Document:
    """Read one message.

    Raises:
        ReadError: the message is encrypted or empty.
    """
    message = _parsed(data)
    if is_encrypted(message):
        raise ReadError(Reason.ENCRYPTED, "It is an encrypted message.")
    return document_of(message)


def _parsed(data: bytes) -> Message:
    """Parse a message, even one saved as UTF-16 or after blank lines."""
    if b"\0" in data[:64] or not data[:1].isascii():
        data = decode(data).encode("utf-8")
    data = data.lstrip()
    if counted := _APPLE.match(data):
        data = data[counted.end() : counted.end() + int(counted[1])]
    return email.message_from_bytes(data, policy=email.policy.compat32)


def is_encrypted(message: Message) -> bool:
    """Return whether the body cannot be read without a key; a signature alone hides nothing."""
    kind = message.get_content_type()
    smime = message.get_param("smime-type", "enveloped-data")
    return kind in _ENCRYPTED or (kind in _PKCS7 and smime != "signed-data")


def document_of(message: Message) -> Document:
    """Convert a parsed message into a document; of an encrypted one, only the headers.

    Raises:
        ReadError: the message is empty.
    """
    builder = DocumentBuilder()
    for name in _SHOWN:
        value = _header(message, name)
        if value:
            builder.add(f"{name}: {value}", gap="\n")
    builder.end_block()
    if not is_encrypted(message):
        _add_body(builder, message)
    for name in _attachments(message):
        builder.add(f"Attachment: {name}", gap="\n")
    return builder.build(_header(message, "Subject"))


def _header(message: Message, name: str) -> str:
    raw = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    return _decoded_words(raw)


def _decoded_words(raw: str) -> str:
    """Decode =?...?= words, and the raw bytes that old programs put into headers."""
    text = decode(raw.encode("utf-8", "surrogateescape"))
    # A header in an unknown encoding is shown as it stands.
    with suppress(LookupError, ValueError, email.errors.HeaderParseError):
        text = str(email.header.make_header(email.header.decode_header(text)))
    return " ".join(text.split())


def _add_body(builder: DocumentBuilder, message: Message, depth: int = 0) -> None:
    """Add the parts that a mail program shows; prefer plain text to HTML."""
    kind = message.get_content_type()
    if message.is_multipart() and depth < _MAX_NESTING:
        parts = [part for part in message.get_payload() if isinstance(part, Message)]
        for part in _preferred(parts) if kind == "multipart/alternative" else parts:
            _add_body(builder, part, depth + 1)
    elif kind == "text/html" and not _is_attachment(message):
        add_html(builder, _payload(message))
    elif kind.startswith("text/") and not _is_attachment(message):
        builder.add(_payload(message))


def _preferred(parts: list[Message]) -> list[Message]:
    for content_type in ("text/plain", "multipart", "text/html"):
        for part in parts:
            if part.get_content_type().startswith(content_type) and part.get_payload():
                return [part]
    return parts


def _payload(part: Message) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    # "-i" and "-e" only tell in which direction Hebrew and Arabic are stored.
    charset = re.sub(r"(?i)(iso-8859-[68])-[ie]$", r"\1", part.get_content_charset() or "")
    return decode(data, charset or None)


def _is_attachment(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _attachments(message: Message) -> Iterator[str]:
    for part in message.walk():
        if name := part.get_filename():
            yield _decoded_words(name)
