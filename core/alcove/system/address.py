"""Where the processes of a library meet: a socket of the user's own, a named pipe on Windows."""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection

if sys.platform == "win32":
    Line: TypeAlias = "Connection[Any, Any] | PipeConnection[Any, Any]"
else:
    Line: TypeAlias = "Connection[Any, Any]"
"""What two processes that met talk over."""

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
    elif sys.platform == "linux" and len(os.fsencode(root / name)) > _LONGEST:
        with _short(root) as folder:
            yield str(folder / name)
    else:
        yield str(root / name)


if sys.platform == "linux":

    @contextmanager
    def _short(root: Path) -> Iterator[Path]:
        """Yield a short name for a folder with a long path; its own where there is no /proc."""
        if not Path("/proc/self/fd").is_dir():
            yield root
            return
        descriptor = os.open(root, os.O_PATH)
        try:
            yield Path(f"/proc/self/fd/{descriptor}")
        finally:
            os.close(descriptor)
