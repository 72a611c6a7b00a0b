"""Build tantivy queries: any of the words of a query, or all words of a phrase in order."""

from collections.abc import Sequence

import tantivy

from alcove.index.words.fields import SURFACE, TERMS
from alcove.language import characters, surface, words
from alcove.search.words.query_terms import NEAR, QueryTerm

_LONGEST_PHRASE = 500  # code points; the rest is ignored
_HIGHEST_TF = 2.2  # k1 + 1 with k1 = 1.2, the limit of BM25's term frequency factor


def scored(terms: Sequence[QueryTerm]) -> tuple[QueryTerm, ...]:
    """Return the terms to score; stop words only if there are no others."""
    return tuple(term for term in terms if not term.is_stop_word) or tuple(terms)


def any_of(schema: tantivy.Schema, terms: Sequence[QueryTerm]) -> tantivy.Query:
    """Return a query for any of the words; a word counts once, by its highest-scoring form."""
    queries = [(tantivy.Occur.Should, _any_form(schema, term)) for term in terms]
    return tantivy.Query.boolean_query(queries) if queries else tantivy.Query.empty_query()


def any_within(schema: tantivy.Schema, terms: Sequence[QueryTerm], document: int) -> tantivy.Query:
    """Return the same query within one document; the restriction does not change the scores."""
    own = tantivy.Query.term_query(schema, "owner", document, "basic")
    return tantivy.Query.boolean_query(
        [
            (tantivy.Occur.Must, tantivy.Query.const_score_query(own, 0.0)),
            (tantivy.Occur.Must, any_of(schema, terms)),
        ]
    )


def highest(terms: Sequence[QueryTerm]) -> float:
    """Return the BM25 that no entry can exceed: every word, known or not, at its highest frequency.

    A related word does not count in full for a missing one.
    """
    return sum(_HIGHEST_TF * max(term.weight, term.rarity) for term in terms)


def phrase_query(schema: tantivy.Schema, phrase: str) -> tantivy.Query:
    """Return a query for the words of a phrase in sequence; a phrase without words matches nothing.

    In scripts without spaces it requires all pairs of characters, which is nearly the same.
    """
    phrase = phrase[:_LONGEST_PHRASE]
    required = _in_order(schema, surface(phrase)) + _joined(schema, phrase)
    if not required:
        return tantivy.Query.empty_query()
    return tantivy.Query.const_score_query(
        tantivy.Query.boolean_query([(tantivy.Occur.Must, query) for query in required]), 1.0
    )


def _in_order(schema: tantivy.Schema, phrase_words: list[str]) -> list[tantivy.Query]:
    if len(phrase_words) > 1:
        return [tantivy.Query.phrase_query(schema, SURFACE, list(phrase_words))]
    return [tantivy.Query.term_query(schema, SURFACE, word, "basic") for word in phrase_words]


def _joined(schema: tantivy.Schema, phrase: str) -> list[tantivy.Query]:
    if not characters(phrase):
        return []
    pairs = {word.folded: word.lone for word in words(phrase) if characters(word.folded)}
    return [
        tantivy.Query.regex_query(schema, TERMS, f"{pair}.*")
        if lone
        else tantivy.Query.term_query(schema, TERMS, pair, "basic")
        for pair, lone in pairs.items()
    ]


def _any_form(schema: tantivy.Schema, term: QueryTerm) -> tantivy.Query:
    near = [_has(schema, TERMS, form) for form in term.related]
    near += [_has(schema, SURFACE, word) for word in term.written]
    return tantivy.Query.disjunction_max_query(
        [_has(schema, TERMS, form) for form in term.forms]
        + [tantivy.Query.boost_query(query, NEAR) for query in near]
    )


def _has(schema: tantivy.Schema, field: str, term: str) -> tantivy.Query:
    return tantivy.Query.term_query(schema, field, term, "freq")
