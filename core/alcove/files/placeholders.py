"""Detect placeholders: cloud files that a folder lists although their content is not local.

Opening one would download it. Windows and macOS mark them:
https://learn.microsoft.com/windows/win32/fileio/file-attribute-constants and SF_DATALESS in
macOS's sys/stat.h. Linux has no mark: a size above zero without blocks also occurs for sparse
files and for small files kept in their inode, so no file counts as a placeholder there.
"""

import sys

MARKED = sys.platform in ("win32", "darwin")
"""Whether this system marks placeholders, so that folders have to be checked too."""

_OFFLINE = 0x1000
_RECALL_ON_OPEN = 0x40000
_RECALL_ON_DATA_ACCESS = 0x400000
_WINDOWS = _OFFLINE | _RECALL_ON_OPEN | _RECALL_ON_DATA_ACCESS  # of st_file_attributes
_DATALESS = 0x40000000  # of st_flags


def is_placeholder(status: object) -> bool:
    """Return whether opening a file or folder with this `stat` result would download it."""
    attributes: int = getattr(status, "st_file_attributes", 0)
    flags: int = getattr(status, "st_flags", 0)
    return bool(attributes & _WINDOWS or flags & _DATALESS)
