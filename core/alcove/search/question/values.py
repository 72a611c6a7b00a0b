"""Convert filter values to formats, folders, dates and languages, or raise a helpful error."""

import re
from datetime import datetime
from difflib import get_close_matches

from alcove.paths import from_text, is_absolute
from alcove.search.question.dates import span_of
from alcove.search.question.languages import language_code, language_names
from alcove.search.question.pieces import FilterValue
from alcove.search.question.query import QueryContext, QueryError
from alcove.search.question.types import formats_of, type_names

_LONGEST = 32  # code points; a longer value gets no suggestion and is shortened in errors
_RELATIVE = re.compile(r"\.{1,2}(?:[/\\]|\Z)")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Replace lone surrogates, which come from file names that are not valid UTF-8."""
    return _SURROGATES.sub("\ufffd", text)


def types(value: FilterValue) -> tuple[str, ...]:
    """Return the formats for a value.

    Raises:
        QueryError: it is no kind of document.
    """
    formats = formats_of(value.text)
    if not formats:
        raise _unknown(value, "is not a kind of document", type_names(), "pdf, word, mail or code")
    return formats


def languages(value: FilterValue) -> tuple[str, ...]:
    """Return the language code for a value, in a tuple of one.

    Raises:
        QueryError: it is no language.
    """
    code = language_code(value.text)
    if code is None:
        raise _unknown(value, "is not a language", language_names(), "en or english")
    return (code,)


def span(value: FilterValue, around: QueryContext) -> tuple[datetime, datetime]:
    """Return the first moment of a date or period, and the first moment after it.

    Raises:
        QueryError: it is no date.
    """
    period = span_of(value.text, around.now)
    if period is None:
        raise _unknown(
            value,
            "is not a date",
            ["today", "yesterday"],
            "2025-03-31, 2025-03, 2025, today or yesterday, or 7d, 2w, 3m, 1y for that long ago",
        )
    return period


def names(value: FilterValue) -> tuple[str, ...]:
    """Return the words or the pattern as typed, white space collapsed, in a tuple of one."""
    return (clean(" ".join(value.text.split())),)


def folder(value: FilterValue, around: QueryContext) -> bytes | str:
    """Return an absolute path as bytes, or as text the end of a path with / between its names.

    Raises:
        QueryError: it is no name of a folder.
    """
    path = _absolute(value, around)
    if path is not None:
        return path
    parts = [part for part in re.split(r"[/\\]", clean(value.text)) if part not in ("", ".")]
    if not parts or _RELATIVE.match(value.text):
        raise QueryError(
            f"“{_shown(value)}” is not the name of a folder",
            *(value.start, value.end),
            advice="Enter the folder's name, the end of its path, or the whole path.",
        )
    return "/".join(parts)


def file(value: FilterValue, around: QueryContext) -> bytes:
    """Return the absolute path of a file.

    Raises:
        QueryError: the path is relative, and there is no folder that it could be relative to.
    """
    path = _absolute(value, around)
    if path is None and around.folder is not None:
        path = from_text(value.text, around.folder)
    if path is None:
        raise QueryError(
            "similar: needs the whole path of a file",
            *(value.start, value.end),
            advice="Start the path with / or ~.",
        )
    return path


def _absolute(value: FilterValue, around: QueryContext) -> bytes | None:
    """Return the absolute path, None if it has no known start; nothing is looked up on the disk."""
    text = value.text
    if text == "~" or text.startswith(("~/", "~\\")):
        return from_text(around.home + text[1:])
    if is_absolute(text):
        return from_text(text)
    if around.folder is not None and _RELATIVE.match(text):
        return from_text(text, around.folder)
    return None


def _unknown(value: FilterValue, what: str, words: list[str], examples: str) -> QueryError:
    guesses = get_close_matches(value.text.lower(), words, 1) if len(value.text) <= _LONGEST else []
    advice = f"Did you mean {guesses[0]}?" if guesses else f"Try {examples}."
    return QueryError(
        f"“{_shown(value)}” {what}",
        *(value.start, value.end),
        advice=advice,
    )


def _shown(value: FilterValue) -> str:
    """Return a value on one line, without control characters that a terminal would obey."""
    text = value.text if len(value.text) <= _LONGEST else value.text[:_LONGEST] + "…"
    return "".join(char if char.isprintable() else "\ufffd" for char in text)
