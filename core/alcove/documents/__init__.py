"""From files to text to passages; a stranger's bytes are parsed in a process of their own.

What others need to know of formats is here, and light to import; `readers`, `process` and
`passages` have the rest.
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
