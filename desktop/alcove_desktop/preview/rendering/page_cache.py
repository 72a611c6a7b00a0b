"""Pages that were drawn a moment ago, so that going back to one takes no time."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtGui import QImage

_MAX_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class CachedPage:
    """A page without marks, and how many pages its file has."""

    image: QImage
    pages: int


class PageCache:
    """The pages that were used last, up to 64 MB of them; one thread may call it."""

    def __init__(self) -> None:
        self._pages: OrderedDict[object, CachedPage] = OrderedDict()
        self._bytes = 0

    def get(self, key: object) -> CachedPage | None:
        """The page that was kept under a key, if it is still here."""
        if key in self._pages:
            self._pages.move_to_end(key)
        return self._pages.get(key)

    def keep(self, key: object, page: CachedPage) -> None:
        """Keep a page, in place of those that were not asked for longest."""
        self._pages[key] = page
        self._bytes += page.image.sizeInBytes()
        while self._bytes > _MAX_BYTES and len(self._pages) > 1:
            _, oldest = self._pages.popitem(last=False)
            self._bytes -= oldest.image.sizeInBytes()
