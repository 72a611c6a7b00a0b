"""What is stored of a word in the words index: its stem in the language of its text."""

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
_STEMS = 100_000  # that are kept: some 20 MB


def languages() -> frozenset[str]:
    """The languages that have a stemmer, ISO 639-1."""
    return frozenset(_STEMMERS)


def terms(word: Word | str, language: str | None) -> tuple[str, ...]:
    """What the words index holds for a word of a text.

    Args:
        word: as `words` found it, or one word as it is written.
        language: of the text, ISO 639-1; None if that is not known.
    """
    if isinstance(word, str):
        return (stem(lower(word), language),) if word else ()
    return (word.folded,) if word.whole else (stem(word.lower, language),)


@lru_cache(maxsize=_STEMS)
def stem(word: str, language: str | None) -> str:
    """The stem of a word, folded; the word itself, folded, where its language has no stemmer.

    Stemmers know a language's endings with their diacritics, so stemming comes before folding.

    Args:
        word: lower case, with its diacritics.
        language: of the text that it stands in.
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
