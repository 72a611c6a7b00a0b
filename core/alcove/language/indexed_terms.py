"""Tokenize a text for the words index (inverted index): fast, equivalent to `words` and `terms`."""

import re
from abc import abstractmethod
from functools import lru_cache

from alcove.language.scripts import JOINED, MARKS
from alcove.language.stemming import stem, terms
from alcove.language.words import JOINT, LONGEST, TOKEN, characters, surface, words

# TOKEN for text without combining marks and without unspaced scripts, and for plain ASCII.
_SIMPLE = re.compile(rf"[^\W_]++(?:{JOINT}[^\W_]++)*+(?:\+\+|#)?")
_ASCII = re.compile(r"[A-Za-z0-9]++(?:(?:[-./@&+#]|_++)[A-Za-z0-9]++)*+(?:\+\+|#)?")
_BEYOND_SIMPLE = re.compile(f"[{MARKS}{JOINED}]")
_SPACED = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_PUNCTUATION = "\u2019\u2018\u201c\u201d\u2013\u2014\u2026\u2022\u00a0"  # of ordinary English text

_CACHED = 50_000  # tokens of a language, nearly all those of most texts; about 10 MB
_LONGEST_CACHED = 40  # code points; a long run of unspaced characters hardly occurs twice
_LANGUAGES = 6


def analyze(text: str, language: str | None) -> tuple[str, str]:
    """Return a text's terms, and its folded words in order for phrases; each separated by spaces.

    Args:
        text: of any length.
        language: language of the text, ISO 639-1; None if unknown.
    """
    if not text.isascii():
        for sign in _PUNCTUATION:
            text = text.replace(sign, " ")
    if text.isascii():
        return _analyze_ascii(text, _tokens(language))
    pattern = _any_tokens() if _BEYOND_SIMPLE.search(text) else _SIMPLE
    terms_of, words_of = _tokens(language), _surfaces()
    tokens = pattern.findall(text)
    return " ".join([terms_of[t] for t in tokens]), " ".join([words_of[t] for t in tokens])


def _analyze_ascii(text: str, terms_of: "_TokenTerms") -> tuple[str, str]:
    return " ".join([terms_of[token] for token in _ASCII.findall(text)]), text.translate(_SPACED)


class _TokenCache(dict[str, str]):
    """Cache of analyzed tokens in two generations; when the new one is full, drop the old one."""

    def __init__(self) -> None:
        super().__init__()
        self._earlier: dict[str, str] = {}

    def __missing__(self, token: str) -> str:
        value = self._earlier.get(token)
        if value is None:
            value = self.analyze(token)
        if len(token) <= _LONGEST_CACHED:
            if len(self) >= _CACHED:
                self._earlier = dict(self)
                self.clear()
            self[token] = value
        return value

    @abstractmethod
    def analyze(self, token: str) -> str:
        """Return the stored form of a token, separated by spaces."""


class _TokenTerms(_TokenCache):
    """Cache of the terms of each token, in one language."""

    def __init__(self, language: str | None) -> None:
        super().__init__()
        self._language = language

    def analyze(self, token: str) -> str:
        if token.isascii() and _is_plain(token):
            return stem(token.lower(), self._language)
        stored = [term for word in words(token) for term in terms(word, self._language)]
        # A single character is found as the prefix of a bigram. The last character of several
        # begins no bigram, so it is stored as a term of its own.
        return " ".join([*stored, *characters(token)[1:][-1:]])


def _is_plain(token: str) -> bool:
    """Return whether a token is one word without parts; a fast path, because nearly all are."""
    has_no_humps = token[1:].islower() or token.isupper() or len(token) == 1
    return len(token) <= LONGEST and (token.isdigit() or (token.isalpha() and has_no_humps))


class _SurfaceForms(_TokenCache):
    """Cache of the folded words of each token, in order."""

    def analyze(self, token: str) -> str:
        return " ".join(surface(token))


@lru_cache(maxsize=1)
def _any_tokens() -> re.Pattern[str]:
    """Compile TOKEN without its group, on first use: a search never needs it."""
    return re.compile(TOKEN.pattern.replace("?P<joined>", "?:"))


@lru_cache(maxsize=_LANGUAGES)
def _tokens(language: str | None) -> _TokenTerms:
    return _TokenTerms(language)


@lru_cache(maxsize=1)
def _surfaces() -> _SurfaceForms:
    return _SurfaceForms()
