"""Passages → vectors: of the model that serves, then of the one that follows it."""
