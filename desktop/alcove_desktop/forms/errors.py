"""Errors as they are shown: what happened, and below it what to do."""

from alcove.errors import AlcoveError
from alcove_desktop.texts.core import told


def in_words(error: Exception) -> str:
    """The error's message and advice, a line each."""
    advice = told(error.advice) if isinstance(error, AlcoveError) else ""
    said = told(str(error)) or type(error).__name__
    return "\n".join(part for part in (said[:1].upper() + said[1:], advice) if part)
