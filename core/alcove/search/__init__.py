"""Question → hits: the two arms, their fusion, and documents with their best passages."""

from alcove.search.answer import Answer, FoundPassage, Hit, Matched, Notice, PassageText
from alcove.search.calibration.verdict import Verdict
from alcove.search.evidence.evidence import Evidence, How
from alcove.search.filtering.filters import Filters
from alcove.search.fusion import Mode
from alcove.search.question.parsing import parse
from alcove.search.question.query import Query, QueryError, Surroundings, plain, with_links_resolved
from alcove.search.question.writing import format_query, quoted
from alcove.search.searcher import Searcher
from alcove.search.why import Why

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
