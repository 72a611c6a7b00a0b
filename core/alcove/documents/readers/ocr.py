"""Find Tesseract's language data; only with it can text in pictures be read (OCR)."""

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

    The environment variable `TESSDATA_PREFIX` names the folder if it is set.
    """
    folder = next(data_folders(), None)
    names = (file.stem for file in folder.glob("*.traineddata")) if folder else ()
    return tuple(sorted(set(names) - _NO_LANGUAGE))


def data_folders() -> Iterator[Path]:
    """Yield the folders with language data, the most likely first."""
    prefix = os.environ.get("TESSDATA_PREFIX")
    candidates = [Path(prefix), Path(prefix, "tessdata")] if prefix else _default_folders()
    for folder in candidates:
        if any(folder.glob("*.traineddata")):
            yield folder


def _default_folders() -> Iterator[Path]:
    for pattern in _FOLDERS:
        root = Path(Path(pattern).anchor)
        if root.is_dir():
            yield from sorted(root.glob(str(Path(pattern).relative_to(root))), reverse=True)
