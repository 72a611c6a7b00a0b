"""Detect the encoding of a text file and decode it, without guessing wildly."""

import codecs
import re

import chardet

from alcove.errors import ReadError, Reason

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16  # bytes that the detector sees: more is slower and no better
# Confidence below which the detector only guesses between the encodings of Western Europe (seen:
# 0.03 to 0.10 for a wrong answer on a sentence, 0.2 to 0.6 for a right one, .04 for Japanese).
_CONFIDENT = 0.15
_MULTI_BYTE = re.compile(r"cp932|shift_jis|gb|big5|cp949|euc|iso-2022|hz|johab", re.IGNORECASE)
_CONTROLS = re.compile("[\0-\x08\x0e-\x1a]")
_NOT_WORDS = re.compile(rb"[^A-Za-z\x80-\xff]+")


def decode(data: bytes, declared: str | None = None) -> str:
    """Decode a file's bytes into text with uniform line ends; see `decode_verbatim`."""
    return normalise_newlines(decode_verbatim(data, declared))


def normalise_newlines(text: str) -> str:
    """Turn every line end into a line feed, so that line numbers match the file."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode_verbatim(data: bytes, declared: str | None = None) -> str:
    """Decode a file's bytes into text; line ends stay.

    A byte order mark decides. Without one: UTF-16 if there are zero bytes, UTF-8 if all or nearly
    all of it is valid, then the declared encoding, then a detector for legacy encodings.

    Args:
        data: the whole file.
        declared: the encoding that the document itself declares, if any.

    Raises:
        ReadError: the bytes are not text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _cleaned(data[len(mark) :].decode(encoding, "replace"))
    encoding = _utf16_by_zeros(data) if b"\0" in data else ""
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
            continue  # an unknown name, or invalid for part of the file: try the next
    return data.decode("cp1252", "replace")


def _detected(data: bytes) -> str:
    """Return the most likely legacy encoding; Western European unless another is well supported."""
    sample = data[:_SAMPLE]
    letters = _NOT_WORDS.sub(b"", sample)
    detection = chardet.detect(sample)
    encoding = detection["encoding"] or "cp1252"
    foreign = sum(byte > 127 for byte in letters) > 0.4 * len(letters)
    if foreign or _MULTI_BYTE.match(encoding) or (detection["confidence"] or 0) >= _CONFIDENT:
        return encoding
    return "cp1252"


def _is_mostly_utf8(decoded: str) -> bool:
    """Return whether text decoded with replacements is UTF-8 with a few broken bytes."""
    broken = decoded.count("\N{REPLACEMENT CHARACTER}")
    foreign = len(re.sub("[\0-\x7f]+", "", decoded))
    return broken * 3 < foreign


def _utf16_by_zeros(data: bytes) -> str:
    """Return the UTF-16 variant that the positions of the zero bytes imply.

    Raises:
        ReadError: the zeros are not where UTF-16 has them, so this is not text.
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
    """Remove what neither SQLite nor JSON can store: NUL characters and lone surrogates."""
    text = text.replace("\0", "")
    return text if text.isascii() else re.sub("[\ud800-\udfff]", "", text)
