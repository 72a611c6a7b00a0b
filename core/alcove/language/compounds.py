"""Index compounds by their endings, so that "Vertrag" finds "Arbeitsvertrag"."""

from collections.abc import Iterator

COMPOUNDING = frozenset({"da", "de", "fi", "hu", "nl", "no", "sv"})
"""Languages that write compounds as one word."""

SHORTEST_PART = 5
"""Letters of the shortest part to search for: shorter ones end too many other words."""

_SHORTEST_REST = 3


def backwards(terms: str, language: str | None) -> str:
    """Return the terms that may be compounds, deduplicated and reversed: endings become prefixes.

    Args:
        terms: terms of a text, separated by spaces.
        language: language of the text, ISO 639-1; the result is empty unless it is compounding.
    """
    if language not in COMPOUNDING:
        return ""
    shortest = SHORTEST_PART + _SHORTEST_REST
    return " ".join({term[::-1] for term in terms.split() if len(term) >= shortest})


def endings(term: str) -> Iterator[str]:
    """Return the endings of a term that may be its head word, the longest first."""
    return (term[i:] for i in range(_SHORTEST_REST, len(term) - SHORTEST_PART + 1))
