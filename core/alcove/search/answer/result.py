"""The result of a search: the answer, its hits and their passages."""

from dataclasses import dataclass
from datetime import datetime

from alcove.search.calibration.verdict import Verdict
from alcove.search.evidence.answer_sentence import Evidence
from alcove.search.passage_text import PassageText
from alcove.search.question.query import Query
from alcove.search.ranking.arms import Notice
from alcove.search.ranking.fusion import Mode, ScoreParts


@dataclass(frozen=True, slots=True)
class ArmMatches:
    """The raw score of each arm for a document's best passage.

    Attributes:
        meaning: cosine similarity, -1…1; None without a vector or if the arm was not asked.
        words: BM25, > 0; None if no word matches or the arm was not asked.
    """

    meaning: float | None
    words: float | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that answers the query, with its best passage.

    Attributes:
        path: of the newest file that holds the document.
        copies: the other paths with the same document.
        versions: the paths of near-duplicates, newest first.
        title: found inside the document; None if it has none.
        format: how it was read; None for a file without text.
        language: of its text, ISO 639-1; None if unknown.
        modified: when the file at `path` was last changed, with zone.
        score: 0…1, comparable within one answer.
        page: where the evidence begins, else the passage, from 1; None without pages.
        line: where it starts, from 1, for documents without pages.
        passage: the best one; None for a file found by its name alone.
        matched: the raw score of each arm.
        why: the parts of the score.
        evidence: the sentence and words in the passage that answer; None without a passage.
        document: its id in the index; None for a file without text.
        part: the number of the message in a mailbox; None for whole files.
        more: how many of its other passages that the arms found score at least half as high as
            the best one.
    """

    path: bytes
    copies: tuple[bytes, ...]
    versions: tuple[bytes, ...]
    title: str | None
    format: str | None
    language: str | None
    modified: datetime
    score: float
    page: int | None
    line: int | None
    passage: PassageText | None
    matched: ArmMatches
    why: ScoreParts
    evidence: Evidence | None = None
    document: int | None = None
    part: int | None = None
    more: int = 0


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """Another passage of a hit's document.

    Attributes:
        passage: to show.
        page: where it starts, from 1; None without pages.
        line: where it starts, from 1, for documents without pages.
        score: 0…1, comparable with those of the answer's hits.
        evidence: the sentence and words in it that answer.
    """

    passage: PassageText
    page: int | None
    line: int | None
    score: float
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of one search.

    Attributes:
        query: the query that was searched.
        mode: which arms were asked.
        coverage: the share of passages that have a vector, 0…1.
        seconds: from the query to the hits that are shown.
        hits: best first.
        verdict: whether the hits are relevant or merely the closest in the library.
        corrected: spellings searched in place of words that are nowhere in the library.
        notices: what the answer lacks; normally empty.
    """

    query: Query
    mode: Mode
    coverage: float
    seconds: float
    hits: tuple[Hit, ...]
    verdict: Verdict
    corrected: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
