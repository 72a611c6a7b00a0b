"""The status bar: freshness, counts, failures, and the network guard, in one line."""
