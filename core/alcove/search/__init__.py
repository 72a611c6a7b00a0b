"""Question → hits: the two arms, their fusion, and documents with their best passages."""

from alcove.search.answer import Answer, Hit, Matched, Notice, PassageText
from alcove.search.filters import Filters
from alcove.search.fusion import Mode
from alcove.search.searcher import Searcher

__all__ = ["Answer", "Filters", "Hit", "Matched", "Mode", "Notice", "PassageText", "Searcher"]
