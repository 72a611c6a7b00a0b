"""The models of a library: prepared, listed, imported, removed, opened."""
