"""Folders that may be added: suggest them, measure them, estimate their indexing time."""
