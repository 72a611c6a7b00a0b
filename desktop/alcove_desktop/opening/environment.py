"""The environment for programs of others."""

import os
import sys


def own() -> dict[str, str]:
    """The user's own: a frozen program's path to its libraries breaks other programs'."""
    kept = dict(os.environ)
    before = kept.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        kept["LD_LIBRARY_PATH"] = before
    elif getattr(sys, "frozen", False):
        kept.pop("LD_LIBRARY_PATH", None)
    return kept
