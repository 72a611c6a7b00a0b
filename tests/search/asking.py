"""Shorthands: make queries for a searcher and read its answers."""

from datetime import UTC, datetime

from alcove.search import Answer, Filters, Query, QueryContext, parse

_AROUND = QueryContext(datetime(2025, 6, 1, tzinfo=UTC), "/home/someone")


def asked(typed: str) -> Query:
    """Parse a typed query, at a fixed time and place."""
    return parse(typed, around=_AROUND)


def question(text: str, filters: Filters = Filters()) -> Query:  # noqa: B008 - it never changes
    """Return a query without operators."""
    return Query(text, text.strip(), filters=filters)


def paths(answer: Answer) -> list[str]:
    """Return the paths of the hits, in rank order."""
    return [hit.path.decode() for hit in answer.hits]
