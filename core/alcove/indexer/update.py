"""One pass that brings the index up to date: scan, read, follow with words, encode."""

import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from sqlite_utils import Database

from alcove.documents import ocr_languages
from alcove.encoder import PreparedModel, bundled_model, load, prepare
from alcove.errors import Cancelled, Reason
from alcove.index import documents, files, vectors
from alcove.index.words_writer import WordsWriter
from alcove.indexer.encoding import encode_missing
from alcove.indexer.progress import Progress, Stage, Tell, stop_if
from alcove.indexer.reading import read_pending
from alcove.indexer.scanning import scan_folder
from alcove.indexer.splitter import splitter_of
from alcove.settings import LibraryFolder, Settings

_FOLLOW_EVERY = 2.0  # seconds between two commits of the words index while files are read
_READERS = 2


@dataclass(frozen=True, slots=True)
class Report:
    """What a pass did.

    Attributes:
        new: files that the scans found for the first time.
        changed: files with another signature than before.
        gone: files that are no longer there, or no longer wanted.
        read: files that were read, or whose document was already known.
        encoded: passages that got a vector; passages with the same text count once.
        missing: folders that are not there; nothing of them was deleted.
    """

    new: int
    changed: int
    gone: int
    read: int
    encoded: int
    missing: tuple[bytes, ...]


def update(
    library: LibraryFolder,
    db: Database,
    settings: Settings,
    *,
    tell: Tell,
    cancel: threading.Event,
) -> Report:
    """Bring the index up to what is wanted and what is on the disk: words first, then meaning.

    Args:
        library: where everything is kept.
        db: the writer's connection; the caller holds the indexer's lock.
        settings: what the user wants.
        tell: called with the progress of each stage.
        cancel: stops at the next safe point; all that was finished is kept.

    Raises:
        Cancelled: the token was set.
        ModelError: the model is incomplete or altered; words are searchable nevertheless.
    """
    scanned = _scan(library, db, settings, tell, cancel)
    with ThreadPoolExecutor(1) as pool:
        model = pool.submit(prepare, bundled_model(), library.models, cancel=cancel)
        try:
            read = _read(library, db, tell, cancel)
            encoded = _encode(db, model, tell, cancel)
        except Cancelled:
            cancel.set()  # also for the conversion, if it still runs
            raise
    return Report(*scanned[:3], read, encoded, scanned[3])


def _scan(
    library: LibraryFolder,
    db: Database,
    settings: Settings,
    tell: Tell,
    cancel: threading.Event,
) -> tuple[int, int, int, tuple[bytes, ...]]:
    new = changed = 0
    gone = files.remove_unwanted(db, settings.folders)
    missing = []
    for number, folder in enumerate(settings.folders):
        stop_if(cancel)
        tell(Progress(Stage.SCAN, number, len(settings.folders)))
        changes = scan_folder(db, folder, settings.folders, bytes(library.root))
        if changes is None:
            missing.append(folder)
        else:
            new, changed, gone = new + changes.new, changed + changes.changed, gone + changes.gone
    tell(Progress(Stage.SCAN, len(settings.folders), len(settings.folders)))
    return new, changed, gone, tuple(missing)


def _read(library: LibraryFolder, db: Database, tell: Tell, cancel: threading.Event) -> int:
    """Read what waits; the words index follows every few seconds and at the end."""
    words = WordsWriter(library.words)
    followed = time.monotonic()
    ocr = ocr_languages()
    if ocr:
        documents.retry(db, Reason.NEEDS_OCR)  # left over from before Tesseract was installed

    def done(number: int, total: int) -> None:
        nonlocal followed
        tell(Progress(Stage.READ, number, total))
        if time.monotonic() - followed > _FOLLOW_EVERY:
            words.follow(db)
            followed = time.monotonic()

    try:
        read = read_pending(
            db,
            library.index,
            splitter_of(bundled_model()),
            ocr=ocr,
            workers=_READERS,
            done=done,
            cancel=cancel,
        )
        if not cancel.is_set():
            documents.collect_garbage(db)
        words.follow(db)
    finally:
        words.close()
    stop_if(cancel)
    return read


def forget_unwanted(library: LibraryFolder, db: Database, settings: Settings) -> int:
    """Delete all that belongs to no wanted folder, from the database and the words index.

    Returns:
        How many files were forgotten.
    """
    forgotten = files.remove_unwanted(db, settings.folders)
    documents.collect_garbage(db)
    words = WordsWriter(library.words)
    try:
        words.follow(db)
    finally:
        words.close()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return forgotten


def _encode(
    db: Database, preparation: Future[PreparedModel], tell: Tell, cancel: threading.Event
) -> int:
    if not preparation.done():
        tell(Progress(Stage.PREPARE, 0, 1))
    model = preparation.result()
    number = vectors.model_number(db, model.id, model.manifest.name, model.manifest.dimension)
    vectors.activate(db, model.id)
    waiting = vectors.missing(db.conn, number)
    if waiting:
        encoder = load(model)
        encode_missing(
            db,
            encoder,
            number,
            waiting,
            done=lambda n: tell(Progress(Stage.ENCODE, n, len(waiting))),
            cancel=cancel,
        )
    return len(waiting)
