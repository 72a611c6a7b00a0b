"""The words arm: BM25 over passages and over file names, as tantivy scores them."""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tantivy
from numpy.typing import NDArray

from alcove.index.words import (
    NAMES,
    PASSAGES,
    WORDS_VERSION,
    analyzer,
    open_index,
)
from alcove.index.words_errors import WordsError, tantivy_errors
from alcove.index.words_state import read_state

_TERMS = 64  # of a query; a pasted page is cut here
_DEEPER = 8  # how much further to look when too little was wanted

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


@dataclass(frozen=True, slots=True)
class _View:
    """One generation of the words index, open for reading."""

    generation: str
    passages: tantivy.Index
    names: tantivy.Index


class WordsArm:
    """A view of the words index, which follows when another is swapped in; one thread at a time."""

    def __init__(self, folder: Path, cut: int | None = None) -> None:
        """Name the words index in `folder`; nothing is opened before the first question.

        Args:
            folder: where it lies.
            cut: the passages to search, where it holds those of several ways of cutting; None for
                all.
        """
        self._folder = folder
        self._cut = cut
        self._view: _View | None = None
        self._every_word = analyzer()
        self._content_words = analyzer(drop_stop_words=True)

    def passages(self, query: str, limit: int, passes: Passes | None) -> Matches:
        """The passages that match best, at most `limit`; `passes` is asked of their documents.

        Raises:
            WordsError: there is no words index, or it is damaged.
        """

        def wanted(found: _Found) -> NDArray[np.bool_]:
            of_cut = found.column("cut") == self._cut if self._cut is not None else found.all()
            return of_cut if passes is None else of_cut & passes(found.column("owner"))

        return self._search(lambda view: view.passages, query, limit, wanted)

    def names(self, query: str, limit: int, passes: Passes | None) -> Matches:
        """The files whose names match best, at most `limit`; `passes` is asked of the files.

        Raises:
            WordsError: there is no words index, or it is damaged.
        """

        def wanted(found: _Found) -> NDArray[np.bool_]:
            return found.all() if passes is None else passes(found.column("owner"))

        return self._search(lambda view: view.names, query, limit, wanted)

    def _search(
        self,
        part: Callable[[_View], tantivy.Index],
        query: str,
        limit: int,
        wanted: Callable[["_Found"], NDArray[np.bool_]],
    ) -> Matches:
        """Search the index that is valid now; once more if it was swapped just then."""
        terms = self._terms(query)
        try:
            return self._ask(part(self._current()), terms, limit, wanted)
        except WordsError:
            self._view = None
            return self._ask(part(self._current()), terms, limit, wanted)

    def _current(self) -> _View:
        state = read_state(self._folder)
        if state is None or state.version != WORDS_VERSION:
            raise WordsError
        if self._view is None or self._view.generation != state.generation:
            folder = self._folder / state.generation
            with _reading():
                passages, names = open_index(folder, PASSAGES), open_index(folder, NAMES)
            self._view = _View(state.generation, passages, names)
        return self._view

    def _terms(self, query: str) -> list[str]:
        """The words to look for; stop words only where there is nothing else."""
        words = self._content_words.analyze(query) or self._every_word.analyze(query)
        return list(dict.fromkeys(words))[:_TERMS]

    def _ask(
        self,
        index: tantivy.Index,
        terms: list[str],
        limit: int,
        wanted: Callable[["_Found"], NDArray[np.bool_]],
    ) -> Matches:
        """Search, deeper and deeper until enough of what was found is wanted."""
        query, depth = _any_of(index.schema, terms), limit
        with _reading():
            index.reload()
            searcher = index.searcher()
            while True:
                found = _Found(searcher, searcher.search(query, limit=depth, count=False).hits)
                matches = found.only(wanted(found))
                if len(matches.ids) >= limit or len(found.hits) < depth:
                    break
                depth *= _DEEPER
            best = float(matches.scores.max(initial=0))
            share = min(1.0, best / max(_highest(searcher, terms), best, 1e-9))
        return Matches(matches.ids[:limit], matches.scores[:limit], share)


@dataclass(frozen=True, slots=True)
class _Found:
    """What tantivy found, the best first, and what its columns say of it."""

    searcher: tantivy.Searcher
    hits: list[tuple[float, tantivy.DocAddress]]

    def column(self, name: str) -> NDArray[np.int64]:
        """The values of a column, int64 (n,)."""
        addresses = [address for _, address in self.hits]
        return np.array(self.searcher.fast_field_values(name, addresses), np.int64)

    def all(self) -> NDArray[np.bool_]:
        """Want everything."""
        return np.ones(len(self.hits), np.bool_)

    def only(self, wanted: NDArray[np.bool_]) -> Matches:
        """The matches that are wanted, bool (n,)."""
        scores = np.fromiter((score for score, _ in self.hits), np.float32, len(self.hits))
        return Matches(self.column("id")[wanted], scores[wanted])


@contextmanager
def _reading() -> Iterator[None]:
    """To a search, a words index that cannot be read is a missing one."""
    try:
        with tantivy_errors():
            yield
    except OSError as error:
        raise WordsError from error


def _any_of(schema: tantivy.Schema, terms: list[str]) -> tantivy.Query:
    """Match what has any of the words."""
    queries = [
        (tantivy.Occur.Should, tantivy.Query.term_query(schema, "text", term, "freq"))
        for term in terms
    ]
    return tantivy.Query.boolean_query(queries) if queries else tantivy.Query.empty_query()


def _highest(searcher: tantivy.Searcher, terms: list[str]) -> float:
    """The BM25 that no entry can exceed: every term, also an unknown one, as often as can be.

    A term adds idf · tf · (k1 + 1) / (tf + …) < idf · (k1 + 1), with k1 = 1.2 and tantivy's
    idf = ln(1 + (N - n + 0.5) / (n + 0.5)).
    """
    entries = searcher.num_docs
    counts = (searcher.doc_freq("text", term) for term in terms)
    return sum(2.2 * math.log(1 + (entries - n + 0.5) / (n + 0.5)) for n in counts)
