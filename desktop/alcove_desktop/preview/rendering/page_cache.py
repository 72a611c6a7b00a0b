"""Cache of recently drawn pages, least recently used first out."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtGui import QImage

_MAX_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class CachedPage:
    """A page without marks, and the number of pages in its file."""

    image: QImage
    pages: int


class PageCache:
    """The most recently used pages, up to 64 MiB. For use by one thread."""

    def __init__(self) -> None:
        self._pages: OrderedDict[object, CachedPage] = OrderedDict()
        self._bytes = 0

    def get(self, key: object) -> CachedPage | None:
        """Return the page stored under a key; None if it is not cached."""
        if key in self._pages:
            self._pages.move_to_end(key)
        return self._pages.get(key)

    def keep(self, key: object, page: CachedPage) -> None:
        """Store a page, evicting the least recently used ones beyond 64 MiB."""
        self._pages[key] = page
        self._bytes += page.image.sizeInBytes()
        while self._bytes > _MAX_BYTES and len(self._pages) > 1:
            _, oldest = self._pages.popitem(last=False)
            self._bytes -= oldest.image.sizeInBytes()
