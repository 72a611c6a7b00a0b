"""Query → hits: parse, ask the keyword and semantic arms, fuse their scores, pick evidence."""

from alcove.search.answer.result import Answer, ArmMatches, FoundPassage, Hit
from alcove.search.calibration.verdict import Verdict
from alcove.search.evidence.answer_sentence import Evidence, FoundBy
from alcove.search.filtering.filters import Filters
from alcove.search.passage_text import PassageText
from alcove.search.question.parsing import parse
from alcove.search.question.query import Query, QueryContext, QueryError, plain, with_links_resolved
from alcove.search.question.serialization import format_query, quoted
from alcove.search.ranking.arms import Notice
from alcove.search.ranking.fusion import Mode, ScoreParts
from alcove.search.searcher import Searcher

__all__ = [
    "Answer",
    "ArmMatches",
    "Evidence",
    "Filters",
    "FoundBy",
    "FoundPassage",
    "Hit",
    "Mode",
    "Notice",
    "PassageText",
    "Query",
    "QueryContext",
    "QueryError",
    "ScoreParts",
    "Searcher",
    "Verdict",
    "format_query",
    "parse",
    "plain",
    "quoted",
    "with_links_resolved",
]
