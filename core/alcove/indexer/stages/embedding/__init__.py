"""Embed passages → vectors: for the model that serves, then for the candidate that follows it."""
