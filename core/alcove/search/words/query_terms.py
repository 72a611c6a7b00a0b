"""What the words of a query mean to an index: the forms to look for, and what they weigh."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import tantivy

from alcove.index.words.fields import LANGUAGE, SURFACE, TERMS
from alcove.language import Word, stop_words, words
from alcove.search.words.spelling import variants
from alcove.search.words.vocabulary import Vocabulary

_LONGEST_QUERY = 2_000  # code points; a pasted page is cut here
_TERMS = 64  # of a query
_MISSPELT = 4  # words of a query that are looked for otherwise spelt
_USUAL = "en"  # where texts are too short to say their language
_REAL = 0.01  # of the passages: the share from which on a language is one of the library's

NEAR = 0.5
"""What words count that are only near to the one of the query. Tried on xquad-de for compounds: .3
gives .9413, .5 gives .9429, none .9375."""


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A word of a query, as an index knows it.

    Attributes:
        word: as it was typed.
        start: its first code point in the query.
        end: one past its last.
        forms: the index terms that are looked for: its stems, or those of words spelt like it.
        share: of the passages that have the most frequent of the forms; 0…1.
        weight: the idf of its rarest form: the most that it can count.
        rarity: the idf of the word itself, the highest for one that no entry has.
        is_stop_word: whether it says nothing in the query's language.
        is_identifier: whether it has digits, capitals inside, or signs.
        written: the word as it would stand in a text of any language, folded; it counts `NEAR`.
        related: terms that count `NEAR`: of words that begin with it while it is being typed, of
            compounds that end in it, and what it ends in itself.
        corrected: the words, spelt like it, that are looked for instead.
    """

    word: str
    start: int
    end: int
    forms: tuple[str, ...]
    share: float = 0.0
    weight: float = 0.0
    rarity: float = 0.0
    is_stop_word: bool = False
    is_identifier: bool = False
    written: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()


def languages_of(searcher: tantivy.Searcher) -> tuple[str, ...]:
    """The languages that the passages of an index really are in, the most frequent first."""
    least = _REAL * searcher.num_docs
    counts = searcher.terms_with_prefix(LANGUAGE, "")
    return tuple(language for language, count in counts if language and count >= least)


def query_language(found: Sequence[Word], languages: Sequence[str]) -> str | None:
    """The language of a query, by its stop words; None where they do not tell.

    Args:
        found: the words of the query.
        languages: of the library, the most frequent first.
    """
    folded = {word.folded for word in found}
    counts = [(len(folded & stop_words(language)), language) for language in languages]
    most, best = max(counts, key=lambda counted: counted[0], default=(0, None))
    # One word may be anybody's: "die" is German, and English.
    return best if most > 1 or len(languages) == 1 else None


def query_terms(
    text: str,
    searcher: tantivy.Searcher,
    languages: Sequence[str],
    elsewhere: tantivy.Searcher,
    *,
    typing: bool = False,
    of_names: bool = False,
) -> tuple[QueryTerm, ...]:
    """The words of a query, in their order, each once, as an index knows them.

    Args:
        text: of the query.
        searcher: of the index.
        languages: of the library, the most frequent first.
        elsewhere: of the other index: a word that only that one has is not misspelt.
        typing: whether the last word may be unfinished.
        of_names: whether the index is that of file names, whose language nobody knows.
    """
    text = text[:_LONGEST_QUERY]
    found = list({word.folded: word for word in reversed(words(text))}.values())[::-1][:_TERMS]
    language = query_language(found, languages or (_USUAL,))
    stopped = stop_words(language or next(iter(languages), ""))
    known = Vocabulary(searcher, languages, language, of_names=of_names)
    last = len(text) if typing else -1
    terms: list[QueryTerm] = []
    tries = _MISSPELT
    corrected: tuple[str, ...]
    for word in found:
        term = _term(known, word, text[word.start : word.end], unfinished=word.end == last)
        if term.weight == 0.0 and not word.whole:
            corrected = ()
            if tries and word.end != last and _may_be_misspelt(term, elsewhere):
                tries, corrected = tries - 1, variants(searcher, word.folded)
            term = _unknown(known, term, corrected)
        if term.weight:
            terms.append(replace(term, is_stop_word=word.folded in stopped))
    return tuple(terms)


def _term(known: Vocabulary, word: Word, typed: str, *, unfinished: bool) -> QueryTerm:
    """A word as it is in the index; its weight is 0 where nothing like it is there."""
    forms = known.forms(word)
    related = list(known.compounds(forms))
    if unfinished and not word.whole:
        related += known.of_surfaces(known.beginning_with(word.folded))
    term = QueryTerm(
        word=typed,
        start=word.start,
        end=word.end,
        forms=known.present(forms) or forms,
        share=known.share(forms),
        is_identifier=_is_identifier(word, typed),
        written=() if word.whole else (word.folded,),
        related=tuple(form for form in dict.fromkeys(related) if form not in forms),
    )
    near = max(known.weight(SURFACE, term.written), known.weight(TERMS, term.related))
    own = known.weight(TERMS, term.forms)
    rarity = own or known.weight_of_unknown()
    return replace(term, weight=max(own, NEAR * near), rarity=rarity)


def _may_be_misspelt(term: QueryTerm, elsewhere: tantivy.Searcher) -> bool:
    """Whether a word that one index does not have is nowhere else, and could be a slip."""
    return not (
        term.is_identifier
        or any(elsewhere.doc_freq(TERMS, form) for form in term.forms)
        or any(elsewhere.doc_freq(SURFACE, word) for word in term.written)
    )


def _unknown(known: Vocabulary, term: QueryTerm, corrected: tuple[str, ...]) -> QueryTerm:
    """A word that nothing in the index is like: other spellings of it, or a missing word."""
    if not corrected:
        return replace(term, weight=known.weight_of_unknown())
    forms = known.of_surfaces(corrected)
    return replace(
        term,
        forms=forms,
        share=known.share(forms),
        weight=max(known.weight(TERMS, forms), NEAR * known.weight(SURFACE, corrected)),
        written=corrected,
        corrected=corrected,
    )


def _is_identifier(word: Word, typed: str) -> bool:
    """Whether it has signs, digits, or capitals neither first nor throughout."""
    inner_capital = any(c.isupper() for c in typed[1:]) and not typed.isupper()
    return word.whole or inner_capital or any(c.isdigit() for c in typed)
