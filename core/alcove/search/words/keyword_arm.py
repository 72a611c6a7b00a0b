"""The words arm: BM25 over passages and over file names, as tantivy scores them."""

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

_DEEPER = 8  # how much further to look when too little was wanted

_Result = TypeVar("_Result")

Passes = Callable[[NDArray[np.int64]], NDArray[np.bool_]]
"""Tells of owners, int64 (n,), which ones the filters let through, bool (n,)."""


@dataclass(frozen=True, slots=True)
class KeywordMatches:
    """Entries that match, the best first.

    Attributes:
        ids: int64 (n,) of passages or of files.
        scores: float32 (n,), BM25 (k1 1.2, b 0.75), > 0.
        share: the best score as a share of the highest that the query could reach, 0…1.
        corrected: words that were searched instead of such that no entry has.
        terms: the words of the query, as this index knows them.
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
    """A view of the words index, which follows when another is swapped in; one thread at a time.

    Every method raises `WordsError` where there is no words index, or it is damaged.
    """

    def __init__(self, folder: Path, split_id: int | None = None) -> None:
        """Name the words index in `folder`; nothing is opened before the first question.

        Args:
            folder: where it lies.
            split_id: search the passages of this way of splitting; None for all.
        """
        self._folder = folder
        self._split_id = split_id
        self._view: _OpenGeneration | None = None

    def passages(
        self, text: str, limit: int, passes: Passes | None, *, typing: bool = False
    ) -> KeywordMatches:
        """The passages that match best, at most `limit`.

        Args:
            text: what is searched.
            limit: > 0.
            passes: asked of their documents.
            typing: whether the last word may be unfinished.
        """

        def wanted(found: _ScoredEntries) -> NDArray[np.bool_]:
            of_split = (
                found.column("cut") == self._split_id if self._split_id is not None else found.all()
            )
            return of_split if passes is None else of_split & passes(found.column("owner"))

        def ask(view: _OpenGeneration) -> KeywordMatches:
            passages, names = _searcher(view.passages), _searcher(view.names)
            terms = query_terms(text, passages, languages_of(passages), names, typing=typing)
            return _ask(view.passages, passages, terms, limit, wanted)

        return self._search(ask)

    def within(self, document: int, terms: Sequence[QueryTerm]) -> KeywordMatches:
        """All passages of one document that match.

        Args:
            document: its id.
            terms: the words of the query, as `passages` gave them.
        """

        def ask(view: _OpenGeneration) -> KeywordMatches:
            searcher = _searcher(view.passages)
            query = any_within(view.passages.schema, scored(terms), document)
            hits = searcher.search(query, limit=max(1, searcher.num_docs), count=False).hits
            found = _ScoredEntries(searcher, hits)
            of_split = (
                found.column("cut") == self._split_id if self._split_id is not None else found.all()
            )
            return found.only(of_split)

        return self._search(ask)

    def names(
        self, text: str, limit: int, passes: Passes | None, *, typing: bool = False
    ) -> KeywordMatches:
        """The files whose names match best, at most `limit`; `passes` is asked of the files."""

        def wanted(found: _ScoredEntries) -> NDArray[np.bool_]:
            return found.all() if passes is None else passes(found.column("owner"))

        def ask(view: _OpenGeneration) -> KeywordMatches:
            passages, names = _searcher(view.passages), _searcher(view.names)
            languages = languages_of(passages)
            terms = query_terms(text, names, languages, passages, typing=typing, of_names=True)
            return _ask(view.names, names, terms, limit, wanted)

        return self._search(ask)

    def terms(self, text: str, *, typing: bool = False) -> tuple[QueryTerm, ...]:
        """What the words of a query mean to the passages of this index."""

        def ask(view: _OpenGeneration) -> tuple[QueryTerm, ...]:
            passages, names = _searcher(view.passages), _searcher(view.names)
            return query_terms(text, passages, languages_of(passages), names, typing=typing)

        return self._search(ask)

    def documents_with(self, phrase: str) -> NDArray[np.int64]:
        """The documents in which a word or phrase occurs, ascending ids, int64 (n,).

        Only case, diacritics and the signs between the words are overlooked. Title, headings and
        text count; a phrase that two passages share is not found.
        """
        return self._search(lambda view: _owners(view.passages, phrase))

    def files_with(self, phrase: str) -> NDArray[np.int64]:
        """The files in whose names a word or phrase occurs, ascending ids, int64 (n,)."""
        return self._search(lambda view: _owners(view.names, phrase))

    def _search(self, ask: Callable[[_OpenGeneration], _Result]) -> _Result:
        """Ask the index that is valid now; once more if it was swapped just then."""
        try:
            with _reading():
                return ask(self._current())
        except WordsError:
            self._view = None
            with _reading():
                return ask(self._current())

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


def _ask(
    index: tantivy.Index,
    searcher: tantivy.Searcher,
    terms: tuple[QueryTerm, ...],
    limit: int,
    wanted: Callable[["_ScoredEntries"], NDArray[np.bool_]],
) -> KeywordMatches:
    """Search, deeper and deeper until enough of what was found is wanted."""
    counting = scored(terms)
    query, depth = any_of(index.schema, counting), limit
    while True:
        found = _ScoredEntries(searcher, searcher.search(query, limit=depth, count=False).hits)
        matches = found.only(wanted(found))
        if len(matches.ids) >= limit or len(found.hits) < depth:
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

    def only(self, wanted: NDArray[np.bool_]) -> KeywordMatches:
        """The matches that are wanted, bool (n,)."""
        scores = np.fromiter((score for score, _ in self.hits), np.float32, len(self.hits))
        return KeywordMatches(self.column("id")[wanted], scores[wanted])


@contextmanager
def _reading() -> Iterator[None]:
    """To a search, a words index that cannot be read is a missing one."""
    try:
        with tantivy_errors():
            yield
    except OSError as error:
        raise WordsError from error
