"""Scan a folder, or one path below it, for the files in it now."""

import os
from collections.abc import Callable, Container
from pathlib import Path

from alcove.files.rules.rule_set import RuleSet
from alcove.files.walk import Scan, Walk

__all__ = ["Scan", "scan"]


def scan(
    folder: bytes,
    rules: RuleSet | None = None,
    *,
    skip: Container[bytes] = (),
    start: bytes | None = None,
    tell: Callable[[Scan], object] | None = None,
) -> Scan:
    """Walk `folder`, or one path below it, without following links.

    Args:
        folder: absolute path, without a trailing separator.
        rules: exclusion rules; None for the defaults alone.
        skip: folders below it that are not entered: the library, and folders that are scanned on
            their own.
        start: a file or folder below `folder` to begin at, or None for all. The result is empty
            where it is gone, behind a link, skipped or left out.
        tell: called after each folder with the result so far; an exception from it ends the scan.

    Raises:
        OSError: the folder itself is missing, or was removed during the walk; or `start` cannot
            be examined now, which does not prove that it is gone.
    """
    before = Path(os.fsdecode(folder)).stat()
    walk = Walk(folder, rules or RuleSet(), skip, tell)
    walk.run(folder if start is None else start)
    after = Path(os.fsdecode(folder)).stat()
    if (before.st_dev, before.st_ino) != (after.st_dev, after.st_ino):
        raise FileNotFoundError("the folder was replaced while it was scanned")
    return walk.result
