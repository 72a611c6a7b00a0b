"""Restore the user's environment for other programs that a frozen Alcove starts."""

import os
import sys


def own() -> dict[str, str]:
    """Return the user's own environment: our frozen library path would break other programs."""
    variables = dict(os.environ)
    original = variables.pop("LD_LIBRARY_PATH_ORIG", None)
    if original is not None:
        variables["LD_LIBRARY_PATH"] = original
    elif getattr(sys, "frozen", False):
        variables.pop("LD_LIBRARY_PATH", None)
    return variables
