"""The folders that are searched."""
