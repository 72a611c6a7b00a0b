"""Address at which a library's processes connect: a private Unix socket or a Windows named pipe."""

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
"""An open connection between two processes."""

_MAX_BYTES = 100  # of a socket's path: sun_path has 108 on Linux, 104 on macOS: unix(7)


@contextmanager
def address(root: Path, name: str) -> Iterator[str]:
    """Yield the address to listen at or to connect to.

    Args:
        root: the library's folder, which only the user can enter (mode 0700).
        name: name of the socket in it: one for each kind of listening process.
    """
    if sys.platform == "win32":
        key = hashlib.sha256(os.fsencode(root / name)).hexdigest()[:32]
        yield rf"\\.\pipe\alcove-{key}"
    elif sys.platform == "linux" and len(os.fsencode(root / name)) > _MAX_BYTES:
        with _short(root) as folder:
            yield str(folder / name)
    else:
        yield str(root / name)


if sys.platform == "linux":

    @contextmanager
    def _short(root: Path) -> Iterator[Path]:
        """Yield a short path to a folder with a long one; the same path where /proc is missing."""
        if not Path("/proc/self/fd").is_dir():
            yield root
            return
        descriptor = os.open(root, os.O_PATH)
        try:
            yield Path(f"/proc/self/fd/{descriptor}")
        finally:
            os.close(descriptor)
