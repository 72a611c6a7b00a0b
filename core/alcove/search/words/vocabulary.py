"""Look up the terms of one index that a query's word can match, and their idf weights."""

import math
from collections.abc import Iterable, Iterator, Sequence

import tantivy

from alcove.index.words.fields import ENDINGS, SURFACE, TERMS
from alcove.language import COMPOUNDING, SHORTEST_PART, Word, endings, stem

_FEW = 8  # the most words with the same beginning or ending
_SHORTEST_BEGINNING = 3  # letters; a shorter prefix matches too many words of a large index
_PAIRS = 64  # the most pairs that begin with the same character


class Vocabulary:
    """The terms of one index, for one query and one thread."""

    def __init__(
        self,
        searcher: tantivy.Searcher,
        languages: Sequence[str],
        language: str | None,
        *,
        of_names: bool = False,
    ) -> None:
        """Prepare for a query.

        Args:
            searcher: of the index.
            languages: of its texts.
            language: of the query; None if unknown.
            of_names: whether it holds file names, whose language is unknown.
        """
        self.searcher = searcher
        self._languages = (*languages, None)
        self._may_be_part = not of_names and not COMPOUNDING.isdisjoint(
            languages if language is None else (language,)
        )
        self._may_be_compound = not of_names and language in COMPOUNDING
        self._of_names = of_names
        self._entries = searcher.num_docs

    def present(self, terms: Iterable[str]) -> tuple[str, ...]:
        """Return the terms that the index has, deduplicated."""
        return tuple(term for term in dict.fromkeys(terms) if self.searcher.doc_freq(TERMS, term))

    def share(self, terms: Sequence[str]) -> float:
        """Return the share of entries that have the most frequent of the terms, 0…1."""
        counts = (self.searcher.doc_freq(TERMS, term) for term in terms)
        return min(1.0, max(counts, default=0) / max(1, self._entries))

    def weight(self, field: str, terms: Sequence[str]) -> float:
        """Return the idf of the rarest of the terms that a field has; 0 if it has none.

        tantivy's formula: ln(1 + (N - n + 0.5) / (n + 0.5)).
        """
        counts = (self.searcher.doc_freq(field, term) for term in terms)
        return max((self._idf(count) for count in counts if count), default=0.0)

    def weight_of_unknown(self) -> float:
        """Return the idf of a term that no entry has."""
        return self._idf(0)

    def forms(self, word: Word) -> tuple[str, ...]:
        """Return the terms that a word can be stemmed to in a text of each of the languages."""
        if word.whole:
            return (word.folded,)
        if word.lone:
            pairs = self.searcher.terms_with_prefix(TERMS, word.folded, limit=_PAIRS)
            return tuple(dict.fromkeys((word.folded, *(term for term, _ in pairs))))
        return tuple(dict.fromkeys((*self._stems(word.lower), *self._names_like(word))))

    def of_surfaces(self, surfaces: Iterable[str]) -> tuple[str, ...]:
        """Return the terms of words as written in texts, folded."""
        return self.present(form for surface in surfaces for form in self._stems(surface))

    def beginning_with(self, beginning: str) -> tuple[str, ...]:
        """Return the most frequent words, folded, with a beginning."""
        if len(beginning) < _SHORTEST_BEGINNING:
            return ()
        matches = self.searcher.terms_with_prefix(SURFACE, beginning, limit=_FEW)
        return tuple(word for word, _ in matches)

    def compounds(self, forms: Iterable[str]) -> Iterator[str]:
        """Yield the terms that end in one of the forms, and the longest that each form ends in."""
        for form in forms:
            if len(form) < SHORTEST_PART:
                continue
            if self._may_be_part:
                matches = self.searcher.terms_with_prefix(ENDINGS, form[::-1], limit=_FEW)
                yield from (term[::-1] for term, _ in matches)
            if self._may_be_compound:
                yield from self.present(endings(form))[:1]

    def _stems(self, word: str) -> tuple[str, ...]:
        return tuple(stem(word, language) for language in self._languages)

    def _names_like(self, word: Word) -> Iterator[str]:
        """Yield the terms of words in names with the same stem in a language of the library."""
        for language in self._languages if self._of_names else ():
            shared_stem = stem(word.lower, language)
            for name in self.beginning_with(shared_stem):
                if stem(name, language) == shared_stem:
                    yield stem(name, None)

    def _idf(self, count: int) -> float:
        """Return the idf, > 0; until segments are merged, deleted entries count in n, not in N."""
        others = max(0, self._entries - count)
        return math.log(1 + (others + 0.5) / (count + 0.5))
