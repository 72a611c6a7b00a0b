"""Character ranges of scripts: word characters, unspaced scripts, and the languages they imply."""

import re
from functools import cache
from typing import Final

# Python's \w excludes combining marks: decomposed accents, the vowels of Indic and Semitic
# scripts. The ranges are those of Unicode's Mn and Mc up to U+1CFF, merged where only letters lie
# between them, plus soft hyphen and the two joiners, which occur inside words.
MARKS: Final = (
    "\u00ad\u200c\u200d\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711"
    "\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u0816-\u082d\u0859-\u085b\u08ca-\u08e1\u08e3-\u0903"
    "\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09d7\u09e2\u09e3"
    "\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71\u0a75\u0a81-\u0a83\u0abc-\u0acd\u0ae2\u0ae3\u0afa-\u0b03"
    "\u0b3c-\u0b57\u0b62\u0b63\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c-\u0c56\u0c62\u0c63"
    "\u0c81-\u0c83\u0cbc-\u0cd6\u0ce2\u0ce3\u0d00-\u0d03\u0d3b-\u0d4d\u0d57\u0d62\u0d63\u0d81-\u0d83"
    "\u0dca-\u0df3\u0f18\u0f19\u0f35\u0f37\u0f39\u0f3e\u0f3f\u0f71-\u0f84\u0f86-\u0fbc\u135d-\u135f"
    "\u1885\u1886\u1dc0-\u1dff"
)

THAI: Final = "\u0e01-\u0e3a\u0e40-\u0e4e"
_LAO = "\u0e81-\u0ece"
_BURMESE = "\u1000-\u103f\u1050-\u109d\uaa60-\uaa7f"
_KHMER = "\u1780-\u17d3\u17dc\u17dd"
_HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_HANGUL = "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"
JOINED: Final = _HAN + _KANA + _HANGUL + THAI + _LAO + _KHMER + _BURMESE
"""Unspaced scripts, whose words spaces do not separate: they are split into overlapping bigrams.
Korean has spaces, but particles attach to its words."""

JOINED_MARKS: Final = (
    "\u0e31\u0e33-\u0e3a\u0e45-\u0e4e\u0eb1\u0eb3-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059"
    "\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u109a-\u109d"
    "\u17b4-\u17d3\u17dd\u3099\u309a\uff9e\uff9f"
)
"""Marks of these scripts, which stay with the character before them."""

_FIRST_LETTERS = (  # blocks of letters, and the language to stem by where none is known
    ("\u0370", "\u03ff", "el"),
    ("\u0400", "\u052f", "ru"),
    ("\u0600", "\u06ff", "ar"),
    ("\u0b80", "\u0bff", "ta"),
    ("\u1f00", "\u1fff", "el"),
)
_WRITTEN = {
    "ar": frozenset({"ar", "fa", "ur", "ps", "ku", "ug", "sd"}),
    "ru": frozenset({"ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg", "tt"}),
    "el": frozenset({"el"}),
    "ta": frozenset({"ta"}),
}
_OTHER_SCRIPTS = {
    "am", "as", "bn", "dv", "dz", "gu", "he", "hi", "hy", "ja", "ka", "km", "kn", "ko",
    "lo", "ml", "mr", "my", "ne", "or", "pa", "sa", "si", "te", "th", "ti", "yi", "zh",
}  # fmt: skip
_NOT_LATIN = frozenset().union(*_WRITTEN.values(), _OTHER_SCRIPTS)


def language_of(word: str, language: str | None) -> str:
    """Return the language to stem a word by: the text's, if that uses the word's script.

    Otherwise English for the Latin script, Russian for the Cyrillic, and Greek, Arabic and Tamil
    for their own: a name or a quotation in another script is inflected too.

    Args:
        word: lower case.
        language: language of its text, ISO 639-1; None if unknown.
    """
    first = word[0]
    if first >= "\u0370":
        for low, high, default in _FIRST_LETTERS:
            if low <= first <= high:
                return language if language in _WRITTEN[default] and language else default
    return language if language and language not in _NOT_LATIN else "en"


_MIN_SHARE = 0.3  # of the characters; an unspaced one says as much as several letters
_SCRIPTS = (("ko", _HANGUL), ("th", THAI), ("lo", _LAO), ("my", _BURMESE), ("km", _KHMER))
_KANA_SHARE = 0.1  # half of Japanese text is kana; Chinese has kana only in names


def language_by_script(text: str) -> str | None:
    """Return the language of a text in an unspaced script, which implies it; ISO 639-1.

    Distinguishes Chinese and Japanese by kana. None for other scripts, and for too few characters
    of these.
    """
    if not _one_of(JOINED).search(text):
        return None
    minimum = max(4, _MIN_SHARE * len(text))
    for language, script in _SCRIPTS:
        if len(_one_of(script).findall(text)) >= minimum:
            return language
    kana, han = len(_one_of(_KANA).findall(text)), len(_one_of(_HAN).findall(text))
    if kana + han < minimum:
        return None
    return "ja" if kana >= _KANA_SHARE * (kana + han) else "zh"


@cache
def _one_of(characters: str) -> re.Pattern[str]:
    """Compile on first use: all of them together take 10 ms, and a search needs none."""
    return re.compile(f"[{characters}]")
