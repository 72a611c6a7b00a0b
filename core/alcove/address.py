"""Where the processes of a library meet: a socket of the user's own, a named pipe on Windows."""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LONGEST = 100  # bytes: sun_path has 108 on Linux, 104 on macOS: unix(7)


@contextmanager
def address(root: Path, name: str) -> Iterator[str]:
    """Yield what to listen at, or connect to.

    Args:
        root: the library's folder, which the user alone can enter (mode 0700).
        name: of the socket in it: one for each kind of process that listens.
    """
    if sys.platform == "win32":
        key = hashlib.sha256(os.fsencode(root / name)).hexdigest()[:32]
        yield rf"\\.\pipe\alcove-{key}"
        return
    path = root / name
    if len(os.fsencode(path)) <= _LONGEST or not Path("/proc/self/fd").is_dir():
        yield str(path)
        return
    descriptor = os.open(root, os.O_PATH)  # a short name for a long path
    try:
        yield f"/proc/self/fd/{descriptor}/{path.name}"
    finally:
        os.close(descriptor)
