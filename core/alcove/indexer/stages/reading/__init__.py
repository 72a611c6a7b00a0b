"""Rows that wait → documents and passages: a pool of readers, and what came of each file."""
