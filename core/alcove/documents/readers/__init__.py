"""Extract documents from a file's bytes: one reader for each format, behind a registry."""
