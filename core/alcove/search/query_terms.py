"""What the words of a query mean to an index: the forms to look for, and what they weigh."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import tantivy

from alcove.index.words import LANGUAGE, SURFACE, TERMS
from alcove.language import Word, stem, stop_words, words
from alcove.search.spelling import completions, starting_with, variants

_LONGEST_QUERY = 4_000  # code points; a pasted page is cut here
_TERMS = 64  # of a query
_REAL = 0.01  # of the passages: the share from which on a language is one of the library's
_MISSPELT = 4  # words of a query that are looked for otherwise spelt


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A word of a query, as an index knows it.

    Attributes:
        word: as it was typed.
        start: its first code point in the query.
        end: one past its last.
        forms: the index terms that are looked for: its stems, or those of words spelt like it.
        share: of the passages that have one of the forms, at least; 0…1.
        weight: idf of its rarest form.
        is_stop_word: whether it says nothing in the query's language.
        is_identifier: whether it has digits, capitals inside, or signs.
        completions: further terms, of words that begin with it, while it is being typed.
        corrected: the words, spelt like it, that are looked for instead.
    """

    word: str
    start: int
    end: int
    forms: tuple[str, ...]
    share: float = 0.0
    weight: float = 0.0
    is_stop_word: bool = False
    is_identifier: bool = False
    completions: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()


def idf(entries: int, count: int) -> float:
    """Tantivy's idf: ln(1 + (N - n + 0.5) / (n + 0.5))."""
    return math.log(1 + max(0.0, entries - count + 0.5) / (count + 0.5))


def languages_of(searcher: tantivy.Searcher) -> dict[str, float]:
    """The languages of the passages and their shares, the most frequent first."""
    total = max(1, searcher.num_docs)
    counts = searcher.terms_with_prefix(LANGUAGE, "")
    return {name: count / total for name, count in counts if name and count / total >= _REAL}


def query_language(found: Sequence[Word], languages: Iterable[str]) -> str | None:
    """The language of a query, by its stop words; None where none of the library's has any.

    Args:
        found: the words of the query.
        languages: of the library, the most frequent first.
    """
    folded = {word.folded for word in found}
    best, most = None, 0
    for number, language in enumerate(languages):
        count = len(folded & stop_words(language))
        # One word may be anybody's: "die" is German, and English. The first language has the say.
        if count > most and (number == 0 or count > 1 or len(folded) == 1 or not best):
            best, most = language, count
    return best


def query_terms(
    text: str,
    searcher: tantivy.Searcher,
    languages: Iterable[str],
    *,
    typing: bool = False,
    of_names: bool = False,
) -> tuple[QueryTerm, ...]:
    """The words of a query, in their order, each once, as this index knows them.

    Args:
        text: of the query.
        searcher: of the index.
        languages: of the library, the most frequent first.
        typing: whether the last word may be unfinished.
        of_names: whether the index is that of file names, whose language nobody knows.
    """
    found = words(text[:_LONGEST_QUERY])
    names = tuple(languages)
    stopped = stop_words(language) if (language := query_language(found, names)) else frozenset()
    known = _Known(searcher, (*names, None), of_names=of_names)
    unfinished = found[-1].end if typing and found and text[found[-1].end :] == "" else -1
    terms: dict[tuple[str, ...], QueryTerm] = {}
    for word in found:
        term = known.term(
            text, word, is_stop_word=word.folded in stopped, unfinished=word.end == unfinished
        )
        if term is not None and len(terms) < _TERMS:
            terms.setdefault(term.forms, term)
    return tuple(terms.values())


def _is_identifier(word: Word, written: str) -> bool:
    """Whether it has signs, digits beside letters, or capitals that are not all or the first."""
    if word.whole or not (written.isalpha() or written.isdigit() or not written.isascii()):
        return True
    return not (written.islower() or written.isupper() or written[1:].islower()) and (
        written.isalpha() and any(c.isupper() for c in written[1:])
    )


class _Known:
    """What one index knows of words; for one query."""

    def __init__(
        self, searcher: tantivy.Searcher, languages: Sequence[str | None], *, of_names: bool
    ) -> None:
        self._searcher = searcher
        self._of_names = of_names
        self._languages = languages
        self._entries = searcher.num_docs
        self._corrections = _MISSPELT

    def term(
        self, text: str, word: Word, *, is_stop_word: bool, unfinished: bool
    ) -> QueryTerm | None:
        written = text[word.start : word.end]
        identifier = _is_identifier(word, written)
        more = self._completed(word) if unfinished and not word.whole else ()
        forms = self._forms(word)
        corrected: tuple[str, ...] = ()
        counts = [self._searcher.doc_freq(TERMS, form) for form in forms]
        if not any(counts) and word.whole:
            return None  # its parts stand for it
        if (
            not any(counts)
            and not more
            and not identifier
            and not unfinished
            and self._unwritten(word)
        ):
            corrected = self._corrected(word)
            forms = self._stems(corrected) or forms
            counts = [self._searcher.doc_freq(TERMS, form) for form in forms]
        if any(counts):
            forms = tuple(f for f, count in zip(forms, counts, strict=True) if count)
        present = [count for count in counts if count] or [0]
        return QueryTerm(
            written,
            word.start,
            word.end,
            forms,
            share=min(1.0, max(present) / max(1, self._entries)),
            weight=idf(self._entries, min(present)),
            is_stop_word=is_stop_word,
            is_identifier=identifier,
            completions=tuple(f for f in more if f not in forms),
            corrected=corrected,
        )

    def _unwritten(self, word: Word) -> bool:
        return not self._searcher.doc_freq(SURFACE, word.folded)

    def _forms(self, word: Word) -> tuple[str, ...]:
        if word.whole:
            return (word.folded,)
        if word.lone:
            return (word.folded, *starting_with(self._searcher, word.folded))
        if self._of_names:
            return tuple(dict.fromkeys((stem(word.lower, None), *self._names_like(word))))
        return tuple(dict.fromkeys(stem(word.lower, language) for language in self._languages))

    def _names_like(self, word: Word) -> Iterator[str]:
        """The terms of words in names that have the same stem in a language of the library."""
        for language in self._languages:
            same = stem(word.lower, language)
            for name in completions(self._searcher, same):
                if stem(name, language) == same:
                    yield stem(name, None)

    def _completed(self, word: Word) -> tuple[str, ...]:
        return self._stems(completions(self._searcher, word.folded))

    def _corrected(self, word: Word) -> tuple[str, ...]:
        if not self._corrections:
            return ()
        self._corrections -= 1
        return variants(self._searcher, word.folded)

    def _stems(self, surfaces: Iterable[str]) -> tuple[str, ...]:
        stems = dict.fromkeys(stem(s, language) for s in surfaces for language in self._languages)
        return tuple(s for s in stems if self._searcher.doc_freq(TERMS, s))
