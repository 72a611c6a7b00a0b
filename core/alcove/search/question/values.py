"""The values of filters: from words to types, folders, dates and languages, or a helpful error."""

import re
from datetime import datetime
from difflib import get_close_matches

from alcove.paths import from_text, is_absolute
from alcove.search.question.dates import span_of
from alcove.search.question.languages import language_code, language_names
from alcove.search.question.pieces import FilterValue
from alcove.search.question.query import QueryContext, QueryError
from alcove.search.question.types import formats_of, type_names

_LONGEST = 32  # code points of a value that is worth a guess, and is shown in an error
_RELATIVE = re.compile(r"\.{1,2}(?:[/\\]|\Z)")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """A text that can be encoded: a file name of another encoding comes with lone surrogates."""
    return _SURROGATES.sub("\ufffd", text)


def types(value: FilterValue) -> tuple[str, ...]:
    """The formats that are meant."""
    formats = formats_of(value.text)
    if not formats:
        raise _unknown(value, "is not a kind of document", type_names(), "pdf, word, mail or code")
    return formats


def languages(value: FilterValue) -> tuple[str, ...]:
    """The code of the language that is meant."""
    code = language_code(value.text)
    if code is None:
        raise _unknown(value, "is not a language", language_names(), "en or english")
    return (code,)


def span(value: FilterValue, around: QueryContext) -> tuple[datetime, datetime]:
    """The first moment that is meant, and the first one after it."""
    found = span_of(value.text, around.now)
    if found is None:
        raise _unknown(
            value,
            "is not a date",
            ["today", "yesterday"],
            "2025-03-31, 2025-03, 2025, today or yesterday, or 7d, 2w, 3m, 1y for that long ago",
        )
    return found


def names(value: FilterValue) -> tuple[str, ...]:
    """The words or the pattern, as typed."""
    return (clean(" ".join(value.text.split())),)


def folder(value: FilterValue, around: QueryContext) -> bytes | str:
    """An absolute path, or the end of a folder's path with / between its names."""
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
    """The absolute path of a file."""
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
    """The path, if it has a known beginning; nothing is looked up on the disk."""
    text = value.text
    if text == "~" or text.startswith(("~/", "~\\")):
        return from_text(around.home + text[1:])
    if is_absolute(text):
        return from_text(text)
    if around.folder is not None and _RELATIVE.match(text):
        return from_text(text, around.folder)
    return None


def _unknown(value: FilterValue, what: str, known: list[str], examples: str) -> QueryError:
    guesses = get_close_matches(value.text.lower(), known, 1) if len(value.text) <= _LONGEST else []
    advice = f"Did you mean {guesses[0]}?" if guesses else f"Try {examples}."
    return QueryError(
        f"“{_shown(value)}” {what}",
        *(value.start, value.end),
        advice=advice,
    )


def _shown(value: FilterValue) -> str:
    """A value in one line, with nothing that a terminal would obey."""
    text = value.text if len(value.text) <= _LONGEST else value.text[:_LONGEST] + "…"
    return "".join(char if char.isprintable() else "\ufffd" for char in text)
