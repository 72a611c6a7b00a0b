"""The words arm: BM25 over passages and over file names, as tantivy scores them."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tantivy
from numpy.typing import NDArray

from alcove.errors import LibraryError
from alcove.index.words import NAMES, PASSAGES, analyzer, open_index, schema

_TERMS = 64  # of a query; a pasted page is cut here
_DEEPER = 8  # how much further to look when filters left too little

Passes = Callable[[NDArray[np.int64]], NDArray[np.bool_]]
"""Tells of owners, int64 (n,), which ones the filters let through, bool (n,)."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Entries that match, the best first.

    Attributes:
        ids: int64 (n,) of passages or of files.
        scores: float32 (n,), BM25 (k1 1.2, b 0.75), > 0.
        share: the best score as a share of the highest that the query could reach, 0…1.
    """

    ids: NDArray[np.int64]
    scores: NDArray[np.float32]
    share: float = 0.0


class WordsArm:
    """A view of the words index; one thread at a time."""

    def __init__(self, folder: Path) -> None:
        """Open the words index in `folder`.

        Raises:
            LibraryError: there is none, or it is damaged.
        """
        try:
            self._passages, self._names = open_index(folder, PASSAGES), open_index(folder, NAMES)
        except ValueError as error:
            raise LibraryError(
                "the words index is missing or damaged",
                advice="Run alcove index: it is built again from what is stored.",
            ) from error
        self._schema = schema(PASSAGES)
        self._every_word = analyzer()
        self._content_words = analyzer(drop_stop_words=True)

    def passages(self, query: str, limit: int, passes: Passes | None) -> Matches:
        """The passages that match best, at most `limit`; `passes` is asked of their documents."""
        return self._search(self._passages, query, limit, passes)

    def names(self, query: str, limit: int, passes: Passes | None) -> Matches:
        """The files whose names match best, at most `limit`; `passes` is asked of the files."""
        return self._search(self._names, query, limit, passes)

    def _terms(self, query: str) -> list[str]:
        """The words to look for; stop words only where there is nothing else."""
        words = self._content_words.analyze(query) or self._every_word.analyze(query)
        return list(dict.fromkeys(words))[:_TERMS]

    def _query(self, terms: list[str]) -> tantivy.Query:
        """Any of the words may match."""
        queries = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, "text", term, "freq"))
            for term in terms
        ]
        return tantivy.Query.boolean_query(queries) if queries else tantivy.Query.empty_query()

    def _search(
        self, index: tantivy.Index, query: str, limit: int, passes: Passes | None
    ) -> Matches:
        """Search, deeper and deeper until the filters have let enough through."""
        index.reload()
        searcher, terms, depth = index.searcher(), self._terms(query), limit
        parsed = self._query(terms)
        while True:
            found = searcher.search(parsed, limit=depth, count=False).hits
            matches = _matches(searcher, found, passes)
            if len(matches.ids) >= limit or len(found) < depth:
                break
            depth *= _DEEPER
        best = float(matches.scores.max(initial=0))
        share = min(1.0, best / max(_highest(searcher, terms), best, 1e-9))
        return Matches(matches.ids[:limit], matches.scores[:limit], share)


def _highest(searcher: tantivy.Searcher, terms: list[str]) -> float:
    """The BM25 that no entry can exceed: every term, also an unknown one, as often as can be.

    A term adds idf · tf · (k1 + 1) / (tf + …) < idf · (k1 + 1), with k1 = 1.2 and tantivy's
    idf = ln(1 + (N - n + 0.5) / (n + 0.5)).
    """
    entries = searcher.num_docs
    counts = (searcher.doc_freq("text", term) for term in terms)
    return sum(2.2 * math.log(1 + (entries - n + 0.5) / (n + 0.5)) for n in counts)


def _matches(
    searcher: tantivy.Searcher,
    found: list[tuple[float, tantivy.DocAddress]],
    passes: Passes | None,
) -> Matches:
    addresses = [address for _, address in found]
    ids = np.array(searcher.fast_field_values("id", addresses), np.int64)
    scores = np.fromiter((score for score, _ in found), np.float32, len(found))
    if passes is None or not len(ids):
        return Matches(ids, scores)
    passed = passes(np.array(searcher.fast_field_values("owner", addresses), np.int64))
    return Matches(ids[passed], scores[passed])
