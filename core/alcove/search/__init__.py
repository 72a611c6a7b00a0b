"""Question → hits: the two arms, their fusion, and documents with their best passages."""

from alcove.search.answer import Answer, Hit, Matched, Notice, PassageText
from alcove.search.evidence import Evidence, How
from alcove.search.filters import Filters
from alcove.search.fusion import Mode
from alcove.search.parsing import parse
from alcove.search.query import Query, QueryError, Surroundings, plain, with_links_resolved
from alcove.search.searcher import Searcher
from alcove.search.verdict import Verdict
from alcove.search.why import Why
from alcove.search.writing import format_query, quoted

__all__ = [
    "Answer",
    "Evidence",
    "Filters",
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
