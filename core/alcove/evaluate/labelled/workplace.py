"""Provide the directory that an evaluation indexes in: temporary, or kept for reuse."""

import json
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alcove.errors import AlcoveError
from alcove.evaluate.display import ProgressDisplay
from alcove.evaluate.labelled.corpus import write_corpus
from alcove.evaluate.labelled.dataset import Dataset

_STAMP = "evaluation.json"
_VERSION = 1  # of the format in which documents are written as files


@contextmanager
def workplace(dataset: Dataset, keep: Path | None) -> Iterator[Path]:
    """Yield a directory for documents and libraries that only the user can read.

    Args:
        dataset: the set to write there.
        keep: the directory to use and keep; None for a temporary one, removed at the end.

    Raises:
        AlcoveError: `keep` holds something else, or other documents.
    """
    if keep is None:
        with tempfile.TemporaryDirectory(
            prefix="alcove-evaluate-", ignore_cleanup_errors=True
        ) as folder:
            yield Path(folder).resolve()
        return
    try:
        keep.mkdir(mode=0o700, parents=True, exist_ok=True)
        _claim(keep, {"version": _VERSION, "documents": dataset.fingerprint()})
    except OSError as error:
        raise AlcoveError(f"{keep} cannot be used: {error.strerror}") from error
    yield keep.resolve()


def documents_in(
    work: Path, dataset: Dataset, display: ProgressDisplay, cancel: threading.Event
) -> Path:
    """Return the directory with all documents as files; write them unless an earlier run did.

    Raises:
        Cancelled: `cancel` was set.
    """
    folder, part = work / "documents", work / "documents.part"
    if not folder.exists():
        part.mkdir(mode=0o700, exist_ok=True)
        with display.counting("Writing documents", len(dataset.documents)) as progress:
            write_corpus(dataset.folder, part, progress=progress, cancel=cancel)
        part.rename(folder)
    return folder


def _claim(folder: Path, stamp: dict[str, object]) -> None:
    file = folder / _STAMP
    if not any(folder.iterdir()):
        file.write_text(json.dumps(stamp), encoding="utf-8")
    elif not file.is_file():
        raise AlcoveError(
            f"{folder} holds something else",
            advice="Name an empty folder, or one that alcove evaluate --keep has made.",
        )
    elif _read(file) != stamp:
        raise AlcoveError(
            f"{folder} was made for another set of documents",
            advice="Keep each set in a folder of its own, or delete this one.",
        )


def _read(file: Path) -> object:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        return None
