"""What the words index stores of a text: the same as `words` and `terms` say, in one quick pass."""

import re
from abc import abstractmethod
from functools import lru_cache

from alcove.language.scripts import JOINED, MARKS
from alcove.language.stemming import stem, terms
from alcove.language.words import JOINT, LONGEST, TOKEN, characters, surface, words

# TOKEN for text without combining marks and joined scripts, and for plain ASCII.
_SIMPLE = re.compile(rf"[^\W_]++(?:{JOINT}[^\W_]++)*+(?:\+\+|#)?")
_ASCII = re.compile(r"[A-Za-z0-9]++(?:(?:[-./@&+#]|_++)[A-Za-z0-9]++)*+(?:\+\+|#)?")
_BEYOND_SIMPLE = re.compile(f"[{MARKS}{JOINED}]")
_SPACED = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_PUNCTUATION = "\u2019\u2018\u201c\u201d\u2013\u2014\u2026\u2022\u00a0"  # of ordinary English text

_KEPT = 50_000  # tokens of a language, which are nearly all of most texts; about 10 MB
_LONGEST_KEPT = 40  # code points; a run of joined characters hardly comes twice
_LANGUAGES = 6


def analyze(text: str, language: str | None) -> tuple[str, str]:
    """Return a text's terms, and its words as they follow each other; both with spaces between.

    Args:
        text: of any length.
        language: that it is written in, ISO 639-1; None if that is not known.
    """
    if not text.isascii():
        for sign in _PUNCTUATION:
            text = text.replace(sign, " ")
    if text.isascii():
        return _analyze_ascii(text, _tokens(language))
    pattern = _any_tokens() if _BEYOND_SIMPLE.search(text) else _SIMPLE
    known, follow = _tokens(language), _surfaces()
    tokens = pattern.findall(text)
    return " ".join([known[token] for token in tokens]), " ".join([follow[t] for t in tokens])


def _analyze_ascii(text: str, known: "_TokenTerms") -> tuple[str, str]:
    return " ".join([known[token] for token in _ASCII.findall(text)]), text.translate(_SPACED)


class _TokenCache(dict[str, str]):
    """What is stored for a token; when it is full, what was met since the last time stays."""

    def __init__(self) -> None:
        super().__init__()
        self._earlier: dict[str, str] = {}

    def __missing__(self, token: str) -> str:
        value = self._earlier.get(token)
        if value is None:
            value = self.analyze(token)
        if len(token) <= _LONGEST_KEPT:
            if len(self) >= _KEPT:
                self._earlier = dict(self)
                self.clear()
            self[token] = value
        return value

    @abstractmethod
    def analyze(self, token: str) -> str:
        """What is stored for a token, with spaces between."""


class _TokenTerms(_TokenCache):
    """The terms of a token, in one language."""

    def __init__(self, language: str | None) -> None:
        super().__init__()
        self._language = language

    def analyze(self, token: str) -> str:
        if token.isascii() and _is_plain(token):
            return stem(token.lower(), self._language)
        found = [term for word in words(token) for term in terms(word, self._language)]
        # The last character of several belongs to a pair that it does not begin: so that it can
        # be found alone, like the others, by what terms begin with.
        return " ".join([*found, *characters(token)[1:][-1:]])


def _is_plain(token: str) -> bool:
    """Whether a token is one word without parts; asked first because nearly all are."""
    written = token[1:].islower() or token.isupper() or len(token) == 1
    return len(token) <= LONGEST and (token.isdigit() or (token.isalpha() and written))


class _SurfaceForms(_TokenCache):
    """The words of a token as they follow each other."""

    def analyze(self, token: str) -> str:
        return " ".join(surface(token))


@lru_cache(maxsize=1)
def _any_tokens() -> re.Pattern[str]:
    """TOKEN without a group; a search, which stores nothing, need not wait for it."""
    return re.compile(TOKEN.pattern.replace("?P<joined>", "?:"))


@lru_cache(maxsize=_LANGUAGES)
def _tokens(language: str | None) -> _TokenTerms:
    return _TokenTerms(language)


@lru_cache(maxsize=1)
def _surfaces() -> _SurfaceForms:
    return _SurfaceForms()
