"""A path as the index knows it."""

from alcove.paths import real_entry


def real_path(path: bytes) -> bytes:
    """The path, absolute, with links in its folder resolved and its own name kept.

    Asks the disk, so that it is to be called on another thread than the one that draws.
    """
    return real_entry(path)
