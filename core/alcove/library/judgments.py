"""Which document answered a question: what the user opens or marks, known by its content."""

import sqlite3
import time
from contextlib import closing

from alcove.errors import AlcoveError, LibraryError
from alcove.index.at_path import content_at
from alcove.index.opening import open_reader
from alcove.personal import LibraryFolder, judgments, settings_store
from alcove.personal.judgments import Grade, JudgedDocument, Judgment


def mark(
    library: LibraryFolder, query: str, path: bytes, *, right: bool, part: int | None = None
) -> Judgment:
    """Keep that a file is, or is not, what a question was after; it replaces an earlier mark.

    Args:
        library: the library.
        query: as it was typed.
        path: absolute, of a file in the library.
        right: whether this was it.
        part: the number of the message in a mailbox; None for the whole file.

    Raises:
        AlcoveError: the question is empty, or not valid Unicode.
        LibraryError: the file is not in this library.
    """
    grade = Grade.THIS_WAS_IT if right else Grade.NOT_THIS
    judgment = Judgment(_question(query), _document(library, path, part), grade, time.time())
    judgments.add(library.personal, judgment)
    return judgment


def note_opened(
    library: LibraryFolder, query: str, path: bytes, *, part: int | None = None
) -> bool:
    """Keep that a file was opened from the answer to a question, where the user wants it noted.

    Writes durably (tens of milliseconds): nothing for the thread that draws.

    Args:
        library: the library.
        query: as it was typed.
        path: absolute, of a file in the library.
        part: the number of the message in a mailbox; None for the whole file.

    Returns:
        Whether it was noted: not where the switch is off, nor without a question.

    Raises:
        AlcoveError: the question is not valid Unicode.
        LibraryError: the file is not in this library.
    """
    if not settings_store.load(library.personal).judgments or not query.strip():
        return False
    document = _document(library, path, part)
    opening = Judgment(_question(query), document, Grade.OPENED, time.time())
    judgments.add(library.personal, opening)
    return True


def document_at(
    connection: sqlite3.Connection, path: bytes, part: int | None = None
) -> JudgedDocument | None:
    """What lies at a path as the index knows it; None where it knows no such file."""
    content = content_at(connection, path)
    return JudgedDocument(path, *content, part) if content else None


def _document(library: LibraryFolder, path: bytes, part: int | None) -> JudgedDocument:
    with closing(open_reader(library.index)) as connection:
        document = document_at(connection, path, part)
    if document is None:
        raise LibraryError(
            "that file is not in this library", advice="alcove why FILE says what is in the way."
        )
    return document


def _question(query: str) -> str:
    try:
        query.encode()
    except UnicodeEncodeError as error:  # typed in a terminal with another encoding
        raise AlcoveError("the question is not valid Unicode") from error
    if not query.strip():
        raise AlcoveError("the question is empty", advice="Enter the question as you asked it.")
    return query.strip()
