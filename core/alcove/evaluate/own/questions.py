"""Turn the user's judgments into a labelled set over the library as it is now.

A document that was never opened or marked counts as not relevant, as in every labelled set. This
favours the search whose results were opened.
"""

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime

from alcove.index.at_path import has_text, is_held
from alcove.index.opening import open_reader
from alcove.library import Library
from alcove.library.judgments import document_at
from alcove.personal.judgments import Grade, JudgedDocument, Judgment
from alcove.search import Hit
from alcove.search.question.parsing import parse
from alcove.search.question.query import Query, QueryContext, QueryError, with_links_resolved

GONE = "judgments of documents that are gone"
NO_QUERY = "questions that are no queries any more"
UNANSWERED = "questions that no document answers"


@dataclass(frozen=True, slots=True)
class OwnQuestions:
    """The user's questions and judgments; valid while `own_questions` keeps the index open.

    A document is identified by its content, so that it counts after a move. If the content is gone,
    it is identified by its path, so that it counts after an edit. A mailbox counts as one document.

    Attributes:
        queries: id → question as typed; only those with a relevant document.
        meant: question as typed → the query as parsed when it was last judged (“today” is that
            day).
        judgments: id → key of a document → grade; > 0 is relevant.
        left_out: reason in words → number of entries left out for it, > 0.
        keys_of: hit → its keys in this library, that of its own file first.
    """

    queries: Mapping[str, str]
    meant: Mapping[str, Query]
    judgments: Mapping[str, Mapping[str, int]]
    left_out: Mapping[str, int]
    keys_of: Callable[[Hit], tuple[str, ...]]

    def fingerprint(self) -> str:
        """Return the SHA-256 in hex of the questions and grades, which does not reveal the text."""
        judged = sorted(
            (query, sorted(self.judgments[id_].values())) for id_, query in self.queries.items()
        )
        return hashlib.sha256(repr(judged).encode()).hexdigest()


@contextmanager
def own_questions(library: Library) -> Iterator[OwnQuestions]:
    """Open the index and look up the judged documents in it.

    Raises:
        LibraryError: nothing is indexed yet, or the index or the judgments cannot be read.
    """
    with closing(open_reader(library.folder.index)) as connection:
        yield _own_questions(connection, library.judgments())


def _own_questions(connection: sqlite3.Connection, judgments: Sequence[Judgment]) -> OwnQuestions:
    judged, gone = _current_judgments(connection, judgments)
    meant = _meanings(connection, judgments)
    answerable = sorted(query for query in meant if _has_answer(judged[query]))
    left_out = {
        GONE: gone,
        NO_QUERY: len(judged) - len(meant),
        UNANSWERED: len(meant) - len(answerable),
    }
    return OwnQuestions(
        queries={str(number): query for number, query in enumerate(answerable, 1)},
        meant=meant,
        judgments={
            str(number): {key: int(judgment.grade) for key, judgment in judged[query].items()}
            for number, query in enumerate(answerable, 1)
        },
        left_out={what: number for what, number in left_out.items() if number},
        keys_of=lambda hit: _keys_of(connection, hit),
    )


def _current_judgments(
    connection: sqlite3.Connection, judgments: Iterable[Judgment]
) -> tuple[dict[str, dict[str, Judgment]], int]:
    """Return question → document key → judgment that counts; count judgments of gone documents."""
    judged: dict[str, dict[str, Judgment]] = defaultdict(dict)
    gone = 0
    for judgment in sorted(judgments, key=lambda one: one.rank):  # the strongest come last
        key = _current_key(connection, judgment.document)
        judged[judgment.query] |= {key: judgment} if key else {}
        gone += key is None
    return judged, gone


def _meanings(connection: sqlite3.Connection, judgments: Iterable[Judgment]) -> dict[str, Query]:
    """Return each question parsed as of its last judgment, if it is still valid."""
    meant = {}
    for judgment in sorted(judgments, key=lambda one: one.at):
        then = datetime.fromtimestamp(judgment.at).astimezone()
        with suppress(QueryError):
            around = replace(QueryContext.here(), now=then)
            meant[judgment.query] = with_links_resolved(parse(judgment.query, around=around))
    return {typed: query for typed, query in meant.items() if _can_be_asked(connection, query)}


def _can_be_asked(connection: sqlite3.Connection, query: Query) -> bool:
    """Return whether the file of `similar:`, if any, still has text."""
    return query.similar is None or has_text(connection, query.similar)


def _has_answer(judgments: Mapping[str, Judgment]) -> bool:
    return any(judgment.grade is not Grade.NOT_THIS for judgment in judgments.values())


def _current_key(connection: sqlite3.Connection, document: JudgedDocument) -> str | None:
    """Return a judged document's key: by content if a file has it, else of what is at its path."""
    if is_held(connection, document.sha256, document.format):
        return _key(document)
    current = document_at(connection, document.path)
    return _key(current) if current else None


def _keys_of(connection: sqlite3.Connection, hit: Hit) -> tuple[str, ...]:
    """Return the keys of a hit; a file that vanished meanwhile gets a unique key by its path."""
    paths = (hit.path, *hit.copies, *hit.versions)
    documents = (document_at(connection, path) or JudgedDocument(path) for path in paths)
    return tuple(dict.fromkeys(map(_key, documents)))


def _key(document: JudgedDocument) -> str:
    if document.sha256 is None:
        return f"file {document.path.hex()}"
    return f"{document.sha256.hex()} {document.format}"
