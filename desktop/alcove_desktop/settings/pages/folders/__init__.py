"""The folders page: the folders that are searched."""
