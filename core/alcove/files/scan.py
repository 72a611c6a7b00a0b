"""What is in a folder now: a walk over all of it, or over one path below it."""

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
        rules: what is left out; None for the defaults alone.
        skip: folders below it that are not entered: the library, and folders with a scan of
            their own.
        start: a file or folder below it to begin at, or None for all. Nothing is found where it
            is gone, behind a link, skipped or left out.
        tell: called after each folder with what was found so far; what it raises ends the scan.

    Raises:
        OSError: the folder itself is not there, or went away during the walk; or `start` cannot
            be looked at now, which does not prove that it is gone.
    """
    before = Path(os.fsdecode(folder)).stat()
    walk = Walk(folder, rules or RuleSet(), skip, tell)
    walk.run(folder if start is None else start)
    after = Path(os.fsdecode(folder)).stat()
    if (before.st_dev, before.st_ino) != (after.st_dev, after.st_ino):
        raise FileNotFoundError("the folder was replaced while it was scanned")
    return walk.result
