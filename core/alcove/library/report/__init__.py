"""Reports on a library: status, counts, disk usage, privacy."""
