"""A path as the index knows it."""

import os


def real_path(path: bytes) -> bytes:
    """The path, absolute, with links in its folder resolved and its own name kept.

    Asks the disk, so that it is to be called on another thread than the one that draws.
    """
    full = os.path.abspath(path)  # noqa: PTH100 - bytes
    folder, name = os.path.split(full)
    return os.path.join(os.path.realpath(folder), name)  # noqa: PTH118 - bytes
