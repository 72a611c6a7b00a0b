"""Keep an indexer running for a library, and diagnose why there is none."""
