"""A ranking → what is shown: hits, excerpts, highlights, versions of one text."""
