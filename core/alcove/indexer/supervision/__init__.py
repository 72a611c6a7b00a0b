"""Sees to it that a library has an indexer, and says why where it has none."""
