"""What the core says in English, such as an error's advice, in the language of the window."""

import re
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QCoreApplication

from alcove.errors import AlcoveError
from alcove_desktop.texts import numbers
from alcove_desktop.texts.core_texts import IN_A_WINDOW, TEXTS

_WHOLE = TEXTS | set(IN_A_WINDOW.values())
_PLACE = re.compile(r"\{(\w+)\}")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")


def told(english: str) -> str:
    """A text of the core as a window says it; one that is not in our tables stays as it is."""
    english = IN_A_WINDOW.get(english, english)
    if english in _WHOLE:
        return _translated(english)
    for template, found in _matches(english):
        values = {name: _value(name, value) for name, value in found.groupdict().items()}
        return _translated(template).format(**values)
    return english


def in_words(error: Exception) -> str:
    """The error's message and advice, a line each."""
    advice = told(error.advice) if isinstance(error, AlcoveError) else ""
    said = told(str(error)) or type(error).__name__
    return "\n".join(part for part in (said[:1].upper() + said[1:], advice) if part)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Core", text)


def _matches(english: str) -> Iterator[tuple[str, re.Match[str]]]:
    for template, pattern in _patterns().items():
        found = pattern.fullmatch(english)
        if found:
            yield template, found


def _value(name: str, text: str) -> str:
    if name == "what":  # said by another part of the core
        return told(text)
    return numbers.number(int(text.replace(",", ""))) if _GROUPED.fullmatch(text) else text


def _pattern(template: str) -> re.Pattern[str]:
    plain = re.escape(template).replace(r"\{", "{").replace(r"\}", "}")
    return re.compile(_PLACE.sub(r"(?P<\1>.+)", plain), re.DOTALL)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Those of the texts with places, the longest first, which says the most."""
    texts = sorted(TEXTS, key=len, reverse=True)
    return {text: _pattern(text) for text in texts if _PLACE.search(text)}
