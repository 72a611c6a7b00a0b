"""Short ways to ask a searcher and to read its answer."""

from datetime import UTC, datetime

from alcove.search import Answer, Filters, Query, QueryContext, parse

_AROUND = QueryContext(datetime(2025, 6, 1, tzinfo=UTC), "/home/someone")


def asked(typed: str) -> Query:
    """What was typed, understood as people's questions are."""
    return parse(typed, around=_AROUND)


def question(text: str, filters: Filters = Filters()) -> Query:  # noqa: B008 - it never changes
    """A question without operators."""
    return Query(text, text.strip(), filters=filters)


def paths(answer: Answer) -> list[str]:
    """Of the hits, in their order."""
    return [hit.path.decode() for hit in answer.hits]
