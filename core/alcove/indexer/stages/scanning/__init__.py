"""Disk → rows of files: looks at paths, sweeps folders, spares what is not mounted."""
