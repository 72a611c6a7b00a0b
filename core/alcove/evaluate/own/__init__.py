"""Evaluate the user's own questions: ask, measure, and compare with the previous run."""
