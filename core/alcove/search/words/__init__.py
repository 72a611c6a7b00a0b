"""The words arm: BM25 over passages and file names."""
