"""Estimate the seconds until a folder's documents can be found by words, and by meaning."""

from collections.abc import Mapping
from dataclasses import dataclass

from alcove.documents.readers.ocr import ocr_languages
from alcove.library.new_folders.folder_size import FolderSize

PASSAGES_A_SECOND = 60.0
"""Assumed before anything was encoded: the bundled model on two cores of a laptop, in float32."""

_SECONDS_A_FILE, _SECONDS_A_PASSAGE, _SECONDS_A_BYTE = 0.0048, 0.00041, 0.19e-6
"""Of `alcove index` on two cores until all was searchable by words, fitted to three trees: 751 text
files (14 MB, 21,400 passages) took 15.0 s, 375 documents of all kinds (42 MB, 8,000 passages)
12.9 s, 2,250 short notes (0.3 MB) 11.8 s."""

# Bytes of a file for each of its passages under the bundled model, all passages of a format
# together: 1,150 files of two parser projects' test suites, of a software project's documentation
# and of public web pages, 45 MB. A format with fewer than five files there has the figure of a
# similar format.
_TEXT, _OFFICE = 650, 8_000
_BYTES_A_PASSAGE: Mapping[str, int] = {
    "doc": 10_900,
    "docx": 2_200,
    "eml": 13_800,  # most of it attachments
    "epub": 4_300,
    "html": 5_000,
    "image": 104_000,
    "json": 900,
    "mbox": 13_800,
    "msg": 13_700,
    "odp": 95_000,
    "ods": _OFFICE,
    "odt": _OFFICE,
    "pdf": 8_600,
    "ppt": 95_000,
    "pptx": 95_000,
    "rtf": _OFFICE,
    "xls": _OFFICE,
    "xlsx": _OFFICE,
    "xml": 2_000,
}


@dataclass(frozen=True, slots=True)
class FolderEstimate:
    """The estimated size and duration of indexing a folder.

    Attributes:
        passages: number of passages that its documents will be split into.
        words_after: seconds until all of them can be found by words.
        meaning_after: seconds until all of them can be found by meaning.
    """

    passages: int
    words_after: float
    meaning_after: float


def estimate(size: FolderSize, rate: float | None = None) -> FolderEstimate:
    """Estimate the time to index a folder; it often takes half of that, or twice as long.

    Args:
        size: from `measure_folder`.
        rate: passages per second that this computer has encoded; None before the first.
    """
    seen = {type_: size.bytes_by_type.get(type_, 0) for type_ in size.by_type}
    if not ocr_languages():
        seen.pop("image", None)
    passages = sum(
        max(size.by_type[type_], round(bytes_ / _BYTES_A_PASSAGE.get(type_, _TEXT)))
        for type_, bytes_ in seen.items()
    )
    words_after = (
        size.documents * _SECONDS_A_FILE
        + passages * _SECONDS_A_PASSAGE
        + size.bytes * _SECONDS_A_BYTE
    )
    return FolderEstimate(
        passages, words_after, words_after + passages / (rate or PASSAGES_A_SECOND)
    )
