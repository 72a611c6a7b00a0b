"""Question → hits: the two arms, their fusion, and documents with their best passages."""

from alcove.search.answer.result import Answer, FoundPassage, Hit, Matched
from alcove.search.calibration.verdict import Verdict
from alcove.search.evidence.answer_sentence import Evidence, How
from alcove.search.filtering.filters import Filters
from alcove.search.passage_text import PassageText
from alcove.search.question.parsing import parse
from alcove.search.question.query import Query, QueryError, Surroundings, plain, with_links_resolved
from alcove.search.question.writing import format_query, quoted
from alcove.search.ranking.arms import Notice
from alcove.search.ranking.fusion import Mode, Why
from alcove.search.searcher import Searcher

__all__ = [
    "Answer",
    "Evidence",
    "Filters",
    "FoundPassage",
    "Hit",
    "How",
    "Matched",
    "Mode",
    "Notice",
    "PassageText",
    "Query",
    "QueryError",
    "Searcher",
    "Surroundings",
    "Verdict",
    "Why",
    "format_query",
    "parse",
    "plain",
    "quoted",
    "with_links_resolved",
]
