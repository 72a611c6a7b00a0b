"""Keyword arm: BM25 over tantivy's inverted indexes of passages and of file names."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeVar

import numpy as np
import tantivy
from numpy.typing import NDArray

from alcove.index.words.errors import WordsError, tantivy_errors
from alcove.index.words.fields import NAMES, PASSAGES, WORDS_VERSION, open_index
from alcove.index.words.state import read_state
from alcove.search.ids import distinct
from alcove.search.words.queries import any_of, any_within, highest, phrase_query, scored
from alcove.search.words.query_terms import QueryTerm, languages_of, query_terms

_DEEPER = 8  # factor by which to search deeper if too few matches pass

_Result = TypeVar("_Result")

Passes = Callable[[NDArray[np.int64]], NDArray[np.bool_]]
"""Ids of documents or files, int64 (n,) → whether each passes the filters, bool (n,)."""


@dataclass(frozen=True, slots=True)
class KeywordMatches:
    """Index entries that match a query, best first.

    Attributes:
        ids: int64 (n,), of passages or of files.
        scores: float32 (n,), BM25 (k1 1.2, b 0.75), > 0.
        share: the best score as a share of the highest that the query could reach, 0…1.
        corrected: spellings searched in place of words that no entry has.
        terms: the words of the query, as this index has them.
    """

    ids: NDArray[np.int64]
    scores: NDArray[np.float32]
    share: float = 0.0
    corrected: tuple[str, ...] = ()
    terms: tuple[QueryTerm, ...] = ()


@dataclass(frozen=True, slots=True)
class _OpenGeneration:
    """One generation of the words index, open for reading."""

    generation: str
    passages: tantivy.Index
    names: tantivy.Index


class KeywordArm:
    """A view of the words index that reopens when a new generation is swapped in.

    Only one thread at a time may use it. Every method raises `WordsError` if the words index is
    missing or damaged.
    """

    def __init__(self, folder: Path, split_id: int | None = None) -> None:
        """Point to the words index in `folder`; it is opened at the first query.

        Args:
            folder: of the words index.
            split_id: search only the passages of this split; None for all.
        """
        self._folder = folder
        self._split_id = split_id
        self._view: _OpenGeneration | None = None

    def passages(
        self, text: str, limit: int, passes: Passes | None, *, typing: bool = False
    ) -> KeywordMatches:
        """Return the best matching passages, at most `limit`.

        Args:
            text: of the query.
            limit: > 0.
            passes: filter on the ids of their documents; None for all.
            typing: whether the last word may be unfinished.
        """

        def select(entries: _ScoredEntries) -> NDArray[np.bool_]:
            of_split = (
                entries.column("cut") == self._split_id
                if self._split_id is not None
                else entries.all()
            )
            return of_split if passes is None else of_split & passes(entries.column("owner"))

        def search(view: _OpenGeneration) -> KeywordMatches:
            passages, names = _searcher(view.passages), _searcher(view.names)
            terms = query_terms(text, passages, languages_of(passages), names, typing=typing)
            return _best_matches(view.passages, passages, terms, limit, select)

        return self._search(search)

    def within(self, document: int, terms: Sequence[QueryTerm]) -> KeywordMatches:
        """Return all matching passages of one document.

        Args:
            document: its id.
            terms: the words of the query, from `passages`.
        """

        def search(view: _OpenGeneration) -> KeywordMatches:
            searcher = _searcher(view.passages)
            query = any_within(view.passages.schema, scored(terms), document)
            hits = searcher.search(query, limit=max(1, searcher.num_docs), count=False).hits
            entries = _ScoredEntries(searcher, hits)
            of_split = (
                entries.column("cut") == self._split_id
                if self._split_id is not None
                else entries.all()
            )
            return entries.only(of_split)

        return self._search(search)

    def names(
        self, text: str, limit: int, passes: Passes | None, *, typing: bool = False
    ) -> KeywordMatches:
        """Return the files whose names match best, at most `limit`; `passes` filters file ids."""

        def select(entries: _ScoredEntries) -> NDArray[np.bool_]:
            return entries.all() if passes is None else passes(entries.column("owner"))

        def search(view: _OpenGeneration) -> KeywordMatches:
            passages, names = _searcher(view.passages), _searcher(view.names)
            languages = languages_of(passages)
            terms = query_terms(text, names, languages, passages, typing=typing, of_names=True)
            return _best_matches(view.names, names, terms, limit, select)

        return self._search(search)

    def terms(self, text: str, *, typing: bool = False) -> tuple[QueryTerm, ...]:
        """Return the words of a query, as the index of passages has them."""

        def search(view: _OpenGeneration) -> tuple[QueryTerm, ...]:
            passages, names = _searcher(view.passages), _searcher(view.names)
            return query_terms(text, passages, languages_of(passages), names, typing=typing)

        return self._search(search)

    def documents_with(self, phrase: str) -> NDArray[np.int64]:
        """Return the documents in which a word or phrase occurs, ascending ids, int64 (n,).

        Only case, diacritics and punctuation between words are ignored. Title, headings and text
        are searched; a phrase that spans two passages is not found.
        """
        return self._search(lambda view: _owners(view.passages, phrase))

    def files_with(self, phrase: str) -> NDArray[np.int64]:
        """Return the files in whose names a word or phrase occurs, ascending ids, int64 (n,)."""
        return self._search(lambda view: _owners(view.names, phrase))

    def _search(self, search: Callable[[_OpenGeneration], _Result]) -> _Result:
        """Search the current generation; retry once if it was swapped meanwhile."""
        try:
            with _reading():
                return search(self._current())
        except WordsError:
            self._view = None
            with _reading():
                return search(self._current())

    def _current(self) -> _OpenGeneration:
        state = read_state(self._folder)
        if state is None or state.version != WORDS_VERSION:
            raise WordsError
        if self._view is None or self._view.generation != state.generation:
            folder = self._folder / state.generation
            passages, names = open_index(folder, PASSAGES), open_index(folder, NAMES)
            self._view = _OpenGeneration(state.generation, passages, names)
        return self._view


def _searcher(index: tantivy.Index) -> tantivy.Searcher:
    index.reload()
    return index.searcher()


def _best_matches(
    index: tantivy.Index,
    searcher: tantivy.Searcher,
    terms: tuple[QueryTerm, ...],
    limit: int,
    select: Callable[["_ScoredEntries"], NDArray[np.bool_]],
) -> KeywordMatches:
    """Search deeper and deeper until enough matches pass or there are no more."""
    counting = scored(terms)
    query, depth = any_of(index.schema, counting), limit
    while True:
        entries = _ScoredEntries(searcher, searcher.search(query, limit=depth, count=False).hits)
        matches = entries.only(select(entries))
        if len(matches.ids) >= limit or len(entries.hits) < depth:
            break
        depth *= _DEEPER
    best = float(matches.scores.max(initial=0))
    share = min(1.0, best / max(highest(counting), best, 1e-9))
    corrected = tuple(dict.fromkeys(chain.from_iterable(term.corrected for term in counting)))
    return KeywordMatches(matches.ids[:limit], matches.scores[:limit], share, corrected, terms)


def _owners(index: tantivy.Index, phrase: str) -> NDArray[np.int64]:
    searcher = _searcher(index)
    query = phrase_query(index.schema, phrase)
    hits = searcher.search(query, limit=max(1, searcher.num_docs), count=False).hits
    return distinct(_ScoredEntries(searcher, hits).column("owner"))


@dataclass(frozen=True, slots=True)
class _ScoredEntries:
    """The hits of a tantivy search, best first, with access to their columns."""

    searcher: tantivy.Searcher
    hits: list[tuple[float, tantivy.DocAddress]]

    def column(self, name: str) -> NDArray[np.int64]:
        """Return the values of a column, int64 (n,)."""
        addresses = [address for _, address in self.hits]
        return np.array(self.searcher.fast_field_values(name, addresses), np.int64)

    def all(self) -> NDArray[np.bool_]:
        """Return a mask of all entries, bool (n,)."""
        return np.ones(len(self.hits), np.bool_)

    def only(self, wanted: NDArray[np.bool_]) -> KeywordMatches:
        """Return the entries selected by a mask, bool (n,), as matches."""
        scores = np.fromiter((score for score, _ in self.hits), np.float32, len(self.hits))
        return KeywordMatches(self.column("id")[wanted], scores[wanted])


@contextmanager
def _reading() -> Iterator[None]:
    """Turn I/O errors into `WordsError`: an unreadable words index counts as missing."""
    try:
        with tantivy_errors():
            yield
    except OSError as error:
        raise WordsError from error
