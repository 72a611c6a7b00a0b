"""Restrict what a search may return: filters, required phrases, excluded words."""
