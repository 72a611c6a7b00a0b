"""Pictures, and the pages of scans: their pixels. Runs behind the walls."""

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

_FORMATS = frozenset({b"bmp", b"jpeg", b"png", b"tiff", b"webp"})  # what we call an image
_MAX_DECODED = 384  # MiB that a picture may take before it is scaled; 100 megapixels
_MAX_PAGES = 1_000


def load_formats() -> None:
    """Load what reads pictures, and set the limits on them; once for a process."""
    QImageReader.setAllocationLimit(_MAX_DECODED)
    QImageReader.supportedImageFormats()


class PicturePages:
    """An open picture, or several in one file; one thread may call it, in a process of its own."""

    def __init__(self, file: BinaryIO) -> None:
        """Read a file.

        Raises:
            ReadError: it is too large, or no picture.
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
        """The width and height of a picture in pixels, and the pixels, as `Drawn` has them.

        It is never wider than it is by itself.

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
        """Nothing: it is not known where text stands on a picture."""
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
    """The size to read a picture in, before it is turned as its camera was held."""
    seen = size.transposed() if turned else size
    most = min(width, MAX_WIDTH, seen.width())
    area = MAX_BYTES / BYTES_PER_PIXEL
    scale = min(most / seen.width(), math.sqrt(area / (seen.width() * seen.height())))
    scaled = QSize(max(1, int(seen.width() * scale)), max(1, int(seen.height() * scale)))
    return scaled.transposed() if turned else scaled


def _pixels(image: QImage) -> tuple[int, int, bytes]:
    """What is seen through is white behind."""
    opaque = QImage(image.size(), QImage.Format.Format_RGBX8888)
    opaque.fill(QColor("white"))
    painter = QPainter(opaque)
    painter.drawImage(0, 0, image)
    painter.end()
    return opaque.width(), opaque.height(), bytes(opaque.constBits())
