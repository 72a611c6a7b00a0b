"""Which words of a language say nothing of what a text is about."""

from functools import cache

from alcove.language.folding import fold
from alcove.language.stop_word_lists import STOP_WORDS


@cache
def stop_words(language: str) -> frozenset[str]:
    """The stop words of a language, folded; none for one whose words we do not know."""
    return frozenset(fold(word) for word in STOP_WORDS.get(language, "").split())
