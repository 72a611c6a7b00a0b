"""Extract text from files in a sandboxed process, and split it into passages.

This package exports what other packages need to know about formats, and imports quickly.
`readers`, `process` and `passages` hold the rest.
"""

from alcove.documents.formats import (
    HEAD_SIZE,
    RECIPE_VERSION,
    Format,
    format_named,
    format_of,
    format_of_name,
    is_told_by_name,
    named_as,
    size_limit,
)

__all__ = [
    "HEAD_SIZE",
    "RECIPE_VERSION",
    "Format",
    "format_named",
    "format_of",
    "format_of_name",
    "is_told_by_name",
    "named_as",
    "size_limit",
]
