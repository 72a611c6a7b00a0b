"""Detect a file's true format by its contents; refuse encrypted files and zip bombs."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from alcove.documents.formats import HEAD_SIZE, Format, sniff
from alcove.errors import ReadError, Reason

MAX_EXPANSION = 100  # times the file's own size; the densest of our 350 documents expands 23 times
ALWAYS_ALLOWED = 50 << 20  # bytes, unpacked: no zip bomb is smaller

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCAL_HEADER = 30  # bytes, before the name and the extra field
_STEP = 1 << 18

# Streams that identify the format of an OLE container. Older programs embed such containers in
# others, so a file may hold streams of several formats.
_OLE_STREAMS = {
    Format.DOC: ("WordDocument",),
    Format.MSG: ("__properties_version1.0",),
    Format.PPT: ("PowerPoint Document",),
    Format.XLS: ("Workbook", "Book"),
}
_ZIP_MEMBERS = {
    Format.DOCX: "word/",
    Format.EPUB: "META-INF/container.xml",
    Format.PPTX: "ppt/",
    Format.XLSX: "xl/",
}
_ODF_KINDS = {"text": Format.ODT, "spreadsheet": Format.ODS, "presentation": Format.ODP}
_CONTAINERS = frozenset(
    {*_OLE_STREAMS, *_ZIP_MEMBERS, *_ODF_KINDS.values(), Format.RTF, Format.PDF}
)
_TEXTS = frozenset({Format.HTML, Format.RTF, Format.TXT, Format.XML, Format.PDF, Format.MBOX})
_LOCKED_BOOK = re.compile(rb"URI=\"[^\"]+\.x?html?\"", re.IGNORECASE)


def true_format(data: bytes, format_: Format) -> Format:
    """Return the format of the bytes; `format_` unless it is plain that the name misleads.

    Raises:
        ReadError: the file is encrypted or damaged, or would expand too much.
    """
    if data.startswith(_ZIP):
        return _inside_zip(data, format_)
    if data.startswith(_OLE):
        return _inside_ole(data, format_)
    if b"%PDF-" in data[:1024] and format_ is not Format.MBOX:
        return Format.PDF if format_ in _CONTAINERS or data.startswith(b"%PDF-") else format_
    if format_ in _CONTAINERS:
        sniffed = sniff(data[:HEAD_SIZE])
        return sniffed if sniffed in _TEXTS else format_
    return Format.RTF if data.startswith(b"{\\rtf") and format_ is not Format.EML else format_


def _inside_ole(data: bytes, format_: Format) -> Format:
    def has_stream(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if has_stream("EncryptedPackage"):
        raise ReadError(Reason.ENCRYPTED, "It is protected by a password.")
    kinds = [kind for kind, names in _OLE_STREAMS.items() if any(map(has_stream, names))]
    return format_ if format_ in kinds or not kinds else kinds[0]


def _inside_zip(data: bytes, format_: Format) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_bombs(data, archive)
            _refuse_locked(archive)
            return _kind_of(archive) or format_
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, ValueError, EOFError):
        raise ReadError(Reason.DAMAGED, "It is cut off or damaged.") from None


def _kind_of(archive: zipfile.ZipFile) -> Format | None:
    names = archive.namelist()
    for kind, mark in _ZIP_MEMBERS.items():
        if any(name.startswith(mark) for name in names):
            return kind
    declared = archive.read("mimetype").decode("ascii", "replace") if "mimetype" in names else ""
    return _ODF_KINDS.get(declared.strip().removesuffix("-template").rpartition(".")[2])


def _refuse_bombs(data: bytes, archive: zipfile.ZipFile) -> None:
    """Refuse an archive that expands too much.

    Unpacks every member without keeping it: the sizes that a zip bomb declares are false.
    """
    allowed = max(ALWAYS_ALLOWED, MAX_EXPANSION * len(data))
    for member in archive.infolist():
        for size in _unpacked_sizes(data, member):
            allowed -= size
            if allowed < 0:
                raise ReadError(
                    Reason.EXPANDS_TOO_MUCH,
                    f"Unpacked, it would be more than {MAX_EXPANSION} times as large.",
                )


def _unpacked_sizes(data: bytes, member: zipfile.ZipInfo) -> Iterator[int]:
    """Yield the true sizes, in bytes, of the pieces that a member unpacks into."""
    header = data[member.header_offset : member.header_offset + _LOCAL_HEADER]
    name, extra = (int.from_bytes(header[at : at + 2], "little") for at in (26, 28))
    start = member.header_offset + _LOCAL_HEADER + name + extra
    if member.compress_type != zipfile.ZIP_DEFLATED:
        yield member.compress_size
        return
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    while not inflate.eof:
        piece = inflate.unconsumed_tail
        if not piece:
            piece = data[start : start + _STEP]
            start += _STEP
        if not piece:
            return  # truncated: the format's reader reports it
        yield len(inflate.decompress(piece, _STEP))


def _refuse_locked(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    names = {member.filename for member in members}
    locked = any(member.flag_bits & 1 for member in members)
    if not locked and "META-INF/manifest.xml" in names:
        locked = b"encryption-data" in archive.read("META-INF/manifest.xml")
    if not locked and "META-INF/encryption.xml" in names:
        locked = bool(_LOCKED_BOOK.search(archive.read("META-INF/encryption.xml")))
    if locked:
        raise ReadError(Reason.ENCRYPTED, "It is protected by a password or by rights management.")
