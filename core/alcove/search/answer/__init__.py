"""Ranking → hits to show: snippets, highlights, near-duplicates grouped."""
