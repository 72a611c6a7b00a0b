"""The user's own questions as a labelled set: their judgments against the library as it is now.

A document that was never opened or marked counts as none, as in every labelled set: this favours
the search from which results were opened.
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
    """What can be asked and judged; valid as long as `own_questions` keeps the index open.

    A document is known by its content, so that it counts wherever it lies; one whose content is
    gone, by its place, so that it counts after an edit. A mailbox counts as one document.

    Attributes:
        queries: id → question as typed; only those with an answer.
        meant: question as typed → what it meant when it was judged last (“today” was that day).
        judgments: id → key of a document → grade; above 0 is relevant.
        left_out: what cannot be asked or judged → how many; only what there is.
        keys_of: keys of a hit in this library, that of its own file first.
    """

    queries: Mapping[str, str]
    meant: Mapping[str, Query]
    judgments: Mapping[str, Mapping[str, int]]
    left_out: Mapping[str, int]
    keys_of: Callable[[Hit], tuple[str, ...]]

    def fingerprint(self) -> str:
        """The same for the same questions with the same grades; their text cannot be read in it."""
        judged = sorted(
            (query, sorted(self.judgments[id_].values())) for id_, query in self.queries.items()
        )
        return hashlib.sha256(repr(judged).encode()).hexdigest()


@contextmanager
def own_questions(library: Library) -> Iterator[OwnQuestions]:
    """Open the index and find the documents that were judged in it.

    Raises:
        LibraryError: nothing was indexed yet, or the index or the judgments cannot be read.
    """
    with closing(open_reader(library.folder.index)) as connection:
        yield _resolved(connection, library.judgments())


def _resolved(connection: sqlite3.Connection, judgments: Sequence[Judgment]) -> OwnQuestions:
    judged, gone = _judged_now(connection, judgments)
    meant = _meant(connection, judgments)
    answered = sorted(query for query in meant if _has_answer(judged[query]))
    left_out = {
        GONE: gone,
        NO_QUERY: len(judged) - len(meant),
        UNANSWERED: len(meant) - len(answered),
    }
    return OwnQuestions(
        queries={str(number): query for number, query in enumerate(answered, 1)},
        meant=meant,
        judgments={
            str(number): {key: int(one.grade) for key, one in judged[query].items()}
            for number, query in enumerate(answered, 1)
        },
        left_out={what: number for what, number in left_out.items() if number},
        keys_of=lambda hit: _keys_of(connection, hit),
    )


def _judged_now(
    connection: sqlite3.Connection, judgments: Iterable[Judgment]
) -> tuple[dict[str, dict[str, Judgment]], int]:
    """By question, the judgment that counts for each document; and how many have none any more."""
    judged: dict[str, dict[str, Judgment]] = defaultdict(dict)
    gone = 0
    for judgment in sorted(judgments, key=lambda one: one.rank):  # the strongest come last
        key = _key_now(connection, judgment.document)
        judged[judgment.query] |= {key: judgment} if key else {}
        gone += key is None
    return judged, gone


def _meant(connection: sqlite3.Connection, judgments: Iterable[Judgment]) -> dict[str, Query]:
    """What each question meant when it was judged last; without those that are no queries now."""
    meant = {}
    for judgment in sorted(judgments, key=lambda one: one.at):
        then = datetime.fromtimestamp(judgment.at).astimezone()
        with suppress(QueryError):
            around = replace(QueryContext.here(), now=then)
            meant[judgment.query] = with_links_resolved(parse(judgment.query, around=around))
    return {typed: query for typed, query in meant.items() if _can_be_asked(connection, query)}


def _can_be_asked(connection: sqlite3.Connection, query: Query) -> bool:
    """Whether the file that the hits are to be like still has a text."""
    return query.similar is None or has_text(connection, query.similar)


def _has_answer(judged: Mapping[str, Judgment]) -> bool:
    return any(one.grade is not Grade.NOT_THIS for one in judged.values())


def _key_now(connection: sqlite3.Connection, document: JudgedDocument) -> str | None:
    """The key of a judged document: of its content where a file has it, else of what is there."""
    if is_held(connection, document.sha256, document.format):
        return _key(document)
    there = document_at(connection, document.path)
    return _key(there) if there else None


def _keys_of(connection: sqlite3.Connection, hit: Hit) -> tuple[str, ...]:
    """A file that vanished since it was found has a key of its own, which nothing else has."""
    paths = (hit.path, *hit.copies, *hit.versions)
    found = (document_at(connection, path) or JudgedDocument(path) for path in paths)
    return tuple(dict.fromkeys(map(_key, found)))


def _key(document: JudgedDocument) -> str:
    if document.sha256 is None:
        return f"file {document.path.hex()}"
    return f"{document.sha256.hex()} {document.format}"
