"""Detect the language of a text."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from alcove.language.scripts import language_by_script

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_STRETCH = 200  # code points from each of beginning, middle and end: 0.4 ms a document
_MIN_LETTERS = 20  # of words; a shorter text is a name or a number
_MIN_CONFIDENCE = 0.5
_LETTERS = re.compile(r"[^\W\d_]{2,}|[^\W\d_](?=\W)")
_SAME: Final = {"nb": "no", "nn": "no"}


def detect(text: str) -> str | None:
    """Return the language of a text, ISO 639-1; None if it is too short or the result uncertain.

    Uses a sample of a long text. The first call takes one second: it loads the model.
    """
    sample = " ".join(_LETTERS.findall(_sample(text)))
    by_script = language_by_script(sample)
    if by_script is not None:
        return by_script
    if len(sample) < _MIN_LETTERS:
        return None
    language, confidence = _identifier().classify(sample)
    return _SAME.get(language, language) if confidence >= _MIN_CONFIDENCE else None


def _sample(text: str) -> str:
    """Return beginning, middle and end: the first pages may be in another language."""
    if len(text) <= 3 * _STRETCH:
        return text
    middle = len(text) // 2
    return "\n".join((text[:_STRETCH], text[middle : middle + _STRETCH], text[-_STRETCH:]))


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    codes = {label for label in identifier.labels if len(label) == 2}
    identifier.set_languages(codes)
    return identifier
