"""Compounds: "Arbeitsvertrag" is a "Vertrag", and is to be found by that word."""

from collections.abc import Iterator

COMPOUNDING = frozenset({"da", "de", "fi", "hu", "nl", "no", "sv"})
"""Languages that write compounds as one word."""

SHORTEST_PART = 5
"""Letters of a part that is looked for: shorter ones end too many words that are no compounds."""

_SHORTEST_REST = 3


def backwards(terms: str, language: str | None) -> str:
    """The terms that may be compounds, each once and backwards: their endings become beginnings.

    Args:
        terms: of a text, with spaces between.
        language: of the text; only a compounding one has any.
    """
    if language not in COMPOUNDING:
        return ""
    shortest = SHORTEST_PART + _SHORTEST_REST
    return " ".join({term[::-1] for term in terms.split() if len(term) >= shortest})


def endings(term: str) -> Iterator[str]:
    """The ends of a term that may be the word which it is a kind of, the longest first."""
    return (term[i:] for i in range(_SHORTEST_REST, len(term) - SHORTEST_PART + 1))
