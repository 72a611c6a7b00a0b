"""Whether text in pictures can be read on this machine: only where Tesseract's data is."""

import os
from collections.abc import Iterator
from pathlib import Path

_NO_LANGUAGE = frozenset({"osd", "equ", "snum"})  # orientation, formulas, digits
_FOLDERS = (
    "/usr/share/tesseract-ocr/*/tessdata",
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "C:/Program Files/Tesseract-OCR/tessdata",
)


def ocr_languages() -> tuple[str, ...]:
    """Return Tesseract's installed languages, such as "eng"; empty means no OCR.

    `TESSDATA_PREFIX` names the folder where it is set.
    """
    folder = next(data_folders(), None)
    names = (file.stem for file in folder.glob("*.traineddata")) if folder else ()
    return tuple(sorted(set(names) - _NO_LANGUAGE))


def data_folders() -> Iterator[Path]:
    """Yield the folders with language data, the likeliest first."""
    stated = os.environ.get("TESSDATA_PREFIX")
    candidates = [Path(stated), Path(stated, "tessdata")] if stated else _usual()
    for folder in candidates:
        if any(folder.glob("*.traineddata")):
            yield folder


def _usual() -> Iterator[Path]:
    for pattern in _FOLDERS:
        root = Path(Path(pattern).anchor)
        if root.is_dir():
            yield from sorted(root.glob(str(Path(pattern).relative_to(root))), reverse=True)
