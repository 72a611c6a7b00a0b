"""A file's bytes → its documents: one reader for each format, behind a registry."""
