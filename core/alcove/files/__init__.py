"""Disk → "this file is new, changed, moved, gone": what to leave out, and what is there."""

from alcove.files.rules.check import Check
from alcove.files.rules.exclusion import Exclusion
from alcove.files.rules.rule_set import Rules
from alcove.files.scan import Scan, scan

__all__ = ["Check", "Exclusion", "Rules", "Scan", "scan"]
