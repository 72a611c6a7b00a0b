"""Expand a query's words into index terms with weights: stems, compounds, corrections."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import tantivy

from alcove.index.words.fields import LANGUAGE, SURFACE, TERMS
from alcove.language import Word, stop_words, words
from alcove.search.words.spelling import variants
from alcove.search.words.vocabulary import Vocabulary

_LONGEST_QUERY = 2_000  # code points; a longer query, such as a pasted page, is truncated
_TERMS = 64  # the most words of a query
_CORRECTIONS = 4  # the most words of a query to correct the spelling of
_DEFAULT_LANGUAGE = "en"  # for libraries whose texts are too short for language detection
_LEAST_SHARE = 0.01  # least share of the passages for a language to count as one of the library's

NEAR = 0.5
"""The factor for words that are only related to the query's. For compounds on xquad-de, .3 gives
.9413, .5 gives .9429, none .9375."""


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A word of a query, as an index has it.

    Attributes:
        word: as it was typed.
        start: its first code point in the query.
        end: one past its last.
        forms: the index terms to search for: its stems, or those of its corrections.
        share: the share of passages that have the most frequent form, 0…1.
        weight: the idf of its rarest form: the most that it can count.
        rarity: the idf of the word itself, the highest for a word that no entry has.
        is_stop_word: whether it is a stop word of the query's language.
        is_identifier: whether it has digits, inner capitals, or signs.
        written: the word itself, folded but not stemmed, for texts of any language; counts `NEAR`.
        related: terms that count `NEAR`: of words that begin with it while it is being typed, of
            compounds that end in it, and of the word that it ends in itself.
        corrected: similarly spelt words that are searched instead.
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
    """Return the languages of an index's passages, most frequent first; without very rare ones."""
    least = _LEAST_SHARE * searcher.num_docs
    counts = searcher.terms_with_prefix(LANGUAGE, "")
    return tuple(language for language, count in counts if language and count >= least)


def query_language(found: Sequence[Word], languages: Sequence[str]) -> str | None:
    """Detect the language of a query by its stop words; None if they do not decide.

    Args:
        found: the words of the query.
        languages: of the library, most frequent first.
    """
    folded = {word.folded for word in found}
    counts = [(len(folded & stop_words(language)), language) for language in languages]
    most, best = max(counts, key=lambda counted: counted[0], default=(0, None))
    # A single stop word does not decide: "die" is German and English.
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
    """Return the words of a query, in order and deduplicated, as an index has them.

    Args:
        text: of the query.
        searcher: of the index.
        languages: of the library, most frequent first.
        elsewhere: searcher of the other index; a word that only that one has is not misspelt.
        typing: whether the last word may be unfinished.
        of_names: whether the index holds file names, whose language is unknown.
    """
    text = text[:_LONGEST_QUERY]
    tokens = list({word.folded: word for word in reversed(words(text))}.values())[::-1][:_TERMS]
    language = query_language(tokens, languages or (_DEFAULT_LANGUAGE,))
    stops = stop_words(language or next(iter(languages), ""))
    vocabulary = Vocabulary(searcher, languages, language, of_names=of_names)
    last = len(text) if typing else -1
    terms: list[QueryTerm] = []
    corrections_left = _CORRECTIONS
    corrected: tuple[str, ...]
    for word in tokens:
        term = _term(vocabulary, word, text[word.start : word.end], unfinished=word.end == last)
        if term.weight == 0.0 and not word.whole:
            corrected = ()
            if corrections_left and word.end != last and _may_be_misspelt(term, elsewhere):
                corrections_left, corrected = corrections_left - 1, variants(searcher, word.folded)
            term = _corrected_or_missing(vocabulary, term, corrected)
        if term.weight:
            terms.append(replace(term, is_stop_word=word.folded in stops))
    return tuple(terms)


def _term(vocabulary: Vocabulary, word: Word, typed: str, *, unfinished: bool) -> QueryTerm:
    """Look up a word in the index; its weight is 0 if nothing there is related to it."""
    forms = vocabulary.forms(word)
    related = list(vocabulary.compounds(forms))
    if unfinished and not word.whole:
        related += vocabulary.of_surfaces(vocabulary.beginning_with(word.folded))
    term = QueryTerm(
        word=typed,
        start=word.start,
        end=word.end,
        forms=vocabulary.present(forms) or forms,
        share=vocabulary.share(forms),
        is_identifier=_is_identifier(word, typed),
        written=() if word.whole else (word.folded,),
        related=tuple(form for form in dict.fromkeys(related) if form not in forms),
    )
    near = max(vocabulary.weight(SURFACE, term.written), vocabulary.weight(TERMS, term.related))
    exact = vocabulary.weight(TERMS, term.forms)
    rarity = exact or vocabulary.weight_of_unknown()
    return replace(term, weight=max(exact, NEAR * near), rarity=rarity)


def _may_be_misspelt(term: QueryTerm, elsewhere: tantivy.Searcher) -> bool:
    """Return whether a word may be misspelt: no identifier, and in neither index."""
    return not (
        term.is_identifier
        or any(elsewhere.doc_freq(TERMS, form) for form in term.forms)
        or any(elsewhere.doc_freq(SURFACE, word) for word in term.written)
    )


def _corrected_or_missing(
    vocabulary: Vocabulary, term: QueryTerm, corrected: tuple[str, ...]
) -> QueryTerm:
    """Return the term with its corrections; without any, as a missing word with the highest idf."""
    if not corrected:
        return replace(term, weight=vocabulary.weight_of_unknown())
    forms = vocabulary.of_surfaces(corrected)
    return replace(
        term,
        forms=forms,
        share=vocabulary.share(forms),
        weight=max(vocabulary.weight(TERMS, forms), NEAR * vocabulary.weight(SURFACE, corrected)),
        written=corrected,
        corrected=corrected,
    )


def _is_identifier(word: Word, typed: str) -> bool:
    """Return whether a word has signs, digits, or inner capitals (not first, not throughout)."""
    inner_capital = any(c.isupper() for c in typed[1:]) and not typed.isupper()
    return word.whole or inner_capital or any(c.isdigit() for c in typed)
