"""What tantivy is asked: any of the words of a query, or all of a phrase in their order."""

from collections.abc import Sequence

import tantivy

from alcove.index.words.fields import SURFACE, TERMS
from alcove.language import characters, surface, words
from alcove.search.words.query_terms import NEAR, QueryTerm

_LONGEST_PHRASE = 500  # code points; what follows is not looked at
_HIGHEST_TF = 2.2  # k1 + 1, which BM25's term frequency never reaches; k1 = 1.2


def scored(terms: Sequence[QueryTerm]) -> tuple[QueryTerm, ...]:
    """The terms that count: stop words only where there is nothing else."""
    return tuple(term for term in terms if not term.is_stop_word) or tuple(terms)


def any_of(schema: tantivy.Schema, terms: Sequence[QueryTerm]) -> tantivy.Query:
    """Match what has any of the words; a word counts once, by the form that weighs most."""
    queries = [(tantivy.Occur.Should, _any_form(schema, term)) for term in terms]
    return tantivy.Query.boolean_query(queries) if queries else tantivy.Query.empty_query()


def any_within(schema: tantivy.Schema, terms: Sequence[QueryTerm], document: int) -> tantivy.Query:
    """The same among the passages of one document, which makes no difference to the scores."""
    own = tantivy.Query.term_query(schema, "owner", document, "basic")
    return tantivy.Query.boolean_query(
        [
            (tantivy.Occur.Must, tantivy.Query.const_score_query(own, 0.0)),
            (tantivy.Occur.Must, any_of(schema, terms)),
        ]
    )


def highest(terms: Sequence[QueryTerm]) -> float:
    """The BM25 that no entry can exceed: every word, also an unknown one, as often as can be.

    What is only near to a missing word does not stand for it in full.
    """
    return sum(_HIGHEST_TF * max(term.weight, term.rarity) for term in terms)


def phrase_query(schema: tantivy.Schema, phrase: str) -> tantivy.Query:
    """Match what has the words of a phrase one after the other; nothing for a phrase without words.

    Of scripts without spaces it has all pairs of characters, which is nearly the same.
    """
    phrase = phrase[:_LONGEST_PHRASE]
    required = _in_order(schema, surface(phrase)) + _joined(schema, phrase)
    if not required:
        return tantivy.Query.empty_query()
    return tantivy.Query.const_score_query(
        tantivy.Query.boolean_query([(tantivy.Occur.Must, query) for query in required]), 1.0
    )


def _in_order(schema: tantivy.Schema, found: list[str]) -> list[tantivy.Query]:
    if len(found) > 1:
        return [tantivy.Query.phrase_query(schema, SURFACE, list(found))]
    return [tantivy.Query.term_query(schema, SURFACE, word, "basic") for word in found]


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
