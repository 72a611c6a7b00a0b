"""What a library holds and how it stands: status, counts, disk usage, privacy."""
