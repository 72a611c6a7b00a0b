"""Question → hits: the two arms, their fusion, and documents with their best passages."""

from alcove.search.answer import Answer, Hit, Matched, Notice, PassageText
from alcove.search.filters import Filters
from alcove.search.fusion import Mode
from alcove.search.parsing import parse
from alcove.search.query import Query, QueryError, Surroundings, with_links_resolved
from alcove.search.searcher import Searcher
from alcove.search.writing import format_query, quoted

__all__ = [
    "Answer",
    "Filters",
    "Hit",
    "Matched",
    "Mode",
    "Notice",
    "PassageText",
    "Query",
    "QueryError",
    "Searcher",
    "Surroundings",
    "format_query",
    "parse",
    "quoted",
    "with_links_resolved",
]
