"""Store relevance judgments: for a query, the document that the user marked or opened."""

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
    """Store that a file is, or is not, the answer to a query; replace an earlier mark.

    Args:
        library: the library.
        query: as typed.
        path: absolute, of a file in the library.
        right: whether the file is the answer.
        part: the number of the message in a mailbox; None for the whole file.

    Raises:
        AlcoveError: the query is empty, or not valid Unicode.
        LibraryError: the file is not in this library.
    """
    grade = Grade.THIS_WAS_IT if right else Grade.NOT_THIS
    judgment = Judgment(_question(query), _document(library, path, part), grade, time.time())
    judgments.add(library.personal, judgment)
    return judgment


def note_opened(
    library: LibraryFolder, query: str, path: bytes, *, part: int | None = None
) -> bool:
    """Store that a file was opened from the hits of a query, if the user's settings allow it.

    Writes durably (tens of milliseconds): too long for the GUI thread.

    Args:
        library: the library.
        query: as typed.
        path: absolute, of a file in the library.
        part: the number of the message in a mailbox; None for the whole file.

    Returns:
        Whether it was stored: False if the setting is off or the query is empty.

    Raises:
        AlcoveError: the query is not valid Unicode.
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
    """Return the document that the index has for a path; None if it has none."""
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
