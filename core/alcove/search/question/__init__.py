"""Typed text → query: the query language, its parser and its serializer."""
