"""Render pictures and the pages of scans. Runs in the sandbox."""

import math
from collections.abc import Sequence
from typing import BinaryIO

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageIOHandler, QImageReader, QPainter

from alcove.documents.formats import Format, size_limit
from alcove.errors import ReadError, Reason
from alcove_desktop.preview.rendering.page_requests import (
    BYTES_PER_PIXEL,
    MAX_BYTES,
    MAX_WIDTH,
    Box,
    TextMark,
)

_FORMATS = frozenset({b"bmp", b"jpeg", b"png", b"tiff", b"webp"})  # those of `Format.IMAGE`
_MAX_DECODED = 384  # MiB of a decoded picture before it is scaled; 100 megapixels
_MAX_PAGES = 1_000


def load_formats() -> None:
    """Load Qt's image plugins and set the memory limit; once for a process."""
    QImageReader.setAllocationLimit(_MAX_DECODED)
    QImageReader.supportedImageFormats()


class PicturePages:
    """A file of one or more pictures. For use by one thread, in a sandboxed process."""

    def __init__(self, file: BinaryIO) -> None:
        """Read a whole file.

        Raises:
            ReadError: it is too large, or not a picture.
        """
        limit = size_limit(Format.IMAGE)
        with file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise ReadError(Reason.TOO_LARGE)
        self._buffer = QBuffer()
        self._buffer.setData(data)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.count = min(max(1, self._reader(0).imageCount()), _MAX_PAGES)

    def draw(self, number: int, width: int) -> tuple[int, int, bytes]:
        """Return a picture's width and height in pixels, and its pixels as in `DrawnPage`.

        The picture is never enlarged.

        Raises:
            ReadError: it is damaged, or takes too much memory.
        """
        reader = self._reader(number)
        if not reader.size().isValid():
            raise ReadError(Reason.DAMAGED)
        turned = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
        reader.setScaledSize(_fitting(reader.size(), width, turned=bool(turned)))
        image = reader.read()
        if image.isNull():
            raise ReadError(Reason.DAMAGED)
        return _pixels(image)

    def boxes(self, number: int, marks: Sequence[TextMark]) -> tuple[tuple[Box, ...], ...]:
        """Return no boxes: positions of text on a picture are unknown."""
        return tuple(() for _ in marks)

    def _reader(self, number: int) -> QImageReader:
        self._buffer.seek(0)
        reader = QImageReader(self._buffer)
        reader.setDecideFormatFromContent(True)
        reader.setAutoTransform(True)
        if bytes(reader.format().data()) not in _FORMATS:
            raise ReadError(Reason.UNKNOWN_FORMAT)
        if number and not reader.jumpToImage(number):
            raise ReadError(Reason.DAMAGED, "It has fewer pages.")
        return reader


def _fitting(size: QSize, width: int, *, turned: bool) -> QSize:
    """Return the size to decode a picture at, before it is rotated by its orientation tag."""
    seen = size.transposed() if turned else size
    most = min(width, MAX_WIDTH, seen.width())
    area = MAX_BYTES / BYTES_PER_PIXEL
    scale = min(most / seen.width(), math.sqrt(area / (seen.width() * seen.height())))
    scaled = QSize(max(1, int(seen.width() * scale)), max(1, int(seen.height() * scale)))
    return scaled.transposed() if turned else scaled


def _pixels(image: QImage) -> tuple[int, int, bytes]:
    """Return width, height and pixels, with a white background behind transparent parts."""
    opaque = QImage(image.size(), QImage.Format.Format_RGBX8888)
    opaque.fill(QColor("white"))
    painter = QPainter(opaque)
    painter.drawImage(0, 0, image)
    painter.end()
    return opaque.width(), opaque.height(), bytes(opaque.constBits())
