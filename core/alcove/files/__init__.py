"""Disk → "this file is new, changed, moved, gone": what to leave out, and what is there."""

from alcove.files.opening import open_regular, signature_of
from alcove.files.rules import explain_exclusion
from alcove.files.scan import Scan, scan

__all__ = ["Scan", "explain_exclusion", "open_regular", "scan", "signature_of"]
