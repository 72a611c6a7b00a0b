"""Candidates of both arms → one ranking: weights, fusion, grouping by document."""
