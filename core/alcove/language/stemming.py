"""Stem words, in the language of their text, into the terms of the words index."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

import tantivy

from alcove.language.folding import fold, lower
from alcove.language.scripts import language_of
from alcove.language.words import Word

_STEMMERS: Final[Mapping[str, str]] = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}
_STEMS = 100_000  # cached: about 20 MB


def languages() -> frozenset[str]:
    """Return the languages that have a stemmer, ISO 639-1."""
    return frozenset(_STEMMERS)


def terms(word: Word | str, language: str | None) -> tuple[str, ...]:
    """Return the terms that the words index holds for a word of a text.

    Args:
        word: a result of `words`, or one word as written.
        language: language of the text, ISO 639-1; None if unknown.
    """
    if isinstance(word, str):
        return (stem(lower(word), language),) if word else ()
    return (word.folded,) if word.whole else (stem(word.lower, language),)


@lru_cache(maxsize=_STEMS)
def stem(word: str, language: str | None) -> str:
    """Return the folded stem of a word, or the folded word where its language has no stemmer.

    Stemmers expect a language's endings with their diacritics, so stemming comes before folding.

    Args:
        word: lower case, with its diacritics.
        language: language of its text, ISO 639-1; None if unknown.
    """
    name = _STEMMERS.get(language_of(word, language))
    if name is None or word.isdigit():
        return fold(word)
    (stemmed,) = _stemmer(name).analyze(word) or [word]
    return fold(stemmed) or fold(word)


@cache
def _stemmer(name: str) -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw())
    return builder.filter(tantivy.Filter.stemmer(name)).build()
