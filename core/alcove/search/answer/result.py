"""What a search gives back."""

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
    """How each arm found a document, by its best passage.

    Attributes:
        meaning: cosine similarity, -1…1; None without a vector, or where the arm was not asked.
        words: BM25, > 0; None where no word matches, or where the arm was not asked.
    """

    meaning: float | None
    words: float | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that answers, the best first.

    Attributes:
        path: of the newest file that holds the document.
        copies: the other paths with the same document.
        versions: the paths of documents that hold nearly the same text, the newest first.
        title: found inside the document; None where it has none.
        format: how it was read; None for a file that has no text.
        language: of its text, ISO 639-1; None if that is not known.
        modified: when the file at `path` was last changed, with zone.
        score: 0…1, comparable within one answer.
        page: where the evidence begins, or else the passage, from 1; None without pages.
        line: where it starts, from 1, for documents without pages.
        passage: the best one; None for a file that is found by its name alone.
        matched: what each arm says.
        why: how the score came about.
        evidence: what in the passage answers; None without a passage.
        document: its id in the index; None for a file that has no text.
        part: the number of the message in a mailbox; None for whole files.
        more: how many other passages of it are about as good, at least half as good as the best,
            among those that the arms found.
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
        evidence: what in it answers.
    """

    passage: PassageText
    page: int | None
    line: int | None
    score: float
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Answer:
    """All that one search found.

    Attributes:
        query: what was asked.
        mode: of the arms that were asked.
        coverage: the share of passages that have a vector, 0…1.
        seconds: from the question to the hits that are shown.
        hits: the best first.
        verdict: whether they answer, or are only the closest that there is.
        corrected: words that were searched instead of such that are nowhere in the library.
        notices: what the answer lacks; empty normally.
    """

    query: Query
    mode: Mode
    coverage: float
    seconds: float
    hits: tuple[Hit, ...]
    verdict: Verdict
    corrected: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
