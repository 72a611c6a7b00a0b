"""Disk → "this file is new, changed, moved, gone": exclusion rules, scans, and file watching."""

from alcove.files.rules.exclusion import Exclusion
from alcove.files.rules.path_check import PathCheck
from alcove.files.rules.rule_set import RuleSet
from alcove.files.scan import Scan, scan

__all__ = ["Exclusion", "PathCheck", "RuleSet", "Scan", "scan"]
