"""From bytes to text: the encodings that people's files have, without ever guessing wildly."""

import codecs
import re

import chardet

from alcove.errors import ReadError, Reason

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16  # bytes that the detector sees: more is slower and no better
# Below this the detector is guessing between the encodings of Western Europe (seen: 0.03 to 0.10
# for a wrong answer on a sentence, 0.2 to 0.6 for a right one, down to .04 for Japanese).
_CONFIDENT = 0.15
_MULTI_BYTE = re.compile(r"cp932|shift_jis|gb|big5|cp949|euc|iso-2022|hz|johab", re.IGNORECASE)
_CONTROLS = re.compile("[\0-\x08\x0e-\x1a]")
_NOT_WORDS = re.compile(rb"[^A-Za-z\x80-\xff]+")


def decode(data: bytes, declared: str | None = None) -> str:
    """Turn a file's bytes into text, line ends made one kind; see `decode_verbatim`."""
    return normalise_newlines(decode_verbatim(data, declared))


def normalise_newlines(text: str) -> str:
    """Give every line the same end, so that line numbers are those of the file."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode_verbatim(data: bytes, declared: str | None = None) -> str:
    """Turn a file's bytes into text.

    A byte order mark decides; then UTF-8 if all of it is; then UTF-16 without a mark, by its
    zeros; then what the document declares; then a detector for the encodings of old files.

    Args:
        data: the whole file.
        declared: the encoding that the document itself names, if any.

    Raises:
        ReadError: the bytes are not text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _cleaned(data[len(mark) :].decode(encoding, "replace"))
    encoding = _zeros_tell(data) if b"\0" in data else ""
    if encoding:
        return _cleaned(data.decode(encoding, "replace"))
    try:
        return _cleaned(data.decode("utf-8"))
    except UnicodeDecodeError:
        broken = data[:_SAMPLE].decode("utf-8", "replace")
    if _is_mostly_utf8(broken):
        return _cleaned(data.decode("utf-8", "replace"))
    return _cleaned(_decode_legacy(data, declared))


def _decode_legacy(data: bytes, declared: str | None) -> str:
    for encoding in (declared, _detected(data)):
        try:
            return data.decode(encoding or "")
        except (LookupError, ValueError):
            continue  # an unknown name, or not all of the file: the next guess
    return data.decode("cp1252", "replace")


def _detected(data: bytes) -> str:
    """Name the likeliest legacy encoding; Western European unless there is a good reason."""
    sample = data[:_SAMPLE]
    letters = _NOT_WORDS.sub(b"", sample)
    found = chardet.detect(sample)
    encoding = found["encoding"] or "cp1252"
    foreign = sum(byte > 127 for byte in letters) > 0.4 * len(letters)
    if foreign or _MULTI_BYTE.match(encoding) or (found["confidence"] or 0) >= _CONFIDENT:
        return encoding
    return "cp1252"


def _is_mostly_utf8(decoded: str) -> bool:
    """Whether a text decoded with replacements is UTF-8 with a few broken bytes in it."""
    broken = decoded.count("\N{REPLACEMENT CHARACTER}")
    foreign = len(re.sub("[\0-\x7f]+", "", decoded))
    return broken * 3 < foreign


def _zeros_tell(data: bytes) -> str:
    """Recognise UTF-16 without a mark by where its zeros are; refuse what is no text.

    Raises:
        ReadError: there are zeros, and not where UTF-16 has them.
    """
    sample = data[:_SAMPLE]
    half = max(1, len(sample) // 2)
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    fewest, most = 0.4 * half, 0.05 * half
    encoding = "utf-16-le" if odd > fewest and even < most else ""
    encoding = "utf-16-be" if even > fewest and odd < most else encoding
    if encoding and len(data) % 2 == 0 and not _CONTROLS.search(sample.decode(encoding, "replace")):
        return encoding
    raise ReadError(Reason.BINARY, "It contains bytes that do not occur in text.")


def _cleaned(text: str) -> str:
    """Drop what neither SQLite nor JSON can carry: zeros and halves of surrogate pairs."""
    text = text.replace("\0", "")
    return text if text.isascii() else re.sub("[\ud800-\udfff]", "", text)
