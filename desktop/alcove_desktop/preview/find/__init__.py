"""Finds what somebody types in the document beside the list."""
