"""Text analysis for keyword (lexical) search: language detection, tokenizer, folding, stemming."""

from alcove.language.compounds import COMPOUNDING, SHORTEST_PART, backwards, endings
from alcove.language.detection import detect
from alcove.language.folding import fold
from alcove.language.indexed_terms import analyze
from alcove.language.stemming import languages, stem, terms
from alcove.language.stop_words import stop_words
from alcove.language.words import LONGEST, Word, characters, surface, words

__all__ = [
    "COMPOUNDING",
    "LONGEST",
    "SHORTEST_PART",
    "Word",
    "analyze",
    "backwards",
    "characters",
    "detect",
    "endings",
    "fold",
    "languages",
    "stem",
    "stop_words",
    "surface",
    "terms",
    "words",
]
