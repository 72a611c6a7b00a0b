"""Scan the disk → rows of files: look at paths, sweep folders, keep what is not mounted."""
