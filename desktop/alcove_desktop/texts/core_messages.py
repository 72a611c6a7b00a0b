"""Translate the core's English messages, such as an error's advice, into the window's language."""

import re
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QCoreApplication

from alcove.errors import AlcoveError
from alcove_desktop.texts import numbers
from alcove_desktop.texts.core_texts import IN_A_WINDOW, TEXTS

_WHOLE = TEXTS | set(IN_A_WINDOW.values())
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")


def told(english: str) -> str:
    """Return a message of the core translated; one that is not in our tables stays as it is."""
    english = IN_A_WINDOW.get(english, english)
    if english in _WHOLE:
        return _translated(english)
    for template, match in _matches(english):
        values = {name: _value(name, value) for name, value in match.groupdict().items()}
        return _translated(template).format(**values)
    return english


def in_words(error: Exception) -> str:
    """Return the error's message and advice, a line each."""
    advice = told(error.advice) if isinstance(error, AlcoveError) else ""
    message = told(str(error)) or type(error).__name__
    return "\n".join(part for part in (message[:1].upper() + message[1:], advice) if part)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Core", text)


def _matches(english: str) -> Iterator[tuple[str, re.Match[str]]]:
    for template, pattern in _patterns().items():
        match = pattern.fullmatch(english)
        if match:
            yield template, match


def _value(name: str, text: str) -> str:
    if name == "what":  # a message of another part of the core
        return told(text)
    return numbers.number(int(text.replace(",", ""))) if _GROUPED.fullmatch(text) else text


def _pattern(template: str) -> re.Pattern[str]:
    plain = re.escape(template).replace(r"\{", "{").replace(r"\}", "}")
    return re.compile(_PLACEHOLDER.sub(r"(?P<\1>.+)", plain), re.DOTALL)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Compile the texts with placeholders, the longest and so most specific first."""
    texts = sorted(TEXTS, key=len, reverse=True)
    return {text: _pattern(text) for text in texts if _PLACEHOLDER.search(text)}
