"""Fold words: one spelling for those that differ only in case, diacritics or width."""

import re
import unicodedata
from typing import Final

# Letters that Unicode does not decompose, in the usual spelling of catalogues and keyboards that
# lack them.
_LETTERS: Final = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
        "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t", "ς": "σ", "ƒ": "f", "ĸ": "k",
        "\u2010": "-", "\u2011": "-",
        "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "ـ": None,
    }
)  # fmt: skip
# Of Latin, Greek, Cyrillic, Hebrew and Arabic: accents, points, harakat, the hamza above and below
# an alif. Marks of other scripts are vowels, which people do not omit.
_DIACRITICS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]+"
)
_SHORT_I = "\u0438\u0306"  # й is a letter of its own, not an и with an accent


def fold(text: str) -> str:
    """Return `text` in lower case, ordinary width, without diacritics; longer (ß) or shorter."""
    lower = text.lower()
    return lower if lower.isascii() else _folded(lower)


def lower(text: str) -> str:
    """Return `text` in lower case, composed, ordinary width, with diacritics, for stemmers."""
    lowered = text.lower()
    return lowered if lowered.isascii() else unicodedata.normalize("NFKC", lowered)


def _folded(lowered: str) -> str:
    decomposed = unicodedata.normalize("NFKD", lowered).replace(_SHORT_I, "й")
    bare = _DIACRITICS.sub("", decomposed).translate(_LETTERS)
    # Compose again, for the syllables of Hangul and the voiced kana. Remove spaces: one character
    # may decompose into several words (ﷺ).
    return "".join(unicodedata.normalize("NFC", bare).lower().split())
