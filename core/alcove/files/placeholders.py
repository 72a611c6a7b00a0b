"""Files of a cloud that are listed in a folder while their content is elsewhere.

Opening one would download it. Windows and macOS mark them:
https://learn.microsoft.com/windows/win32/fileio/file-attribute-constants and SF_DATALESS in
macOS's sys/stat.h. Linux has no mark: no blocks for a size above zero are also what a sparse
file and a small file kept in its inode have, so nothing is taken for a placeholder there.
"""

import sys

MARKED = sys.platform in ("win32", "darwin")
"""Whether this system marks them, so that folders are worth a look too."""

_OFFLINE = 0x1000
_RECALL_ON_OPEN = 0x40000
_RECALL_ON_DATA_ACCESS = 0x400000
_WINDOWS = _OFFLINE | _RECALL_ON_OPEN | _RECALL_ON_DATA_ACCESS  # of st_file_attributes
_DATALESS = 0x40000000  # of st_flags


def is_placeholder(status: object) -> bool:
    """Tell from what `stat` says whether opening the file or folder would download it."""
    attributes: int = getattr(status, "st_file_attributes", 0)
    flags: int = getattr(status, "st_flags", 0)
    return bool(attributes & _WINDOWS or flags & _DATALESS)
